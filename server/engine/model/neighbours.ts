/** A text near to another one: its index in the list, and by how many letters the two differ. */
interface Neighbour {
  readonly index: number
  readonly letters: number
}

/**
 * A list of texts in which those near to another one are found: the same as by {@link distance} to each, while what many
 * begin with is compared once.
 */
export class Neighbours {
  readonly #texts: readonly { readonly text: string; readonly index: number }[]
  /** With how many UTF-16 units each begins like the one before it. */
  readonly #common: Uint32Array
  readonly #letters: Int32Array

  constructor(texts: readonly string[]) {
    const sorted = texts.map((text, index) => ({ text, index })).toSorted((a, b) => (a.text < b.text ? -1 : 1))
    this.#texts = sorted
    this.#common = Uint32Array.from(sorted, ({ text }, at) => common(sorted[at - 1]?.text ?? '', text))
    this.#letters = Int32Array.from(sorted, ({ text }) => lettersOf(text))
  }

  /** The texts that differ by so many letters at most (optimal string alignment, in UTF-16 units), in any order. */
  within(text: string, limit: number): readonly Neighbour[] {
    const found: Neighbour[] = []
    const letters = lettersOf(text)
    const rows = new Uint8Array((text.length + limit + 1) * widthOf(limit)).fill(limit + 1)
    for (let j = 0; j <= limit; j++) rows[j + limit + 1] = j
    let read = 0
    // The length of a beginning that is too far off already: nothing that begins so is near.
    let lost = Number.POSITIVE_INFINITY
    for (let at = 0; at < this.#texts.length; at++) {
      const alike = this.#common[at]!
      if (alike >= lost) continue
      lost = Number.POSITIVE_INFINITY
      if (alike < read) read = alike
      const { text: other, index } = this.#texts[at]!
      // A letter changed for another is two that only one of them has.
      if (Math.abs(other.length - text.length) > limit || bitsOf(this.#letters[at]! ^ letters) > 2 * limit) continue
      while (read < other.length && lost > read) if (!isNear(text, other, ++read, limit, rows)) lost = read
      const end = rows[placeOf(other.length, text.length, limit)]!
      if (lost > other.length && end <= limit) found.push({ index, letters: end })
    }
    return found
  }
}

/**
 * Where the letters between the first i units of a text of the list and the first j of the one sought are kept. Beginnings
 * whose lengths differ by more than the limit differ by more letters, as the margins of each row say.
 */
function placeOf(i: number, j: number, limit: number): number {
  return i * widthOf(limit) + j - i + limit + 1
}

function widthOf(limit: number): number {
  return 2 * limit + 3
}

/** Fills the row of the first i units of a text of the list; false when all that begin so are too far off. */
function isNear(text: string, other: string, i: number, limit: number, rows: Uint8Array): boolean {
  const width = widthOf(limit)
  const unit = other.charCodeAt(i - 1)
  const before = i > 1 ? other.charCodeAt(i - 2) : -1
  const last = Math.min(text.length, i + limit)
  let least = limit + 1
  if (i <= limit) rows[placeOf(i, 0, limit)] = least = i
  let j = Math.max(1, i - limit)
  for (let at = placeOf(i, j, limit); j <= last; j++, at++) {
    const own = text.charCodeAt(j - 1)
    let letters = rows[at - width]! + (own === unit ? 0 : 1)
    const shorter = Math.min(rows[at - width + 1]!, rows[at - 1]!) + 1
    if (shorter < letters) letters = shorter
    if (own === before && j > 1 && text.charCodeAt(j - 2) === unit) {
      const swapped = rows[at - 2 * width]! + 1
      if (swapped < letters) letters = swapped
    }
    if (letters > limit) letters = limit + 1
    rows[at] = letters
    if (letters < least) least = letters
  }
  return least <= limit
}

/** With how many UTF-16 units two texts begin alike. */
function common(one: string, other: string): number {
  const most = Math.min(one.length, other.length)
  let count = 0
  while (count < most && one.charCodeAt(count) === other.charCodeAt(count)) count++
  return count
}

/** The letters that a text has, as bits: a bit for each of 32 sorts of them. */
function lettersOf(text: string): number {
  let letters = 0
  for (let at = 0; at < text.length; at++) letters |= 1 << text.charCodeAt(at)
  return letters
}

/** How many bits of 32 are set. */
function bitsOf(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
