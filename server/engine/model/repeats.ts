import { ENTRY, type HashRoom, PARTS, partOf, PlainHashRoom } from './hash-room'

/** Entries of the first block of a part, each of which is twice as long as the one before, and of the longest. */
const SHORT = 16
const LONG = 1_024

/** Words of hashes that are taken over at once, and of pairs that one block can bring up. */
const TAKEN = 4_096
const FOUND = 2 * LONG

/** Rows by the hash of each of their keys, of which some come up again: 8 bytes for a row and key. */
export class Repeats {
  readonly #room: HashRoom
  /** Where hashes are put to be taken over, and where pairs are found. */
  readonly #taken: number
  readonly #found: number
  /** By key, where the heads of its parts are. */
  readonly #heads: number[] = []
  /** By key and part, where its blocks begin. */
  readonly #blocks: number[][] = []
  /** The first word that is free. */
  #end: number

  constructor(room: HashRoom = new PlainHashRoom()) {
    this.#room = room
    this.#taken = room.first
    this.#found = this.#taken + TAKEN
    this.#end = this.#found + FOUND
    room.grow(this.#end)
  }

  /** The number of another key. */
  begin(): number {
    this.#heads.push(this.#reserve(2 * PARTS))
    for (let part = 0; part < PARTS; part++) this.#blocks.push([])
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
        if (at < end) this.#lengthen(key, partOf(room.words[at]!))
      }
    }
  }

  /**
   * The rows whose hash seems to be that of a row before them, in order, each followed by the first of these: of a hash
   * 39 bits are kept, so that one pair among a million rows is of two hashes.
   */
  *pairs(key: number): Generator<readonly [row: number, first: number]> {
    const pairs = joined(Array.from({ length: PARTS }, (_, part) => this.#pairsOf(key, part)))
    // A pair is a number whose upper half is the row.
    new BigUint64Array(pairs.buffer).sort()
    for (let at = 0; at < pairs.length; at += 2) yield [pairs[at + 1]!, pairs[at]!]
  }

  /** Gives a part another block, behind those that it has. */
  #lengthen(key: number, part: number): void {
    const blocks = this.#blocks[key * PARTS + part]!
    const length = ENTRY * entriesOf(blocks.length)
    const start = this.#reserve(length)
    blocks.push(start)
    this.#room.words.set([start, start + length], this.#heads[key]! + 2 * part)
  }

  #pairsOf(key: number, part: number): Uint32Array {
    const room = this.#room
    const blocks = this.#blocks[key * PARTS + part]!
    const end = room.words[this.#heads[key]! + 2 * part]!
    const slots = slotsFor(blocks.reduce((sum, _start, i) => sum + entriesOf(i), 0))
    room.grow(this.#end + slots)
    room.words.fill(0, this.#end, this.#end + slots)
    const found = blocks.map((start, i) => {
      const blockEnd = i === blocks.length - 1 ? end : start + ENTRY * entriesOf(i)
      const foundEnd = room.find(start, blockEnd, this.#end, slots - 1, this.#found)
      return room.words.slice(this.#found, foundEnd)
    })
    return joined(found)
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

/** Slots of a table of so many hashes, at least half of which stay free. */
function slotsFor(count: number): number {
  return 2 ** Math.ceil(Math.log2(2 * count + 2))
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
