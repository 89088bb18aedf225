import { ENTRY, type HashRoom, PARTS, partOf, PlainHashRoom } from './hash-room'
import { inOrder, PairRun } from './pair-run'
import type { Spill } from './spill'
import { SHARE } from './word-list'

/** Entries of the first block of a part, each of which is twice as long as the one before, and of the longest. */
const SHORT = 16
const LONG = 1_024

/** Words of hashes that are taken over at once, and of pairs that one block can bring up. */
const TAKEN = 4_096
const FOUND = 2 * LONG

/** The entries of a part of a key, in order: first those that were spilled. */
interface Part {
  readonly spilled: { readonly place: number; readonly bytes: number }[]
  /** Where its blocks begin. */
  readonly blocks: number[]
}

/** Entries that follow each other. */
type Stretch = readonly [from: number, to: number]

/** Rows by the hash of each of their keys, of which some come up again: 8 bytes for a row and key. */
export class Repeats {
  readonly #room: HashRoom
  /** Takes what is too much for memory, if there is one. */
  readonly #spill: Spill | undefined
  /** Where hashes are put to be taken over, and where pairs are found. */
  readonly #taken: number
  readonly #found: number
  /** By key, where the heads of its parts are. */
  readonly #heads: number[] = []
  /** Those of each key, one after the other. */
  readonly #parts: Part[] = []
  /** The word where blocks begin, and the first that is free. */
  #base: number
  #end: number
  #isSpilled = false
  /** Bytes of pairs that memory keeps. */
  #kept = 0

  constructor(room: HashRoom = new PlainHashRoom(), spill?: Spill) {
    this.#room = room
    this.#spill = spill
    this.#taken = room.first
    this.#found = this.#taken + TAKEN
    this.#end = this.#found + FOUND
    this.#base = this.#end
    room.grow(this.#end)
  }

  /** The number of another key; all have one before the first hash comes. */
  begin(): number {
    this.#heads.push(this.#reserve(2 * PARTS))
    this.#base = this.#end
    for (let part = 0; part < PARTS; part++) this.#parts.push({ spilled: [], blocks: [] })
    return this.#heads.length - 1
  }

  /** Adds the hashes of a key in rows that follow each other, in order: two halves, the upper one 0 where there is none. */
  add(key: number, first: number, hashes: Uint32Array): void {
    const room = this.#room
    for (let done = 0; done < hashes.length; done += TAKEN) {
      const some = hashes.subarray(done, done + TAKEN)
      room.words.set(some, this.#taken)
      const end = this.#taken + some.length
      for (let at = this.#taken; at < end; ) {
        const row = first + (done + at - this.#taken) / 2
        at = room.scatter(at, end, row, this.#heads[key]!)
        if (at < end) this.#lengthen(key * PARTS + partOf(room.words[at]!))
      }
    }
  }

  /**
   * The rows whose hash seems to be that of a row before them, in order, each followed by the first of these: of a hash
   * 39 bits are kept, so that one pair among a million rows is of two hashes. No hash is added any more. Each key is asked
   * for once.
   */
  *pairs(key: number): Generator<readonly [row: number, first: number]> {
    if (this.#isSpilled) this.#empty()
    yield* inOrder(Array.from({ length: PARTS }, (_, part) => this.#pairsOf(key * PARTS + part)))
  }

  /** Gives a part another block, behind those that it has. */
  #lengthen(number: number): void {
    const { blocks } = this.#parts[number]!
    const most = this.#spill ? this.#base + this.#spill.limit / 4 : Infinity
    if (this.#end + ENTRY * entriesOf(blocks.length) > most) this.#empty()
    const length = ENTRY * entriesOf(blocks.length)
    const start = this.#reserve(length)
    blocks.push(start)
    this.#room.words.set([start, start + length], this.#headOf(number))
  }

  /** Spills all entries, so that every block is free. */
  #empty(): void {
    for (const [number, { spilled, blocks }] of this.#parts.entries()) {
      const { buffer } = joined(this.#stretches(number).map(([from, to]) => this.#room.words.subarray(from, to)))
      if (buffer.byteLength > 0)
        spilled.push({ place: this.#spill!.write(new Uint8Array(buffer)), bytes: buffer.byteLength })
      blocks.length = 0
      this.#room.words.set([0, 0], this.#headOf(number))
    }
    this.#end = this.#base
    this.#isSpilled = true
  }

  #pairsOf(number: number): PairRun {
    const stretches = this.#isSpilled ? this.#fetched(number) : this.#stretches(number)
    const slots = slotsFor(stretches.reduce((sum, [from, to]) => sum + (to - from) / ENTRY, 0))
    const room = this.#room
    room.grow(this.#end + slots)
    room.words.fill(0, this.#end, this.#end + slots)
    const run = new PairRun(this.#spill)
    for (const [from, to] of stretches) {
      const end = room.find(from, to, this.#end, slots - 1, this.#found)
      const found = room.words.slice(this.#found, end) as Uint32Array<ArrayBuffer>
      const isKept = !this.#spill || this.#kept + found.byteLength <= this.#spill.limit * SHARE
      if (isKept) this.#kept += found.byteLength
      run.add(found, isKept ? 'kept' : 'spilled')
    }
    return run
  }

  /** Where the entries of a part are. */
  #stretches(number: number): Stretch[] {
    const { blocks } = this.#parts[number]!
    const end = this.#room.words[this.#headOf(number)]!
    return blocks.map((start, i) => [start, i === blocks.length - 1 ? end : start + ENTRY * entriesOf(i)])
  }

  /** The same of a part that was spilled, once it is read into the memory that all parts leave free. */
  #fetched(number: number): Stretch[] {
    const { spilled } = this.#parts[number]!
    this.#end = this.#base
    for (const { place, bytes } of spilled) {
      const start = this.#reserve(bytes / 4)
      const { buffer, byteOffset } = this.#room.words
      this.#spill!.read(place, new Uint8Array(buffer, byteOffset + 4 * start, bytes))
    }
    const stretches: Stretch[] = []
    for (let from = this.#base; from < this.#end; from += ENTRY * LONG)
      stretches.push([from, Math.min(this.#end, from + ENTRY * LONG)])
    return stretches
  }

  /** Where the head of a part is. */
  #headOf(number: number): number {
    return this.#heads[Math.floor(number / PARTS)]! + 2 * (number % PARTS)
  }

  /** The place of so many words that nobody uses. */
  #reserve(length: number): number {
    const start = this.#end
    this.#end += length
    this.#room.grow(this.#end)
    return start
  }
}

/** Entries of the block of that number in a part. */
function entriesOf(block: number): number {
  return Math.min(LONG, SHORT * 2 ** block)
}

/** Slots of a table of so many hashes, so few of which are taken that one seldom looks at two. */
function slotsFor(count: number): number {
  return 2 ** Math.ceil(Math.log2(4 * count + 2))
}

function joined(lists: readonly Uint32Array[]): Uint32Array<ArrayBuffer> {
  const all = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0))
  let end = 0
  for (const list of lists) {
    all.set(list, end)
    end += list.length
  }
  return all
}
