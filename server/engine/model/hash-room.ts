import { grown } from './hash'

/** Parts into which hashes fall, so that each can be gone through in the processor's nearest memory. */
export const PARTS = 128

/** Words of an entry: the upper half of a hash, beside which the part tells some bits of the lower one, and its row. */
export const ENTRY = 2

/** The part into which a hash of that lower half falls. */
export function partOf(low: number): number {
  return low >>> 25
}

/** Memory for hashes, and the loops that go through all of them; every place is that of a word. */
export interface HashRoom {
  /** Other ones once the memory has grown. */
  readonly words: Uint32Array
  /** The first word that is free. */
  readonly first: number
  /** Makes room for so many words at least. */
  grow(least: number): void
  /**
   * Puts the hashes from `from` up to `to` into their parts, with the row of each: that of the first is `row`. The upper
   * half of a hash is 0 where the row has none. `heads`: of each part where its next entry comes, and where that must not
   * come. Gives the place of the first hash whose part is full, or `to`.
   */
  scatter(from: number, to: number, row: number, heads: number): number
  /**
   * Looks for each of the entries from `from` up to `to` among those before it, which were put into the table `slots` in
   * the same way. Writes to `out`, for each that is found, the first row with its hash and its own; gives where that ends.
   */
  find(from: number, to: number, slots: number, mask: number, out: number): number
}

/** The definition of what the kernel does faster. */
export class PlainHashRoom implements HashRoom {
  words = new Uint32Array(1_024)
  readonly first = 1

  grow(least: number): void {
    while (this.words.length < least) this.words = grown(this.words)
  }

  scatter(from: number, to: number, row: number, heads: number): number {
    const { words } = this
    for (let at = from; at < to; at += 2, row++) {
      const high = words[at + 1]!
      if (high === 0) continue
      const head = heads + 2 * partOf(words[at]!)
      const entry = words[head]!
      if (entry === words[head + 1]!) return at
      words[entry] = high
      words[entry + 1] = row
      words[head] = entry + ENTRY
    }
    return to
  }

  find(from: number, to: number, slots: number, mask: number, out: number): number {
    const { words } = this
    for (let at = from; at < to; at += ENTRY) {
      const hash = words[at]!
      let slot = hash & mask
      let known = words[slots + slot]!
      while (known > 0 && words[known] !== hash) {
        slot = (slot + 1) & mask
        known = words[slots + slot]!
      }
      if (known === 0) words[slots + slot] = at
      else {
        words[out++] = words[known + 1]!
        words[out++] = words[at + 1]!
      }
    }
    return out
  }
}
