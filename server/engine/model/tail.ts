import { type Chunk, signatureAt } from './chunk'
import { signature, signatureLength } from './signature'
import type { Table } from './table'

/** Data rows that tell whether the rows of a file end in spare delimiters, and the share of them that must. */
const HEAD_ROWS = 1_000
const SHARE = 0.9

/** Number of unnamed columns at the right of a table in which no data row has more than spaces; reads the table when its last label is blank. */
export function emptyColumns(table: Table): number {
  const { labels } = table
  const named = labels.findLastIndex(label => label.trim() !== '') + 1
  if (named === labels.length || table.headerRow === undefined) return 0
  return Math.max(0, labels.length - Math.max(named, lastFilled(table, named) + 1))
}

/** Number of empty cells that nearly all rows have beyond the last label. */
export function spareCells(table: Table): number {
  let spare = Number.POSITIVE_INFINITY
  let rows = 0
  let longer = 0
  for (let row = table.firstDataRow; row < table.firstDataRow + HEAD_ROWS; row++) {
    const width = table.width(row)
    if (width === 0) break
    if (!table.isData(row) || width === 1) continue
    rows++
    const beyond = width - table.columnCount
    if (beyond <= 0 || hasValue(table, row, table.columnCount, width)) continue
    longer++
    spare = Math.min(spare, beyond)
  }
  return longer > 0 && longer >= SHARE * rows ? spare : 0
}

/** The last column, from `from` on, in which a data row has a value; −1 when there is none. */
function lastFilled(table: Table, from: number): number {
  let last = -1
  for (const chunk of table.chunks())
    for (let i = 0; i < chunk.rowCount; i++) {
      if (!table.isData(chunk.firstRow + i)) continue
      const first = chunk.rowCells[i]! - (i === 0 ? chunk.firstColumn : 0)
      const least = Math.max(from, last + 1)
      for (let cell = chunk.rowCells[i + 1]! - 1; cell - first >= least; cell--)
        if (!isBlank(table, chunk, cell)) {
          last = cell - first
          break
        }
    }
  return last
}

/** Whether a cell is empty, or holds nothing but spaces. */
function isBlank(table: Table, chunk: Chunk, cell: number): boolean {
  const signed = signatureAt(chunk, cell)
  if (signatureLength(signed) === 0) return true
  return (signed & signature.edgeSpace) !== 0 && table.textAt(chunk, cell).trim() === ''
}

function hasValue(table: Table, row: number, from: number, to: number): boolean {
  for (let column = from; column < to; column++) if (table.text(row, column) !== '') return true
  return false
}
