import type { Spill } from './spill'

/** Words that are read back at once. */
const READ = 256

/** Rows of which the pairs are put in order together. */
const TOGETHER = 1 << 16

/** Pairs of a first row and a later one, in order of the later one. */
export class PairRun {
  readonly #spill: Spill | undefined
  /** The words, or where they are and how many. */
  readonly #blocks: (Uint32Array | { readonly place: number; readonly length: number })[] = []
  /** The block that is read, and its words up to which it is. */
  #block = 0
  #read = 0
  /** What is at hand of it, up to which that is taken. */
  #words = new Uint32Array(0)
  #taken = 0

  constructor(spill?: Spill) {
    this.#spill = spill
  }

  /** Pairs behind those that are there; `where`: whether memory keeps them. */
  add(pairs: Uint32Array<ArrayBuffer>, where: 'kept' | 'spilled'): void {
    if (pairs.length === 0) return
    const { length, buffer } = pairs
    this.#blocks.push(where === 'kept' ? pairs : { place: this.#spill!.write(new Uint8Array(buffer)), length })
  }

  /** The later row of the next pair; Infinity when there is none left. */
  get next(): number {
    if (this.#taken === this.#words.length && !this.#load()) return Infinity
    return this.#words[this.#taken + 1]!
  }

  /** Takes the next pairs whose later row is below one. */
  takeBelow(row: number, into: number[]): void {
    while (this.next < row) {
      into.push(this.#words[this.#taken]!, this.#words[this.#taken + 1]!)
      this.#taken += 2
    }
  }

  /** Has the next words at hand; false when there are none. */
  #load(): boolean {
    const block = this.#blocks[this.#block]
    if (!block) return false
    this.#taken = 0
    if (block instanceof Uint32Array) this.#words = block as Uint32Array<ArrayBuffer>
    else {
      this.#words = new Uint32Array(Math.min(READ, block.length - this.#read))
      this.#spill!.read(block.place + 4 * this.#read, new Uint8Array(this.#words.buffer))
    }
    this.#read += this.#words.length
    if (this.#read === block.length) {
      this.#block++
      this.#read = 0
    }
    return true
  }
}

/** The pairs of all runs in order of the later row. */
export function* inOrder(runs: readonly PairRun[]): Generator<readonly [row: number, first: number]> {
  for (;;) {
    const next = runs.reduce((least, run) => Math.min(least, run.next), Infinity)
    if (next === Infinity) return
    const some: number[] = []
    for (const run of runs) run.takeBelow(next + TOGETHER, some)
    const pairs = Uint32Array.from(some)
    // A pair is a number whose upper half is the later row.
    new BigUint64Array(pairs.buffer).sort()
    for (let at = 0; at < pairs.length; at += 2) yield [pairs[at + 1]!, pairs[at]!]
  }
}
