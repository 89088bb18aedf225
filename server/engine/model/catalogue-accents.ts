/**
 * The text before the accents of a library catalogue (ANSEL, that of MARC) were taken for letters: they stand before the
 * letter that they go on. Undefined for a text that shows no sign of it.
 */
export function withCatalogueAccents(text: string): string | undefined {
  if (!SIGN.test(text)) return undefined
  return text.replace(PAIR, (pair, accent: string, letter: string) => {
    const composed = (letter + COMBINING.get(accent)!).normalize('NFC')
    return OF_FRENCH.test(composed) ? composed : pair
  })
}

/** Acute, grave, circumflex, diaeresis and cedilla. */
const COMBINING: ReadonlyMap<string, string> = new Map([
  ['â', '\u0301'],
  ['á', '\u0300'],
  ['ã', '\u0302'],
  ['è', '\u0308'],
  ['ð', '\u0327'],
])
const PAIR = /([âáãèð])(\p{L})/gu
/** With the accents that Spanish names have too; of “grâce” nothing is made. */
const OF_FRENCH = /^[áàâäçéèêëíîïñóôöúùûüÿÁÀÂÄÇÉÈÊËÍÎÏÓÔÖÚÙÛÜ]$/

/** What no language writes: “é” and “ç”, or the ends and the word that French has with a grave accent or a circumflex. */
const SIGN =
  /â[eE]|ðc|(?<=\p{Ll})áe(?:res?|mes?|ves?|ces?)(?!\p{L})|(?<=[pgt]r|[cx]c|gn)áes(?!\p{L})|(?<!\p{L})áa(?!\p{L})|(?<=\p{L})ã(?:ones?|etes?|its?)(?!\p{L})/u

/** How the signs begin, in UTF-8. */
export const CATALOGUE_SIGNS: readonly (readonly number[])[] = ['âe', 'âE', 'ðc', 'áe', 'áa', 'ão', 'ãe', 'ãi'].map(
  sign => [...new TextEncoder().encode(sign)],
)
