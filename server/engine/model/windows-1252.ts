/** Characters of the bytes 80 to 9F (WHATWG Encoding, index windows-1252); the five without one keep their number. */
const HIGH =
  '\u20AC\x81\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\x8D\u017D\x8F' +
  '\x90\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\x9D\u017E\u0178'

/** The bytes of a text in Windows-1252, its C1 controls kept as in ISO-8859-1; undefined when a character is in neither. */
export function windows1252Bytes(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const high = code < 0x100 ? code : HIGH.indexOf(text[i]!) + 0x80
    if (high < 0x80 && code >= 0x100) return undefined
    bytes[i] = high
  }
  return bytes
}

/** Characters of the bytes 80 to 9F in the encoding of old Macs, all of them letters (WHATWG Encoding, index macintosh). */
const MACINTOSH = 'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü'
/** What French texts have of Windows-1252 in those places. */
const OF_OUR_TEXTS = /^[€‚„…‹Œ‘’“”•–—™›œŸ]$/

/** A text whose C1 controls (U+0080 to U+009F) are again the characters that they most likely were. */
export function withoutC1(text: string): string {
  const controls = text.match(C1) ?? []
  const isWindows = controls.every(control => OF_OUR_TEXTS.test(windows1252Character(control)))
  return text.replace(C1, control =>
    isWindows ? windows1252Character(control) : MACINTOSH[control.charCodeAt(0) - 0x80]!,
  )
}

const C1 = /[\u0080-\u009F]/g

/** What a C1 control (U+0080 to U+009F) is when its byte is read as Windows-1252; itself for the five without a character. */
export function windows1252Character(control: string): string {
  return HIGH[control.charCodeAt(0) - 0x80] ?? control
}
