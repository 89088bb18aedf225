/**
 * The text before accents of DOS or of the Macintosh were taken for those of another code page; undefined for one that
 * shows no sign of it, or holds a letter that none of them leaves.
 */
export function withOldAccents(text: string): string | undefined {
  const mistake = MISTAKES.find(({ sign }) => sign.test(text))
  if (!mistake) return undefined
  let meant = ''
  for (const character of text) {
    const letter = character < '\u0080' ? character : mistake.letters.get(character)
    if (letter === undefined) return undefined
    meant += letter
  }
  return meant
}

/** What stands for an é, the letter that French accents most, where no text has it; `letters`: what each of them was. */
interface Mistake {
  readonly sign: RegExp
  readonly letters: ReadonlyMap<string, string>
}

/** At the end of a word in small letters. */
const AT_END = '(?<=\\p{Ll}.)(?!\\p{L})'

const MISTAKES: readonly Mistake[] = [
  // DOS (CP850) read as Macintosh. A “Ç” is that of “FranÇois”, of which only some letters were made small, unless a consonant or nothing follows.
  mistake(`Ç(?=[b-df-hj-np-tv-xz])|Ç${AT_END}`, 'éèêëàâçîïôöûùüæÉÈÊÀÇÎÔ°«»', 'ÇäàâÖÉáåãìîñóÅëê‘“∑Ä◊‚¯ÆØ'),
  // Windows read as DOS.
  mistake(`Ú(?=\\p{Ll})|Ú${AT_END}`, 'éèêëàâçîïôöûùüœæÉÈÊÀÇÎÔ°«»’', 'ÚÞÛÙÓÔþ¯´¶÷¹¨³£µ╔╚╩└Ã╬È░½╗Æ'),
  // DOS read as Windows. The low mark is an apostrophe to some: “L‚eau qu‚il”.
  mistake(
    '(?<=\\p{L}\\p{Ll})(?<!qu|aujourd|entr)‚(?=\\p{Ll})',
    'éèêëàâçîïôöûùæÉÈÊÀÇÎÔ°«»',
    '‚Šˆ‰…ƒ‡Œ‹“”–—‘\u0090ÔÒ·€×âø®¯',
  ),
  // Macintosh read as Windows.
  mistake(`Ž(?=\\p{Ll})|Ž${AT_END}`, 'éèêëàâçîïôöûùüœæÉÈÊÀÇÎÔ°«»’', 'Ž\u008F\u0090‘ˆ‰\u008D”•™šž\u009DŸÏ¾ƒéæË‚ëï¡ÇÈÕ'),
]

/** Not after the one small letter with which Irish words begin: “an tÚdarás”. */
function mistake(sign: string, meant: string, stands: string): Mistake {
  const letters = [...meant]
  return {
    sign: new RegExp(`(?<=\\p{Lu}|\\p{L}\\p{Ll})(?:${sign})`, 'u'),
    letters: new Map([...stands].map((character, i) => [character, letters[i]!])),
  }
}

/** How the characters begin that stand for an é, in UTF-8. */
export const OLD_SIGNS: readonly (readonly number[])[] = ['Ç', 'Ú', '‚', 'Ž'].map(sign => [
  ...new TextEncoder().encode(sign),
])
