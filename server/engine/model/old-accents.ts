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

/** What stands for an é, the letter that French accents most, or an à, where no text has it; `letters`: what each of them was. */
interface Mistake {
  readonly sign: RegExp
  readonly letters: ReadonlyMap<string, string>
}

/** At the end of a word in small letters. */
const AT_END = '(?<=\\p{Ll}.)(?!\\p{L})'

const MISTAKES: readonly Mistake[] = [
  // DOS (CP850) read as Macintosh. A “Ç” is that of “FranÇois”, of which only some letters were made small, unless a consonant or nothing follows.
  inWords(`Ç(?=[b-df-hj-np-tv-xz])|Ç${AT_END}`, 'éèêëàâçîïôöûùüæÉÈÊÀÇÎÔ°«»', 'ÇäàâÖÉáåãìîñóÅëê‘“∑Ä◊‚¯ÆØ'),
  // Windows read as DOS.
  inWords(`Ú(?=\\p{Ll})|Ú${AT_END}`, 'éèêëàâçîïôöûùüœæÉÈÊÀÇÎÔ°«»’', 'ÚÞÛÙÓÔþ¯´¶÷¹¨³£µ╔╚╩└Ã╬È░½╗Æ'),
  // DOS read as Windows. The low mark is an apostrophe to some: “L‚eau qu‚il”.
  inWords(
    '(?<=\\p{L}\\p{Ll})(?<!qu|aujourd|entr)‚(?=\\p{Ll})',
    'éèêëàâçîïôöûùæÉÈÊÀÇÎÔ°«»',
    '‚Šˆ‰…ƒ‡Œ‹“”–—‘\u0090ÔÒ·€×âø®¯',
  ),
  // Macintosh read as Windows.
  inWords(`Ž(?=\\p{Ll})|Ž${AT_END}`, 'éèêëàâçîïôöûùüœæÉÈÊÀÇÎÔ°«»’', 'Ž\u008F\u0090‘ˆ‰\u008D”•™šž\u009DŸÏ¾ƒéæË‚ëï¡ÇÈÕ'),
  // Windows read as Macintosh, which leaves capitals inside words: “dÈpartement”, “de 8 h ‡ 12 h”.
  mistake(
    `(?<=\\p{L})(?:È(?=\\p{Ll})|È${AT_END})|(?<=[\\p{Ll}\\d] )‡(?= [\\p{L}\\d])`,
    'éèêëàâçîïôöûùüœæÉÈÀÇÎÔ°«»’',
    'ÈËÍÎ‡‚ÁÓÔÙˆ˚˘¸úÊ…»¿«Œ‘∞´ªí',
  ),
]

/** Not after the one small letter with which Irish words begin: “an tÚdarás”. */
function inWords(sign: string, meant: string, stands: string): Mistake {
  return mistake(`(?<=\\p{Lu}|\\p{L}\\p{Ll})(?:${sign})`, meant, stands)
}

function mistake(sign: string, meant: string, stands: string): Mistake {
  const letters = [...meant]
  return {
    sign: new RegExp(sign, 'u'),
    letters: new Map([...stands].map((character, i) => [character, letters[i]!])),
  }
}

/** The characters that stand for an é or an à, in UTF-8. */
export const OLD_SIGNS: readonly (readonly number[])[] = ['Ç', 'Ú', '‚', 'Ž', 'È', '‡'].map(sign => [
  ...new TextEncoder().encode(sign),
])
