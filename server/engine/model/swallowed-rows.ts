/** Rows of a table that are read as part of a cell, since its quote is closed lines below. */
export interface SwallowedRows {
  /** The value that was meant, as far as the delimiter that follows it. */
  readonly value: string
  /** Line ends that the cell passes. */
  readonly lines: number
}

const FIRST_LINES = /^([^\r\n]*)(?:\r\n|[\r\n])([^\r\n]*)/

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
  const [, first = '', second = ''] = FIRST_LINES.exec(text) ?? []
  // Nearly every text of several lines ends here.
  const delimiter = [';', ',', '\t', '|'].find(
    mark =>
      countOf(first, mark) === columnCount - column - 1 && (second === '' || countOf(second, mark) === columnCount - 1),
  )
  if (delimiter === undefined) return undefined
  const lines = text.split(/\r\n|[\r\n]/)
  const between = lines.slice(1, -1).filter(line => line.trim() !== '')
  if (between.length === 0 || !between.every(line => isRow(line.split(delimiter), columnCount))) return undefined
  // A space behind each mark makes sentences or lists of them.
  if (!between.some(line => line.split(delimiter).some((part, at) => at > 0 && /^\S/.test(part)))) return undefined
  return { value: first.split(delimiter)[0]!, lines: lines.length - 1 }
}

function countOf(text: string, mark: string): number {
  let count = 0
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) count++
  return count
}

function isRow(cells: readonly string[], columnCount: number): boolean {
  return cells.length === columnCount && 2 * cells.filter(cell => cell.trim() !== '').length > columnCount
}
