import type { Chunk } from './chunk'
import type { DataRow } from './data-row'
import type { Table } from './table'

/** The rows of data from the first on, blank ones included, at most so many: faster than to look for each by its number. */
export function* dataRows(table: Table, most: number = Number.POSITIVE_INFINITY): Generator<DataRow> {
  if (table.kept) return yield* table.kept.rows(most)
  let rows = 0
  for (const chunk of table.chunks())
    for (let i = 0; i < chunk.rowCount; i++) {
      const isRest = i === 0 && chunk.firstColumn > 0
      if (isRest || !table.isDataIn(chunk, i)) continue
      if (++rows > most) return
      const index = chunk.firstRow + i
      const goesOn = i === chunk.rowCount - 1 && !chunk.rowEnded
      yield { index, text: column => (goesOn ? table.text(index, column) : textIn(table, chunk, i, column)) }
    }
}

function textIn(table: Table, chunk: Chunk, row: number, column: number): string | undefined {
  const cell = chunk.rowCells[row]! + column
  return cell < chunk.rowCells[row + 1]! ? table.textAt(chunk, cell) : undefined
}
