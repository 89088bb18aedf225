import type { CsvTable } from './csv/table'
import { signature } from './model/signature'

const BIT_COUNT = 16
const BITS = 0xffff & ~(signature.quoted | signature.escaped)

/** Cells among which a bit must be found in more than one, to be usual. */
const RARE = 50

/** So many rows with at most one value are notes and blank rows, which tell nothing of what the rows of a table fill. */
const NOTES = 5

/** What the cells of a column mostly are: see `Column`. */
export interface Habit {
  readonly usual: number
  readonly isUsuallyFilled: boolean
}

/** The first data rows of a table, column by column, read when first asked for. */
export class FirstRows {
  readonly #table: CsvTable
  readonly #rows: number
  readonly #values: (readonly string[])[] = []
  #habits: readonly Habit[] | undefined

  constructor(table: CsvTable, rows: number) {
    this.#table = table
    this.#rows = rows
  }

  /** The values of a column, empty ones left out. */
  values(column: number): readonly string[] {
    return (this.#values[column] ??= sampleOf(this.#table, column, this.#rows))
  }

  habit(column: number): Habit {
    this.#habits ??= habitsOf(this.#table, this.#rows)
    return this.#habits[column]!
  }

  /** Whether a column holds what it holds in the other rows; true for a column that nobody has read. */
  holdsAlike(column: number, others: FirstRows): boolean {
    const known = this.#values[column]
    if (known === undefined) return true
    const values = others.values(column)
    return known.length === values.length && known.every((value, i) => value === values[i])
  }

  /** What was read is as in the other rows, which are these after an edit. */
  follow(others: FirstRows): void {
    this.#values.length = 0
    this.#values.push(...others.#values)
    this.#habits = others.#habits
  }
}

function sampleOf(table: CsvTable, column: number, rows: number): string[] {
  const values: string[] = []
  const end = table.firstDataRow + rows
  for (const chunk of table.chunks()) {
    if (chunk.firstRow >= end) break
    const { rowCells, signatures } = chunk
    for (let i = 0; i < chunk.rowCount && chunk.firstRow + i < end; i++) {
      const cell = rowCells[i]! + column - (i === 0 ? chunk.firstColumn : 0)
      const isThere = cell >= rowCells[i]! && cell < rowCells[i + 1]!
      const text = isThere && signatures[cell]! > 0xffff && table.isDataIn(chunk, i) ? table.textAt(chunk, cell) : ''
      if (text !== '') values.push(text)
    }
  }
  return values
}

function habitsOf(table: CsvTable, rows: number): Habit[] {
  const width = table.labels.length
  const counts = new Uint32Array(width * BIT_COUNT)
  const filled = new Uint32Array(width)
  /** Cells that have their row for themselves. */
  const alone = new Uint32Array(width)
  let read = 0
  let inRow = 0
  let last = 0
  let bare = 0
  const endRow = () => {
    if (inRow > 1 || read === 0) return
    bare++
    if (inRow === 1) alone[last]!++
  }
  for (const chunk of table.chunks()) {
    if (chunk.firstRow >= table.firstDataRow + rows) break
    for (let i = 0; i < chunk.rowCount; i++) {
      const row = chunk.firstRow + i
      if (row >= table.firstDataRow + rows || !table.isDataIn(chunk, i)) continue
      const first = chunk.rowCells[i]!
      const shift = i === 0 ? chunk.firstColumn : 0
      if (shift === 0) {
        endRow()
        read++
        inRow = 0
      }
      for (let cell = first; cell < chunk.rowCells[i + 1]! && cell - first + shift < width; cell++) {
        const column = cell - first + shift
        const mask = chunk.signatures[cell]!
        if (mask <= 0xffff) continue
        filled[column]!++
        inRow++
        last = column
        for (let bits = mask & BITS; bits !== 0; bits &= bits - 1)
          counts[column * BIT_COUNT + 31 - Math.clz32(bits & -bits)]!++
      }
    }
  }
  endRow()
  const areNotes = width > 1 && bare <= NOTES
  const rowsRead = areNotes ? read - bare : read
  return Array.from({ length: width }, (_, column) => {
    const inRows = areNotes ? filled[column]! - alone[column]! : filled[column]!
    let usual = 0
    for (let bit = 0; bit < BIT_COUNT; bit++)
      if (counts[column * BIT_COUNT + bit]! * RARE > filled[column]!) usual |= 1 << bit
    return { usual, isUsuallyFilled: inRows > 0 && inRows * 10 >= rowsRead * 9 }
  })
}
