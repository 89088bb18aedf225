import type { Chunk } from '../model/chunk'
import { grown } from '../model/hash'
import { byteBits, nested, signature, signatureOf } from '../model/signature'
import type { RecordFlaw } from './record-flaw'
import { passedBits, passedEscape, skipText } from './skip'
import { readText } from './text'

const encoder = new TextEncoder()

// The cells under construction; they grow as needed and are copied out when the chunk is done.
let starts = new Uint32Array(4_096)
let ends = new Uint32Array(4_096)
let masks = new Uint32Array(4_096)
let rows = new Uint32Array(1_024)
/** By row: the first byte of its record, and the byte behind its last. */
let records = new Uint32Array(2_048)

/** A chunk of records, with where each of them lies, and what is wrong in its bytes. */
export interface RecordChunk extends Chunk {
  /** By row, two numbers: the first byte of its record, and the byte behind its last. */
  readonly records: Uint32Array
  readonly flaws: readonly RecordFlaw[]
}

/** The index of a chunk while its records are read: one at a time, since its memory is shared. */
export class Grid {
  #rowCount = 0
  /** Number of the first cell of the row, and of the cell after its last. */
  #first = 0
  #next = 0

  constructor() {
    rows[0] = 0
  }

  get rowCount(): number {
    return this.#rowCount
  }

  get cellCount(): number {
    return this.#next
  }

  /** Begins a row of so many cells, all of them without a value. */
  begin(width: number): void {
    this.#first = this.#next
    this.#next += width
    while (this.#next > starts.length) grow()
    starts.fill(0, this.#first, this.#next)
    ends.fill(0, this.#first, this.#next)
    masks.fill(0, this.#first, this.#next)
  }

  /** Forgets the cells of the row that was begun last. */
  again(): void {
    this.#next = this.#first
  }

  /** One more cell at the end of the row. */
  widen(): number {
    this.#next++
    while (this.#next > starts.length) grow()
    ends[this.#next - 1] = 0
    masks[this.#next - 1] = 0
    return this.#next - 1 - this.#first
  }

  /** Whether a column of the row has its value already. */
  has(column: number): boolean {
    return ends[this.#first + column] !== 0
  }

  /** Puts the value between two bytes, of that signature, into a column of the row. */
  set(column: number, from: number, to: number, mask: number): void {
    const cell = this.#first + column
    starts[cell] = from
    ends[cell] = to
    masks[cell] = mask
  }

  /** By column: in how many rows its key is not there, and the first of them. */
  readonly absent = new Map<number, { count: number; readonly first: number }>()

  /** Ends the row with its record; a column without a value is marked at the bracket that opens the record. */
  end(from: number, to: number): void {
    for (let cell = this.#first; cell < this.#next; cell++)
      if (ends[cell] === 0) {
        starts[cell] = from
        ends[cell] = from + 1
        this.#countAbsent(cell - this.#first)
      }
    if (2 * this.#rowCount + 2 > records.length) records = grown(records)
    records[2 * this.#rowCount] = from
    records[2 * this.#rowCount + 1] = to
    this.#rowCount++
    if (this.#rowCount === rows.length) rows = grown(rows)
    rows[this.#rowCount] = this.#next
  }

  #countAbsent(column: number): void {
    const known = this.absent.get(column)
    if (known) known.count++
    else this.absent.set(column, { count: 1, first: this.#rowCount })
  }

  /** The chunk of the rows, with the bytes in which they lie. */
  chunk(
    bytes: Uint8Array,
    from: { readonly start: number; readonly row: number },
    flaws: readonly RecordFlaw[],
  ): RecordChunk {
    return {
      bytes,
      start: from.start,
      firstRow: from.row,
      firstColumn: 0,
      rowCount: this.#rowCount,
      rowEnded: true,
      rowCells: rows.slice(0, this.#rowCount + 1),
      cellStart: starts.slice(0, this.#next),
      cellEnd: ends.slice(0, this.#next),
      signatures: masks.slice(0, this.#next),
      records: records.slice(0, 2 * this.#rowCount),
      flaws,
    }
  }
}

/** The signature of the text between two bytes, its quotes included, which `skipText` has just passed. */
export function passedTextMask(bytes: Uint8Array, from: number, to: number): number {
  if (!passedEscape) return signatureOf(passedBits | signature.quoted, bytes, from + 1, to - 1)
  return escapedMask(readText(bytes, from, () => undefined).text)
}

/** The signature of a text that is written otherwise than it reads. */
export function escapedMask(text: string): number {
  const read = encoder.encode(text)
  let bits = signature.quoted | signature.escaped
  for (const byte of read) bits |= byteBits[byte]!
  return signatureOf(bits, read, 0, read.length)
}

/** The signature of a value that strict JSON has between two bytes. */
export function strictMask(bytes: Uint8Array, from: number, to: number): number {
  const byte = bytes[from]!
  if (byte === 34) {
    skipText(bytes, from)
    return passedTextMask(bytes, from, to)
  }
  return byte === 123 || byte === 91 ? nestedMask(from, to) : scalarMask(bytes, from, to)
}

/** The signature of a number or a word; that of `null`, which is no value, is empty. */
export function scalarMask(bytes: Uint8Array, from: number, to: number): number {
  if (bytes[from] === 110) return 0
  let bits: number = signature.native
  for (let at = from; at < to; at++) bits |= byteBits[bytes[at]!]!
  return signatureOf(bits, bytes, from, to)
}

/** The signature of a list or an object. */
export function nestedMask(from: number, to: number): number {
  return (nested | signature.otherMark | (Math.min(to - from, 0xffff) << 16)) >>> 0
}

function grow(): void {
  starts = grown(starts)
  ends = grown(ends)
  masks = grown(masks)
}
