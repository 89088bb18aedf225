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

  /** The rows whose hash a row before them has, in order, each followed by the first that has it. */
  pairs(): readonly (readonly [row: number, first: number])[] {
    return this.#parts.flatMap(part => part.pairs()).toSorted(([a], [b]) => a - b)
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

  pairs(): (readonly [number, number])[] {
    const hashes = this.#joined()
    const count = hashes.length / 3
    const slots = new Uint32Array(2 ** Math.ceil(Math.log2(2 * count + 2)))
    const mask = slots.length - 1
    const pairs: (readonly [number, number])[] = []
    for (let i = 0; i < count; i++) {
      const low = hashes[3 * i]!
      const high = hashes[3 * i + 1]!
      let slot = (low ^ Math.imul(high, 0x9e3779b1)) & mask
      for (let known = slots[slot]!; known > 0; known = slots[slot]!) {
        const at = 3 * (known - 1)
        if (hashes[at] === low && hashes[at + 1] === high) {
          pairs.push([hashes[3 * i + 2]!, hashes[at + 2]!])
          break
        }
        slot = (slot + 1) & mask
      }
      if (slots[slot] === 0) slots[slot] = i + 1
    }
    return pairs
  }

  #joined(): Uint32Array {
    const whole = 3 * BLOCK
    const hashes = new Uint32Array(whole * this.#blocks.length + this.#length)
    this.#blocks.forEach((block, i) => hashes.set(block, whole * i))
    hashes.set(this.#last.subarray(0, this.#length), whole * this.#blocks.length)
    return hashes
  }
}
