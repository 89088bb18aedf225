import type { Table } from './table'

/** What stands between the cells of a table's text; undefined for a table of one column. */
export function delimiterOf(table: Table): string | undefined {
  for (const chunk of table.chunks()) {
    for (let row = 0; row < chunk.rowCount; row++) {
      const cell = chunk.rowCells[row]!
      if (chunk.rowCells[row + 1]! - cell < 2) continue
      const between = chunk.bytes.subarray(chunk.cellEnd[cell]!, chunk.cellStart[cell + 1]!)
      const written = new TextDecoder().decode(between)
      // Spaces after a delimiter may be no part of the next cell.
      return written.trimEnd() || written
    }
    break
  }
  return undefined
}
