import { ENTRY, type HashRoom, PARTS, partOf, PlainHashRoom } from './hash-room'
import { pieces } from './in-order'
import { inOrder, PairRun } from './pair-run'
import type { Spill } from './spill'
import { SHARE } from './word-list'

/** Entries of the first block of a part, each of which is twice as long as the one before, and of the longest. */
const SHORT = 16
const LONG = 1_024

/** Entries of a part up to which its table is made at once for all of them: of more, few may be of different hashes. */
const USUAL = 1 << 15

/** Blocks that are spilled together. */
const WRITTEN = 64

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
   * 39 bits are kept, so that one pair among a million rows is of two hashes. No hash is added meanwhile.
   */
  *pairs(key: number): Generator<readonly [row: number, first: number]> {
    if (this.#isSpilled) this.#empty()
    const before = this.#kept
    const runs = Array.from({ length: PARTS }, (_, part) => this.#pairsOf(key * PARTS + part))
    const own = this.#kept - before
    yield* inOrder(runs)
    this.#kept -= own
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
      for (const some of pieces(this.#stretches(number), (_first, _next, count) => count < WRITTEN)) {
        const { buffer } = joined(some.map(([from, to]) => this.#room.words.subarray(from, to)))
        if (buffer.byteLength > 0)
          spilled.push({ place: this.#spill!.write(new Uint8Array(buffer)), bytes: buffer.byteLength })
      }
      blocks.length = 0
      this.#room.words.set([0, 0], this.#headOf(number))
    }
    this.#end = this.#base
    this.#isSpilled = true
  }

  #pairsOf(number: number): PairRun {
    const room = this.#room
    const run = new PairRun(this.#spill)
    const seen = this.#end
    const words = this.#wordsOf(number)
    const slots = seen + words
    const least = slotsFor(Math.min(words / ENTRY, USUAL))
    let end = seen
    let size = 0
    for (const length of this.#putBehind(number, () => end)) {
      const isFull = 2 * (end + length - seen) > size
      if (isFull) size = this.#hashed(seen, end, slots, Math.max(least, slotsFor((end + length - seen) / ENTRY)))
      const to = room.find(end, end + length, slots, size - 1, this.#found)
      const found = room.words.slice(this.#found, to) as Uint32Array<ArrayBuffer>
      const isKept = !this.#spill || this.#kept + found.byteLength <= this.#spill.limit * SHARE
      if (isKept) this.#kept += found.byteLength
      run.add(found, isKept ? 'kept' : 'spilled')
      // Where all are found, nobody needs to see these again.
      if (found.length < length) end += length
    }
    return run
  }

  /** Makes a table of so many slots of all entries from one place to another. */
  #hashed(from: number, to: number, slots: number, size: number): number {
    this.#room.grow(slots + size)
    this.#room.words.fill(0, slots, slots + size)
    for (let at = from; at < to; at += ENTRY * LONG)
      this.#room.find(at, Math.min(to, at + ENTRY * LONG), slots, size - 1, this.#found)
    return size
  }

  /** Puts the entries of a part, some at a time, where there is place for them, and tells how many words they are. */
  *#putBehind(number: number, place: () => number): Generator<number> {
    const room = this.#room
    for (const spilled of this.#isSpilled ? this.#parts[number]!.spilled : [])
      for (let done = 0; done < spilled.bytes; done += 4 * ENTRY * LONG) {
        const bytes = Math.min(4 * ENTRY * LONG, spilled.bytes - done)
        room.grow(place() + bytes / 4)
        const { buffer, byteOffset } = room.words
        this.#spill!.read(spilled.place + done, new Uint8Array(buffer, byteOffset + 4 * place(), bytes))
        yield bytes / 4
      }
    for (const [from, to] of this.#stretches(number)) {
      room.grow(place() + to - from)
      room.words.copyWithin(place(), from, to)
      yield to - from
    }
  }

  /** Words of all entries of a part. */
  #wordsOf(number: number): number {
    const bytes = this.#parts[number]!.spilled.reduce((sum, spilled) => sum + spilled.bytes, 0)
    return this.#stretches(number).reduce((sum, [from, to]) => sum + to - from, bytes / 4)
  }

  /** Where the entries of a part are that were not spilled. */
  #stretches(number: number): Stretch[] {
    const { blocks } = this.#parts[number]!
    const end = this.#room.words[this.#headOf(number)]!
    return blocks.map((start, i) => [start, i === blocks.length - 1 ? end : start + ENTRY * entriesOf(i)])
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
