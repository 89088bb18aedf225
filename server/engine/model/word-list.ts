import type { Spill } from './spill'

/** Words of a block: in whole pairs, and in whole threes. */
const BLOCK = 3 * 2 ** 10

/** Of the bytes that memory takes, those that one list may. */
export const SHARE = 1 / 16

/** Words that are added in order, by twos or threes, and read once in order: most of very many are spilled. */
export class WordList {
  readonly #spill: Spill | undefined
  /** Those that are full: the words, or their place. */
  readonly #full: (Uint32Array | number)[] = []
  #last = new Uint32Array(BLOCK)
  #length = 0
  #kept = 0

  constructor(spill?: Spill) {
    this.#spill = spill
  }

  add(words: readonly number[]): void {
    if (this.#length === BLOCK) this.#lay()
    this.#last.set(words, this.#length)
    this.#length += words.length
  }

  /** All of them, block by block; each is overwritten by the next. */
  *blocks(): Generator<Uint32Array> {
    const room = new Uint32Array(BLOCK)
    for (const block of this.#full)
      if (typeof block === 'number') {
        this.#spill!.read(block, new Uint8Array(room.buffer))
        yield room
      } else yield block
    yield this.#last.subarray(0, this.#length)
  }

  #lay(): void {
    const bytes = new Uint8Array(this.#last.buffer)
    this.#length = 0
    if (this.#spill && this.#kept + bytes.length > this.#spill.limit * SHARE) this.#full.push(this.#spill.write(bytes))
    else {
      this.#full.push(this.#last)
      this.#kept += bytes.length
      this.#last = new Uint32Array(BLOCK)
    }
  }
}
