import type { Draft } from './draft'
import type { Chunk } from './model/chunk'
import { signatureAt } from './model/chunk'
import { content, signature } from './model/signature'
import { isSparse } from './model/sparse'
import type { Table } from './model/table'
import { ANY, beginsWith, columnBit, FIRST_CELLS, FIRST_ROWS, namesTotal, rowKinds, type RowShape } from './row-shape'

/** A row while it is read, which may take several chunks: what it holds, and what is found in it. */
export class RowReading {
  row: number
  /** Cells that were read. */
  width = 0
  /** Union of the signatures of its cells. */
  mask = 0
  /** Cells that surely hold something to read. */
  legible = 0
  /** Cells that hold something their column does not usually hold. */
  #odd = 0
  /** Cells that hold something their column may come not to hold usually, and a bit for each of these columns. */
  #rare = 0
  #rareColumns = 0
  /** Cells with something in them, among the columns that nearly all rows fill. */
  #filled = 0
  #isHeader = false
  #isTotal = false
  drafts: Draft[] = []

  constructor(row: number) {
    this.row = row
  }

  /** Goes on with another row; what was found in the one before is taken already. */
  begin(row: number): void {
    this.row = row
    this.width = 0
    this.mask = 0
    this.legible = 0
    this.#odd = 0
    this.#rare = 0
    this.#rareColumns = 0
    this.#filled = 0
    this.#isHeader = false
    this.#isTotal = false
  }

  /** Takes down what tells which kinds of row it is, of the cells that a chunk holds of it. `seeksTotals`: whether the name of a total counts. */
  measure(chunk: Chunk, index: number, { usual, sure, isUsuallyFilled, label }: RowShape, seeksTotals: boolean): void {
    const before = this.width
    const from = chunk.rowCells[index]!
    const to = chunk.rowCells[index + 1]!
    let rowMask = this.mask
    for (let cell = from; cell < to; cell++) {
      const column = before + cell - from
      const mask = signatureAt(chunk, cell)
      rowMask |= mask
      if ((mask & readable) !== 0) this.legible++
      if (column >= sure.length) continue
      const unsure = mask & content & ~sure[column]!
      if (unsure !== 0) {
        this.#rare++
        this.#rareColumns |= columnBit(column)
        if ((unsure & ~usual[column]!) !== 0) this.#odd++
      }
      if (mask > 0xffff && isUsuallyFilled[column]) this.#filled++
    }
    this.mask = rowMask
    this.width += to - from
    if (before > 0) return
    if (label) this.#isHeader = beginsWith(chunk, from + label.column, to, label.bytes)
    if (seeksTotals) this.#isTotal = namesTotal(chunk, from, Math.min(to, from + FIRST_CELLS))
  }

  /** What kinds of row it is, as a bit mask. */
  kinds({ columnCount, firstDataRow }: Pick<Table, 'columnCount' | 'firstDataRow'>, { filledCount }: RowShape): number {
    let kinds = ANY
    if (this.width !== columnCount) kinds |= rowKinds.ragged | rowKinds.suspect
    else if (this.#odd > 1 || this.isFoundApart) kinds |= rowKinds.suspect
    if ((this.mask & content) === 0) kinds |= rowKinds.blank
    else if (isSparse(this.#filled, filledCount)) kinds |= rowKinds.sparse
    if (this.#isHeader) kinds |= rowKinds.header
    if (this.#isTotal) kinds |= rowKinds.total
    if (this.row < firstDataRow + FIRST_ROWS) kinds |= rowKinds.first
    return kinds
  }

  /** A bit for each column whose habits decide whether it is suspect. */
  get habitual(): number {
    return this.#rare > 1 ? this.#rareColumns : 0
  }

  /** Whether findings are in several columns. */
  get isFoundApart(): boolean {
    const { drafts } = this
    for (let i = 1; i < drafts.length; i++) if (drafts[i]!.column !== drafts[0]!.column) return true
    return false
  }

  /** The findings in the order of its columns, which it holds no longer. */
  taken(): Draft[] {
    const { drafts } = this
    this.drafts = []
    return areInOrder(drafts) ? drafts : drafts.toSorted((a, b) => placeIn(a) - placeIn(b))
  }
}

/** Bits of what can surely be read: what is not ASCII may be a space. */
const readable = content & ~signature.nonAscii

/** What is said of the row as a whole stands before what is said of its cells. */
function placeIn({ column }: Draft): number {
  return column ?? -1
}

function areInOrder(drafts: readonly Draft[]): boolean {
  for (let i = 1; i < drafts.length; i++) if (placeIn(drafts[i]!) < placeIn(drafts[i - 1]!)) return false
  return true
}
