/** Rows of a table that are read as part of a cell, since its quote is closed lines below. */
export interface SwallowedRows {
  /** The value that was meant, as far as the delimiter that follows it. */
  readonly value: string
  /** Line ends that the cell passes. */
  readonly lines: number
}

/** Columns from which on the delimiters of a line tell that it is a row. */
const LEAST_COLUMNS = 3

/**
 * The rows that a cell of so many columns holds: its first line has as many delimiters as columns come behind its own,
 * each line between has one for each column but one, most of them round something.
 */
export function swallowedRows(
  text: string,
  { column, columnCount }: { readonly column: number; readonly columnCount: number },
): SwallowedRows | undefined {
  if (columnCount < LEAST_COLUMNS) return undefined
  const lines = text.split(/\r\n|[\r\n]/)
  const [first, ...others] = lines
  const between = others.slice(0, -1).filter(line => line.trim() !== '')
  if (first === undefined || between.length === 0) return undefined
  for (const delimiter of [';', ',', '\t', '|']) {
    const parts = first.split(delimiter)
    if (parts.length !== columnCount - column) continue
    if (between.every(line => isRow(line.split(delimiter), columnCount)))
      return { value: parts[0]!, lines: lines.length - 1 }
  }
  return undefined
}

function isRow(cells: readonly string[], columnCount: number): boolean {
  return cells.length === columnCount && 2 * cells.filter(cell => cell.trim() !== '').length > columnCount
}
