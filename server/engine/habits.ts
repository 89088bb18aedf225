import { type Chunk, signatureAt } from './model/chunk'
import type { Head } from './model/cut'
import type { FileTable } from './model/file-table'
import { signature } from './model/signature'

const BIT_COUNT = 16
const BITS = 0xffff & ~(signature.quoted | signature.escaped | signature.native)

/** Cells among which a bit must be found in more than one, to be usual, and to be so whatever a few rows more hold. */
const RARE = 50
const SURE = 25

/** So many rows with at most one value are notes and blank rows, which tell nothing of what the rows of a table fill. */
const NOTES = 5

/** Columns beyond which nothing is kept of a chunk: it would weigh more than the text. */
const MANY = 100

/** What the cells of a column mostly are: see `Column`. */
export interface Habit {
  /** Signature bits that more than one in fifty of the filled cells have, and at least two. */
  readonly usual: number
  /** Those that more than one in 25 have, and at least two. */
  readonly sure: number
  readonly isUsuallyFilled: boolean
}

/** What is counted of some rows. */
interface Tally {
  /** Cells that have a bit, for each bit of each column. */
  readonly bits: Uint32Array
  /** Cells with something in them, by column. */
  readonly filled: Uint32Array
  /** Those of them that have their row for themselves. */
  readonly alone: Uint32Array
  rows: number
  /** Rows with at most one value. */
  bare: number
}

/** What the cells in the first rows of a table mostly are; of a text under edit only chunks that are new are counted. */
export class Habits {
  readonly #table: FileTable
  readonly #rows: number
  /** Of the chunks that are among the first rows as a whole, and of all these together. */
  #tallies: ReadonlyMap<Head, Tally> = new Map()
  readonly #whole: Tally

  constructor(table: FileTable, rows: number) {
    this.#table = table
    this.#rows = rows
    this.#whole = newTally(table.labels.length)
  }

  /** The habits of each column as the rows are now. */
  now(): readonly Habit[] {
    const { cut, firstDataRow, labels } = this.#table
    const end = firstDataRow + this.#rows
    const others: Tally[] = []
    const tallies = new Map<Head, Tally>()
    const isThere = (i: number) => i < cut.heads.length || cut.cutNext()
    for (let i = 0; isThere(i) && cut.heads[i]!.firstRow < end; ) {
      const first = i
      // A row in many chunks is counted with all of them.
      while (!cut.heads[i++]!.rowEnded && isThere(i));
      const head = cut.heads[first]!
      // What is known of a chunk goes for all of its rows: an edit before it may have pushed some out of the first ones.
      const isWhole = i === first + 1 && head.firstRow >= firstDataRow && head.firstRow + head.rowCount <= end
      const known = isWhole ? this.#tallies.get(head) : undefined
      const tally = known ?? this.#counted(cut.heads.slice(first, i))
      if (!isWhole || labels.length > MANY) others.push(tally)
      else {
        tallies.set(head, tally)
        if (!known) add(this.#whole, tally, 1)
      }
    }
    for (const [head, tally] of this.#tallies) if (!tallies.has(head)) add(this.#whole, tally, -1)
    this.#tallies = tallies
    const all = newTally(labels.length)
    for (const tally of [this.#whole, ...others]) add(all, tally, 1)
    return habitsBy(all)
  }

  /** Chunks that hold whole rows together. */
  #counted(heads: readonly Head[]): Tally {
    const { cut, firstDataRow, labels } = this.#table
    const tally = newTally(labels.length)
    const row = { cells: 0, last: 0 }
    for (const head of heads) {
      const chunk = cut.indexes.of(head)
      const rows = Math.min(chunk.rowCount, firstDataRow + this.#rows - chunk.firstRow)
      for (let i = 0; i < rows; i++) {
        if (!this.#table.isDataIn(chunk, i)) continue
        if (i > 0 || chunk.firstColumn === 0) {
          endRow(tally, row)
          tally.rows++
        }
        countCells(chunk, i, tally, row)
      }
    }
    endRow(tally, row)
    return tally
  }
}

function newTally(width: number): Tally {
  return {
    bits: new Uint32Array(width * BIT_COUNT),
    filled: new Uint32Array(width),
    alone: new Uint32Array(width),
    rows: 0,
    bare: 0,
  }
}

/** Counts the cells of a row that lie in a chunk. `row`: how many are filled so far, and the last of them. */
function countCells(chunk: Chunk, index: number, { bits, filled }: Tally, row: { cells: number; last: number }): void {
  const { rowCells } = chunk
  const first = rowCells[index]! - (index === 0 ? chunk.firstColumn : 0)
  const end = Math.min(rowCells[index + 1]!, first + filled.length)
  for (let cell = rowCells[index]!; cell < end; cell++) {
    const mask = signatureAt(chunk, cell)
    if (mask <= 0xffff) continue
    const column = cell - first
    filled[column]!++
    row.cells++
    row.last = column
    for (let left = mask & BITS; left !== 0; left &= left - 1)
      bits[column * BIT_COUNT + 31 - Math.clz32(left & -left)]!++
  }
}

/** To be called for what is before the first row, too. */
function endRow(tally: Tally, row: { cells: number; last: number }): void {
  if (tally.rows > 0 && row.cells <= 1) tally.bare++
  if (row.cells === 1) tally.alone[row.last]!++
  row.cells = 0
}

function add(all: Tally, { bits, filled, alone, rows, bare }: Tally, sign: 1 | -1): void {
  for (let i = 0; i < bits.length; i++) all.bits[i]! += sign * bits[i]!
  for (let i = 0; i < filled.length; i++) all.filled[i]! += sign * filled[i]!
  for (let i = 0; i < alone.length; i++) all.alone[i]! += sign * alone[i]!
  all.rows += sign * rows
  all.bare += sign * bare
}

function habitsBy({ bits, filled, alone, rows, bare }: Tally): Habit[] {
  const areNotes = filled.length > 1 && bare <= NOTES
  const rowsRead = areNotes ? rows - bare : rows
  return Array.from(filled, (cells, column) => {
    const inRows = areNotes ? cells - alone[column]! : cells
    const moreThanOneIn = (some: number) => {
      let mask = 0
      for (let bit = 0; bit < BIT_COUNT; bit++) {
        const count = bits[column * BIT_COUNT + bit]!
        // One cell of a short table is no habit.
        if (count > 1 && count * some > cells) mask |= 1 << bit
      }
      return mask
    }
    return {
      usual: moreThanOneIn(RARE),
      sure: moreThanOneIn(SURE),
      isUsuallyFilled: inRows > 0 && inRows * 10 >= rowsRead * 9,
    }
  })
}
