import { ALL_LENGTHS, byEnds } from './accept'

/** Words and marks that people write where there is no value, in small letters, and what they may also be. */
const WORDS: Readonly<Record<Absence, string>> = {
  mark: '-|--|---|_|__|___|–|—|?|??|???|.|..|...|…|/|//|ø',
  sure:
    'n/a|n/c|n/d|n/r|#n/a|n.a.|n.c.|n.r.|n.d.|null|(null)|<null>|nan|undefined|tbd|not available|not provided|' +
    '(vide)|(vides)|(blank)|(empty)|' +
    'à compléter|a completer|à renseigner|a renseigner|à préciser|a preciser|' +
    'non précisé|non précisée|non défini|non définie|non renseigné|non renseignée|non renseignés|non renseigne|non renseignee|' +
    'non communiqué|non communiquée|non communiqués|non communique|' +
    'non disponible|non disponibles|non connu|non connue',
  word: 'inconnu|inconnue|inconnus|néant|neant|unknown|none',
  code: 'nc|nr|nd|na|nsp',
  figure: 'ns|so|n.s.|s.o.|secret',
  answer: 'aucun|aucune|sans objet|ras|vide|nil|indisponible|indéterminé',
}

/**
 * What a cell that holds no value says. `sure`: nothing else. `mark`: a sign or a zero at times. `word`: an answer in a
 * column of remarks. `code`: a code in a column of short codes. `figure`: something else wherever no number is expected, as
 * statistics offices mark one that they keep back. `answer`: a value wherever a text is expected.
 */
export type Absence = 'sure' | 'mark' | 'word' | 'code' | 'figure' | 'answer'

/** How a text says that there is no value, if it does. */
export function absenceIn(text: string): Absence | undefined {
  const plain = text.trim()
  // “Na” and “Nan” are names.
  if (plain.length > LONGEST || /^[A-Z][a-z]{1,2}$/.test(plain)) return undefined
  return BY_TEXT.get(plain.normalize('NFC').toLowerCase())
}

const LONGEST = 24
const BY_TEXT: ReadonlyMap<string, Absence> = new Map(
  (Object.keys(WORDS) as Absence[]).flatMap(absence => WORDS[absence].split('|').map(word => [word, absence] as const)),
)

/** By first byte, the lengths in bytes of the words that begin with it, one bit each. */
const LENGTHS = lengths([...BY_TEXT.keys()])

function lengths(words: readonly string[]): Uint32Array {
  const masks = new Uint32Array(256)
  const encoder = new TextEncoder()
  for (const word of words)
    for (const form of ['NFC', 'NFD'] as const) {
      const bytes = encoder.encode(word.normalize(form))
      masks[bytes[0]!]! |= 1 << Math.min(bytes.length, 31)
    }
  return masks
}

function small(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte
}

/** True only for bytes in which `absenceIn` surely finds nothing: their first letter and length are those of no word. */
export const cannotBeAbsence = byEnds(
  {
    // Spaces round the word and accents at its ends take the slow way.
    first: byte => (byte <= 0x20 || byte >= 0x80 ? ALL_LENGTHS : LENGTHS[small(byte)]!),
    last: byte => (byte <= 0x20 || byte >= 0x80 ? ALL_LENGTHS : 0),
  },
  // A small letter with its accent is no space.
  byte => byte === 0xc3,
)
