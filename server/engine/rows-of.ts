import type { Dataset } from './dataset'

/** The number of data rows of a table: neither header nor comment. */
export function rowsOf({ table, readable }: Dataset): number {
  if (!readable) return 0
  const { rowCount } = table
  if (!table.hasComments) return Math.max(0, rowCount - table.firstDataRow)
  let rows = 0
  for (let row = table.firstDataRow; row < rowCount; row++) if (table.isData(row)) rows++
  return rows
}
