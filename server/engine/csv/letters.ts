import { type CodePage, codePages, codePoints } from './code-pages'

/** How well each code page reads the bytes of a file as French text, the best first. */
export interface PageScore {
  readonly page: CodePage
  readonly score: number
}

/** Counts of each non-ASCII byte by the kind of the byte before and after it: an é between small letters is likely, a Ú is not. */
export class LetterContexts {
  readonly #counts = new Float64Array(128 * 16)

  /** Counts the bytes from `from` up to `to`; what lies round them is looked at, and nothing where the file begins or ends. */
  add(bytes: Uint8Array, from: number, to: number): void {
    const counts = this.#counts
    for (let at = from; at < to; at++) {
      const byte = bytes[at]!
      if (byte < 0x80) continue
      const before = at === 0 ? OTHER : kindOfByte[bytes[at - 1]!]!
      const after = at === bytes.length - 1 ? OTHER : kindOfByte[bytes[at + 1]!]!
      const slot = ((byte & 0x7f) << 4) | (before << 2) | after
      counts[slot] = counts[slot]! + 1
    }
  }

  /** Judges the code pages by them. */
  scores(): readonly PageScore[] {
    const scores = codePages.map((page, rank) => ({ page, score: pageScore(this.#counts, page) - rank * RANK }))
    return scores.toSorted((a, b) => b.score - a.score)
  }
}

/** What an encoding must do better than those before it in the list, so that one odd character decides nothing. */
const RANK = 0.25

const LOWER = 0
const UPPER = 1
const HIGH = 2
const OTHER = 3

const kindOfByte = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 ? HIGH : byte >= 97 && byte <= 122 ? LOWER : byte >= 65 && byte <= 90 ? UPPER : OTHER,
)

function pageScore(counts: Float64Array, page: CodePage): number {
  const points = codePoints[page]
  let score = 0
  for (let slot = 0; slot < counts.length; slot++) {
    const count = counts[slot]!
    if (count > 0) score += count * likelihood(points[0x80 | (slot >> 4)]!, (slot >> 2) & 3, slot & 3)
  }
  return score
}

/** How often French text has each letter, as a weight; other letters weigh 0.5. */
const french = new Map(
  Object.entries({ é: 10, è: 6, à: 6, ê: 4, ç: 4, ô: 3, î: 3, û: 2, â: 2, ù: 2, ë: 1, ï: 2, ü: 1, œ: 2, æ: 0.6 }),
)
const atEnd = new Set('àù')
const frenchCapital = new Map(
  Object.entries({ É: 4, À: 3, È: 2, Ç: 2, Ê: 1.5, Ô: 1, Î: 1, Â: 1, Œ: 1, Û: 1, Ù: 1, Ë: 1, Ï: 1 }),
)

/** Marks by the place where they stand in French text. */
const inWord = new Set('’')
const afterWord = new Set('°²³»”…™ªº½¼¾')
const beforeWord = new Set('«“')
const alone = new Set('\u00a0€–—•§±×£µ·‹›')

function likelihood(point: number, before: number, after: number): number {
  if (point < 0xa0) return -20
  const character = String.fromCharCode(point)
  const letter = character.toLowerCase() !== character.toUpperCase()
  if (!letter) return markLikelihood(character, before, after)
  if (character === character.toLowerCase()) {
    // No French word goes on after an à or ù.
    const weight = atEnd.has(character) && after === LOWER ? 0.7 : (french.get(character) ?? 0.5)
    if (before === LOWER || after === LOWER) return weight
    if (before === UPPER) return after === OTHER ? weight / 4 : -6
    if (after === UPPER) return -6
    if (before === HIGH || after === HIGH) return weight / 2
    return character === 'à' ? weight : weight < 1 ? -1 : weight / 4
  }
  const weight = frenchCapital.get(character) ?? 0.3
  if (before === LOWER) return -8
  if (before === UPPER || after === UPPER || after === LOWER) return weight
  return character === 'À' ? weight / 3 : weight < 1 ? -1 : weight / 8
}

function markLikelihood(character: string, before: number, after: number): number {
  const between = before !== OTHER && after !== OTHER
  if (inWord.has(character)) return between ? 5 : 1
  if (between) return -6
  if (afterWord.has(character)) return after !== OTHER ? -3 : before === OTHER ? 0.2 : 1.5
  if (beforeWord.has(character)) return before !== OTHER ? -3 : after === OTHER ? 0.2 : 1.5
  if (alone.has(character)) return before === OTHER || after === OTHER ? 1 : -2
  return -4
}
