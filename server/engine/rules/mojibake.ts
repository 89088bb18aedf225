import { BEYOND_ASCII, without } from '../model/accept'
import { CATALOGUE_SIGNS, withCatalogueAccents } from '../model/catalogue-accents'
import { OLD_SIGNS, withOldAccents } from '../model/old-accents'
import { signature } from '../model/signature'
import { shown } from '../model/shown'
import { windows1252Bytes } from '../model/windows-1252'
import { cellRule } from './rule'

/** Second bytes, after C3, of the letters that garbled text begins with: Â Ã Ä Å â ï ð. */
const GARBLED = [0x82, 0x83, 0x84, 0x85, 0xa2, 0xaf, 0xb0]

/** A text once read in another encoding than its own, and saved so: UTF-8 as Windows-1252, or one of DOS, the Macintosh and libraries. */
export const mojibake = cellRule<{ text: string; repaired: string }>({
  id: 'mojibake',
  severity: 'warning',
  preset: 'essentiel',
  concepts: ['text-encoding'],
  insteadOf: [
    'label-style',
    'lost-character',
    'invisible-character',
    'enum',
    'pattern',
    'max-length',
    'category-variant',
    'unknown-act-matter',
    'edge-whitespace',
  ],
  labels: true,
  concerns: signature.nonAscii,

  check: () => ({
    accept: hasNoGarbledLetter,
    test(text) {
      const repaired = reread(text) ?? inPlaces(text) ?? withOldAccents(text) ?? withCatalogueAccents(text)
      return repaired === undefined ? undefined : { text, repaired }
    },
  }),

  message: {
    fr: ({ text, repaired }) =>
      `${shown.fr(text)} a des accents abîmés, parce que le fichier a été lu dans un autre encodage que le sien : il faut sans doute lire ${shown.fr(repaired)}.`,
    en: ({ text, repaired }) =>
      `${shown.en(text)} has garbled accents, because the file was once read in the wrong encoding: it most likely says ${shown.en(repaired)}.`,
  },

  fix: (_text, { repaired }) => repaired,
})

/** The text before all went wrong, which happens twice, or three times, where it does once; undefined for one that is whole. */
function reread(text: string): string | undefined {
  const once = decoded(text)
  if (once === undefined) return undefined
  return reread(once) ?? ([...once].every(isOfOurTexts) ? once : undefined)
}

/** A text of which only some letters went wrong, as where two cells were put into one; undefined where none did. */
function inPlaces(text: string): string | undefined {
  const repaired = text
    .replace(GARBLED_TWICE, rereadStart)
    .replace(GARBLED_LETTER, letters => {
      const letter = decoded(letters)
      return letter !== undefined && OF_FRENCH.test(letter) ? letter : letters
    })
    .replace(GARBLED_WORD, word => (word === 'Ã€' ? 'À' : 'à'))
  return repaired === text ? undefined : repaired
}

/** The letters that signs were which went wrong twice, or more; what follows the longest part that reads again stays. */
function rereadStart(signs: string): string {
  for (let end = signs.length; end >= TWICE; end--) {
    const letters = reread(signs.slice(0, end))
    if (letters !== undefined && OF_FRENCH.test(letters)) return letters + signs.slice(end)
  }
  return signs
}

/** The least number of signs that one letter becomes when it goes wrong twice. */
const TWICE = 4
/** A run of the signs that letters become when they go wrong twice: “é” begins with “Ãƒ”, “œ” with “Ã…”, “’” with “Ã¢”. */
const GARBLED_TWICE = /Ã[ƒ…¢‚][ÂÃÅÆËâ\u0080-\u00BFˆ‰Š‡€‚„†‹“”‘’•–—˜™š›œŸžŽƒŒ…]{2,}/gu

/** What no word has beside letters that are whole: a tilde or a ring over a capital A, then the mark that was the end of a letter. */
const GARBLED_LETTER =
  /(?<=\p{L})(?:Ã[\u0080-\u00BFˆ‰Š‡€‚„†‹“”‘’•–—˜™š›œŸžŽƒŒ…]|â€[™œ˜“”¦])|Ã[\u0080-\u00BFˆ‰Š‡€‚„†‹“”‘’•–—˜™š›œŸžŽƒŒ…](?=\p{L})|Å(?:“(?=\p{L})|’(?=\p{Lu}))/gu
/** “à” as a word or at the end of one. The no-break space that was its second half may have become a plain one, or gone. */
const GARBLED_WORD = /(?<=^|[\s\p{Ll}'’(«"-])Ã(?:ƒÂ)?(?:\u00A0(?=\s|$)|€(?=\s)| (?= )|(?= ))/gu
const OF_FRENCH = /^[àâäçéèêëîïôöùûüœÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŒ’‘“”–—…«»°]+$/

/** The text that was there before UTF-8 was taken for Windows-1252; undefined unless the whole of it reads again. */
function decoded(text: string): string | undefined {
  if (!/[ÂÃÄÅâïð]/.test(text)) return undefined
  const bytes = windows1252Bytes(text)
  if (!bytes || !mayBeUtf8(bytes)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** False for bytes of which one stands alone, as an “â” in its place does: to decode them and fail would cost a hundred times that. */
function mayBeUtf8(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte < 0x80) continue
    if (byte < 0xc2 || byte > 0xf4) return false
    for (let following = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3; following > 0; following--)
      if ((bytes[++at]! & 0xc0) !== 0x80) return false
  }
  return true
}

/**
 * Latin letters, typographic marks and emoji. “É” before a closing quotation mark is also two bytes of UTF-8,
 * but for a letter that no French text has.
 */
function isOfOurTexts(character: string): boolean {
  const code = character.codePointAt(0)!
  if (code < 0x80) return true
  if (code < 0xa0) return false
  return (
    code < 0x180 ||
    (code >= 0x2000 && code < 0x2070) ||
    code === 0x20ac ||
    code === 0x2122 ||
    code === 0xfeff ||
    code > 0xffff
  )
}

/** In UTF-8 no byte beyond ASCII stands alone: nor does the letter that garbled text makes of one, but for a lost no-break space. */
const hasNoGarbledLetter = without([
  ...GARBLED.map(second => [0xc3, second, BEYOND_ASCII]),
  [0xc3, 0x83, 0x20],
  ...OLD_SIGNS,
  ...CATALOGUE_SIGNS,
])
