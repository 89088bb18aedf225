import { CellMemo } from '../cell-memo'
import type { FileTable } from '../model/file-table'
import { kernel } from '../kernel/kernel'
import { type Chunk, contentEnd, contentStart, signatureAt } from '../model/chunk'
import type { Field } from '../model/field'
import { Hash } from '../model/hash'
import { namesShares } from '../model/measure'
import type { ColumnProfile, Estimate, TopValue, TypeFound } from '../model/profile'
import { content, signature } from '../model/signature'
import { calendarOf, dateProfile } from './calendar'
import { DistinctValues } from './distinct'
import { meaningOf } from './meant'
import { Numbers } from './numbers'
import { numberProfile } from './spread'
import { Texts, told } from './texts'

/** Values that are told as the most frequent. */
const TOP = 10

/** What a value reads as; `number`: that it is, or can only mean, where its column counts numbers. */
interface Reading {
  readonly is: 'value' | 'fault'
  readonly number?: number
}

/** How the cells of a column are read. */
export interface ProfiledColumn {
  readonly index: number
  readonly label: string
  readonly declared: TypeFound | undefined
  readonly found: TypeFound
  /** By which its cells are read. */
  readonly field: Field
  readonly isCode: boolean
  readonly isWithheld: boolean
}

/** Takes in the cells of one column, chunk by chunk, and tells its profile. */
export class ColumnFacts {
  readonly #column: ProfiledColumn
  readonly #table: FileTable
  readonly #missing: readonly Uint8Array[]
  /** Of a column of numbers or dates. */
  readonly #numbers: Numbers | undefined
  /** Of any other. */
  readonly #distinct = new DistinctValues()
  readonly #texts = new Texts()
  readonly #hash = new Hash()
  /** True for a type that is at peace with every text. */
  readonly #readsAll: boolean
  readonly #memo = new CellMemo<Reading>()
  /** What a value that is not of the type can only mean. */
  readonly #meaning: ((text: string) => number | undefined) | undefined
  #filled = 0
  #absent = 0
  #unread = 0
  #understood = 0

  constructor(column: ProfiledColumn, table: FileTable) {
    this.#column = column
    this.#table = table
    const { type, format, missingValues } = column.field
    this.#missing = missingValues.filter(text => text !== '').map(text => encoder.encode(text))
    const isNumeric = type === 'number' || type === 'integer' || calendarOf(type) !== undefined
    this.#numbers = isNumeric ? new Numbers() : undefined
    this.#meaning = meaningOf(type)
    this.#readsAll = type === 'any' || (type === 'string' && format === 'default')
  }

