import type { Table } from './table'

/**
 * Whether a row is one of two parts that a line break inside a cell has made of one: both are short, and have one cell
 * more than a whole row together. It reads the rows before and after it.
 */
export function isHalf(
  table: Pick<Table, 'columnCount' | 'firstDataRow' | 'width'>,
  { index, width }: { readonly index: number; readonly width: number },
): boolean {
  const other = table.columnCount + 1 - width
  if (width < 2 || other < 2) return false
  return table.width(index + 1) === other || (index > table.firstDataRow && table.width(index - 1) === other)
}
