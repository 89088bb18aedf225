import type { Chunk } from '../model/chunk'
import { grown } from '../model/hash'
import { byteBits, nested, signature, signatureOf } from '../model/signature'
import type { Holder, KeyColumns } from './columns'
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
  /** Cells that every row has. */
  readonly #width: number
  readonly #columns: KeyColumns | undefined
  /** By holder: the byte of its bracket in the row; −1 where something else stands in its place, 0 where nothing does. */
  readonly #brackets: Int32Array

  /** `columns`: those of objects, which all have them; without any, a row is as wide as it comes to be. */
  constructor(columns: KeyColumns | undefined) {
    this.#columns = columns
    this.#width = columns?.holderOf.length ?? 0
    this.#brackets = new Int32Array(columns?.holders.length ?? 0)
    rows[0] = 0
  }

  get rowCount(): number {
    return this.#rowCount
  }

  get cellCount(): number {
    return this.#next
  }

  /** Begins a row, all of whose cells are without a value. */
  begin(): void {
    this.#first = this.#next
    this.#next += this.#width
    if (this.#brackets.length > 0) this.#brackets.fill(0)
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

  /** Leaves a column of the row without a value. */
  clear(column: number): void {
    this.set(column, 0, 0, 0)
  }

  /** Whether a holder, or something else in its place, was met in the row. */
  isMet({ number }: Holder): boolean {
    return this.#brackets[number] !== 0
  }

  /** Notes that a holder begins at a byte. */
  open({ number }: Holder, at: number): void {
    this.#brackets[number] = at
  }

  /** Notes that something else stands in the place of a holder. */
  pass({ number }: Holder): void {
    this.#brackets[number] = -1
  }

  /** Notes that nothing stands there. */
  close({ number }: Holder): void {
    this.#brackets[number] = 0
  }

  /** By column, and behind the last one by holder: in how many rows its key is not there, and the first of them. */
  readonly absent = new Map<number, { count: number; readonly first: number }>()

  /** Ends the row with its record; a column without a value is marked at the bracket of what should hold it, as far as that is there. */
  end(from: number, to: number): void {
    const isFlat = this.#brackets.length === 0
    for (let cell = this.#first; cell < this.#next; cell++)
      if (ends[cell] === 0) {
        const column = cell - this.#first
        const start = isFlat ? from : this.#bracketOf(column, from)
        starts[cell] = start
        ends[cell] = start + 1
        if (isFlat || this.#isAbsent(column)) this.#countAbsent(column)
      }
    if (!isFlat) this.#countHolders()
    if (2 * this.#rowCount + 2 > records.length) records = grown(records)
    records[2 * this.#rowCount] = from
    records[2 * this.#rowCount + 1] = to
    this.#rowCount++
    if (this.#rowCount === rows.length) rows = grown(rows)
    rows[this.#rowCount] = this.#next
  }

  /** The bracket of the holder of a column, or of the nearest object round it that is there; `record`: that of the record. */
  #bracketOf(column: number, record: number): number {
    const { holderOf, holders } = this.#columns!
    let holder = holderOf[column]!
    while (holder >= 0 && this.#brackets[holder]! <= 0) holder = holders[holder]!.around
    return holder < 0 ? record : this.#brackets[holder]!
  }

  #isOpen(holder: number): boolean {
    return holder < 0 || this.#brackets[holder]! > 0
  }

  /** Whether the object that should hold the key of a column is there and has it not, nor an object under it. */
  #isAbsent(column: number): boolean {
    const { holderOf, placeOf } = this.#columns!
    const place = placeOf[column]!
    return this.#isOpen(holderOf[column]!) && (place < 0 || this.#brackets[place] === 0)
  }

  #countHolders(): void {
    for (const holder of this.#columns!.holders)
      if (holder.column < 0 && !this.isMet(holder) && this.#isOpen(holder.around) && !this.#isElement(holder))
        this.#countAbsent(this.#width + holder.number)
  }

  /** Whether a holder is the element of a list, of which there are as many as there are. */
  #isElement({ around }: Holder): boolean {
    return this.#columns!.holders[around]?.bracket === 91
  }

  #countAbsent(key: number): void {
    const known = this.absent.get(key)
    if (known) known.count++
    else this.absent.set(key, { count: 1, first: this.#rowCount })
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

/** Whether a cell has a value or `null`, rather than no key: else it marks a bracket. `record`: where its record begins. */
export function hasKey({ bytes, cellStart, cellEnd, signatures }: RecordChunk, cell: number, record: number): boolean {
  const start = cellStart[cell]!
  return start !== record && (signatures[cell] !== 0 || cellEnd[cell] !== start + 1 || !isBracket(bytes[start]))
}

function isBracket(byte: number | undefined): boolean {
  return byte === 123 || byte === 91
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
