/** Controls that mean nothing in a text; tab, line ends, VT and FF are left out, which stand between words. */
// oxlint-disable-next-line no-control-regex
const ANYWHERE = /[\u0000-\u0008\u000E-\u001F\u007F\u00AD\u2060-\u2064\uFEFF]/g
/** Joiners and marks of direction: right in scripts that need them. */
const BETWEEN_LETTERS = /[\u200B\u200C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g
/** A joiner, unless it ties two emoji. */
const JOINER = /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D/gu
/** Letters of a script that may need them: Arabic, Hebrew, Thai, those of India… */
const OTHER_SCRIPT = /(?!\p{Script=Latin}|\p{Script=Greek}|\p{Script=Cyrillic}|\p{Script=Common})\p{L}/u

/** A text without the characters that nobody sees and that carry nothing (Unicode, categories Cc and Cf). */
export function withoutInvisible(text: string): string {
  const plain = text.replace(ANYWHERE, '')
  return OTHER_SCRIPT.test(plain) ? plain : plain.replace(BETWEEN_LETTERS, '').replace(JOINER, '')
}

/** A control character as XML of Office writes it, which has none (ECMA-376, ST_Xstring): `_x000D_`. */
const CODES = /(?:_x00(?:[01][\da-f]|7f)_)+/gi

/** The first code that stands for a control character in a text, as an export of a workbook leaves it; undefined without one. */
export function controlCodeIn(text: string): string | undefined {
  return text.match(CODES)?.[0].slice(0, '_x000D_'.length)
}

/** A text without these codes, a space in place of what stood between two words. */
export function withoutControlCodes(text: string): string {
  return text.replace(CODES, (codes: string, at: number) => {
    const isBetween = /\S/.test(text.charAt(at - 1)) && /\S/.test(text.charAt(at + codes.length))
    return isBetween ? ' ' : ''
  })
}
