/** Parts into which hashes fall, so that each can be gone through in the processor's nearest memory. */
const PARTS = 128
const SHIFT = 25

/** Hashes in a block of a part, each three words: its halves and its row. */
const BLOCK = 2_048

/** Rows by the hash of their key, of which some come up again. */
export class Repeats {
  readonly #parts = Array.from({ length: PARTS }, () => new Part())

  /** Rows come in order. */
  add(row: number, low: number, high: number): void {
    this.#parts[low >>> SHIFT]!.add(row, low, high)
  }

  /**
   * The same of rows that follow each other, as the kernel hashes them: by threes, whether the row counts (1) or must be
   * read to tell (2), and its hash.
   */
  addAll(first: number, hashes: Uint32Array, mustRead: (row: number) => void): void {
    for (let at = 0, row = first; at < hashes.length; at += 3, row++)
      if (hashes[at] === 1) this.add(row, hashes[at + 1]!, hashes[at + 2]!)
      else if (hashes[at] === 2) mustRead(row)
  }

  /** The rows whose hash a row before them has, in order, each followed by the first that has it. */
  pairs(): readonly (readonly [row: number, first: number])[] {
    const most = Math.max(...this.#parts.map(({ count }) => count))
    // One part after the other in the same memory.
    const hashes = new Uint32Array(3 * most)
    const slots = new Uint32Array(slotsFor(most))
    return this.#parts.flatMap(part => part.pairs(hashes, slots)).toSorted(([a], [b]) => a - b)
  }
}

class Part {
  readonly #blocks: Uint32Array[] = []
  #last = new Uint32Array(3 * 16)
  #length = 0

  add(row: number, low: number, high: number): void {
    if (this.#length === this.#last.length) this.#grow()
    const at = this.#length
    this.#last[at] = low
    this.#last[at + 1] = high
    this.#last[at + 2] = row
    this.#length = at + 3
  }

  /** The first block doubles until it is a whole one; then others follow it. */
  #grow(): void {
    if (this.#last.length < 3 * BLOCK) {
      const longer = new Uint32Array(2 * this.#last.length)
      longer.set(this.#last)
      this.#last = longer
      return
    }
    this.#blocks.push(this.#last)
    this.#last = new Uint32Array(3 * BLOCK)
    this.#length = 0
  }

  get count(): number {
    return BLOCK * this.#blocks.length + this.#length / 3
  }

  /** `room` and `slots`: memory for as many hashes as there are, and for as many slots as they need. */
  pairs(room: Uint32Array, slots: Uint32Array): (readonly [number, number])[] {
    const { count } = this
    this.#blocks.forEach((block, i) => room.set(block, 3 * BLOCK * i))
    room.set(this.#last.subarray(0, this.#length), 3 * BLOCK * this.#blocks.length)
    const mask = slotsFor(count) - 1
    slots.fill(0, 0, mask + 1)
    const pairs: (readonly [number, number])[] = []
    for (let i = 0; i < count; i++) {
      const low = room[3 * i]!
      const high = room[3 * i + 1]!
      let slot = (low ^ Math.imul(high, 0x9e3779b1)) & mask
      for (let known = slots[slot]!; known > 0; known = slots[slot]!) {
        const at = 3 * (known - 1)
        if (room[at] === low && room[at + 1] === high) {
          pairs.push([room[3 * i + 2]!, room[at + 2]!])
          break
        }
        slot = (slot + 1) & mask
      }
      if (slots[slot] === 0) slots[slot] = i + 1
    }
    return pairs
  }
}

/** Slots of a table of so many hashes, at least half of which stay free. */
function slotsFor(count: number): number {
  return 2 ** Math.ceil(Math.log2(2 * count + 2))
}
