import { type CodeColumn, codeColumns } from './codes'
import type { Sheet, SheetCell } from './sheet'

/** What a sheet is written as. */
export interface Written {
  /** RFC 4180 in UTF-8's characters: commas, CRLF, quotes where they are needed; no empty row or column at the ends. */
  readonly csv: string
  /** The rows of the sheet that are written: the first, from 0, and how many. */
  readonly firstRow: number
  readonly rowCount: number
  /** Rows of the sheet that were left out because the table would be too large; 0 when all are there. */
  readonly rowsLeftOut: number
  /** The type of each column below a header of texts; undefined where the first row is none. */
  readonly fields: readonly { readonly name: string; readonly type: ColumnType }[] | undefined
  /** The columns of codes, by their place in the sheet. */
  readonly codes: ReadonlyMap<number, CodeColumn>
}

type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime' | 'time'

/** Cells of one table: a few bytes of a workbook can repeat a row a million times. */
const MOST_CELLS = 20_000_000

/** A sheet as a table of values; undefined when it holds none. */
export function written({ rows }: Sheet, mostCells = MOST_CELLS): Written | undefined {
  const { top, left, right, bottom } = filledArea(rows)
  if (right < left) return undefined
  const width = right - left + 1
  const height = Math.min(bottom - top + 1, Math.max(1, Math.floor(mostCells / width)))
  const lines: string[] = []
  for (let i = top; i < top + height; i++) {
    const row = rows[i]
    const texts = row ? Array.from({ length: width }, (_, at) => spelt(row[left + at]?.text ?? '')) : []
    // A lone empty value would read as an empty row.
    lines.push(texts.length === 1 && texts[0] === '' ? '""' : texts.join(','))
  }
  const below = rows.slice(top + 1, top + height)
  const codes = codeColumns(rows[top] ?? [], below)
  return {
    csv: `${lines.join('\r\n')}\r\n`,
    firstRow: top,
    rowCount: height,
    rowsLeftOut: bottom - top + 1 - height,
    fields: fieldsOf(rows[top] ?? [], below, left, width, codes),
    codes,
  }
}

/** Rows and columns between which all values lie. */
function filledArea(rows: Sheet['rows']) {
  const area = { top: -1, bottom: -1, left: Number.POSITIVE_INFINITY, right: -1 }
  // Passes over the rows that are not there.
  rows.forEach((row, index) => {
    const first = row.findIndex(hasText)
    if (first < 0) return
    if (area.top < 0) area.top = index
    area.bottom = index
    area.left = Math.min(area.left, first)
    area.right = Math.max(area.right, row.findLastIndex(hasText))
  })
  return area
}

function hasText(cell: SheetCell | undefined): boolean {
  return cell !== undefined && cell.text !== ''
}

function spelt(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function fieldsOf(
  header: Sheet['rows'][number],
  rows: Sheet['rows'],
  left: number,
  width: number,
  codes: Written['codes'],
): Written['fields'] {
  const labels = Array.from({ length: width }, (_, at) => header[left + at])
  const names = labels.map(label => (label?.kind === 'text' ? label.text.trim() : ''))
  if (rows.length === 0 || names.includes('') || new Set(names).size < width) return undefined
  const types = names.map(() => new Set<ColumnType>())
  for (const row of rows)
    row?.forEach((cell, column) => {
      if (hasText(cell)) types[column - left]?.add(typeOf(cell!))
    })
  return names.map((name, at) => {
    const type = common(types[at]!)
    // A code is no number, even where the workbook holds it as one.
    return { name, type: type === 'integer' && codes.has(left + at) ? 'string' : type }
  })
}

function typeOf({ kind, text }: SheetCell): ColumnType {
  if (kind === 'number') return /^-?\d+$/.test(text) ? 'integer' : 'number'
  return kind === 'text' || kind === 'error' ? 'string' : kind
}

/** The narrowest type that all values of a column have. */
function common(types: ReadonlySet<ColumnType>): ColumnType {
  if (types.size === 1) return [...types][0]!
  if (types.size === 2 && types.has('integer') && types.has('number')) return 'number'
  return 'string'
}