  /** The cells of these rows of a chunk, counted from its first. */
  add(chunk: Chunk, rows: Uint32Array): void {
    const hashes = this.#hashes(chunk)
    const { rowCells, cellStart, bytes } = chunk
    const { index } = this.#column
    for (const row of rows) {
      const first = rowCells[row]!
      const cell = first + index - (row === 0 ? chunk.firstColumn : 0)
      if (cell < first || cell >= rowCells[row + 1]!) continue
      const mask = signatureAt(chunk, cell)
      if ((mask & content) === 0) continue
      const start = cellStart[cell]!
      if (mask & signature.escaped) {
        if (hashes && this.#readsAll && this.#distinct.addKnown(hashes[2 * row]!, hashes[2 * row + 1]!)) {
          this.#filled++
          continue
        }
        const text = encoder.encode(this.#table.textAt(chunk, cell))
        this.#addValue(text, 0, text.length, chunk.start + start)
        continue
      }
      const [from, to] = [contentStart(chunk, cell, mask), contentEnd(chunk, cell, mask)]
      if (hashes) {
        this.#filled++
        this.#hash.low = hashes[2 * row]!
        this.#hash.high = hashes[2 * row + 1]!
        this.#addHashed(bytes, from, to, chunk.start + start)
      } else this.#addValue(bytes, from, to, chunk.start + start)
    }
  }

  /** The hashes of the column's cells row by row, as the kernel makes them; undefined where they are of no use. */
  #hashes(chunk: Chunk): Uint32Array | undefined {
    if (this.#numbers || this.#missing.length > 0 || chunk.firstColumn > 0 || this.#table.isPlain) return undefined
    const columns = [this.#column.index]
    const { doubledQuote } = this.#table
    return kernel()?.keyHashes(chunk, 0, { columns, missing: 'none', edgeSpace: 'counts', doubledQuote })
  }

  /** The facts of all that was added, in steps of some milliseconds. */
  *profile(): Generator<void, ColumnProfile> {
    const { index, label, declared, found, isCode, isWithheld, field } = this.#column
    const known = {
      column: index,
      label,
      ...(declared && { declared }),
      found,
      isCode,
      filled: this.#filled,
      absent: this.#absent,
      unread: this.#unread,
      understood: this.#understood,
      isWithheld,
    }
    const numbers = this.#numbers
    if (!numbers) {
      const { estimate, lost } = this.#distinct
      const distinct = { ...estimate, count: Math.min(estimate.count, this.#filled) }
      if (isWithheld) return { ...known, distinct, top: [], topMargin: 0 }
      const texts = this.#texts.profile
      const top = topValues(this.#distinct.top(TOP), { distinct, lost }, mark => this.#textAt(mark))
      return { ...known, distinct, ...(texts && { texts }), top, topMargin: lost }
    }
    const sorted = yield* numbers.sorted()
    const distinct = numbers.distinct(sorted)
    const { count } = numbers.moments
    if (isWithheld || count === 0) return { ...known, distinct, top: [], topMargin: 0 }
    const calendar = calendarOf(field.type)
    const { lost } = numbers
    const top = topValues(numbers.top(sorted, TOP), { distinct, lost }, calendar?.inWords ?? String)
    return {
      ...known,
      distinct,
      ...(calendar
        ? { dates: dateProfile(sorted, count, calendar) }
        : {
            numbers: numberProfile(sorted, numbers.moments, {
              isShared: !isCode && namesShares(label),
              beyond: this.#beyond(numbers),
            }),
          }),
      top,
      topMargin: lost,
    }
  }

  #addValue(bytes: Uint8Array, from: number, to: number, at: number): void {
    for (const missing of this.#missing) if (isWritten(bytes, from, to, missing)) return void this.#absent++
    this.#filled++
    const { field } = this.#column
    if (this.#numbers) {
      const number = field.numberAt?.(bytes, from, to) ?? Number.NaN
      if (number - number === 0) this.#numbers.add(number, at)
      else this.#addOdd(bytes, from, to, { at, numbers: this.#numbers })
      return
    }
    this.#hash.of(bytes, from, to)
    this.#addHashed(bytes, from, to, at)
  }

  /** A value whose hash was just made; `at`: the byte of the text at which its cell begins. */
  #addHashed(bytes: Uint8Array, from: number, to: number, at: number): void {
    if (this.#distinct.add(this.#hash.low, this.#hash.high, at)) this.#texts.add(bytes, from, to)
    const { accept } = this.#column.field
    if (this.#readsAll || accept?.(bytes, from, to)) return
    if (this.#reading(bytes, from, to).is === 'fault') this.#unread++
  }

  /** A value of a column of numbers or dates whose bytes did not tell it. */
  #addOdd(
    bytes: Uint8Array,
    from: number,
    to: number,
    { at, numbers }: { readonly at: number; readonly numbers: Numbers },
  ): void {
    const { is, number } = this.#reading(bytes, from, to)
    if (is === 'fault') this.#unread++
    if (number === undefined) return
    if (is === 'fault') this.#understood++
    if (Number.isFinite(number)) numbers.add(number, at)
  }

  #reading(bytes: Uint8Array, from: number, to: number): Reading {
    const known = this.#memo.of(bytes, from, to)
    if (known) return known
    const text = decoder.decode(bytes.subarray(from, to))
    const value = this.#column.field.read(text)
    const is = value === undefined ? 'fault' : 'value'
    const number = value === undefined ? this.#meaning?.(text) : typeof value === 'number' ? value : undefined
    const reading = { is, ...(number !== undefined && { number }) } as const
    this.#memo.keep(bytes, from, to, reading)
    return reading
  }

  #beyond({ ends }: Numbers) {
    return (lower: number, upper: number) =>
      ends.beyond(lower, upper).map(({ number, mark }) => ({ value: number, row: this.#table.locate(mark).row }))
  }

  /** The value of the cell that begins at a byte of the text. */
  #textAt(offset: number): string {
    const { row, column } = this.#table.locate(offset)
    return this.#table.text(row, column) ?? ''
  }
}

/** Values that come once tell nothing, unless they are all there is, and neither do counts that may all be owed to what was forgotten. */
function topValues(
  values: readonly { readonly mark: number; readonly count: number }[],
  { distinct, lost }: { readonly distinct: Estimate; readonly lost: number },
  inWords: (mark: number) => string,
): TopValue[] {
  return values
    .filter(({ count }) => (count > 1 || distinct.count <= TOP) && count > lost)
    .map(({ mark, count }) => ({ value: told(inWords(mark)), count }))
}

function isWritten(bytes: Uint8Array, from: number, to: number, other: Uint8Array): boolean {
  if (to - from !== other.length) return false
  for (let i = 0; i < other.length; i++) if (bytes[from + i] !== other[i]) return false
  return true
}

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
