import type { Checked } from '../editor/checked'
import { rangeOf } from '../editor/convert'
import type { Dataset } from '../engine/dataset'
import { type Diagnostic, severities, type Severity } from '../engine/model/diagnostic'
import { Withheld } from '../engine/withheld'
import { touching } from '../editor/findings'
import type { Reading } from '../editor/reading'
import { rowsIn } from './overview'
import type { CellShown, RowsShown, RowsWanted } from '../protocol/preview'

/** Characters of a cell that are shown in the table. */
const SHOWN = 200
/** Rows that are sent at once, at most. */
const ROWS = 500

/** The rows in which a rule, or any, found something. */
export function rowsFound(checked: Checked | undefined, rule: string | undefined): readonly number[] {
  if (!checked) return []
  const rows = new Set<number>()
  for (const one of checked.live.findings())
    if (one.row !== undefined && (rule === 'any' || one.rule === rule)) rows.add(one.row)
  return [...rows].toSorted((a, b) => a - b)
}

/** The rows of a view. */
interface ViewRows {
  readonly total: number
  /** Their numbers in the table, from one place of the view up to another. */
  readonly between: (from: number, to: number) => Iterable<number>
}

/** Those that were found and put in order. */
export function listed(rows: Uint32Array): ViewRows {
  return { total: rows.length, between: (from, to) => rows.subarray(from, to) }
}

/** All of a table in which every row behind the header is data. */
export function everyRow({ table }: Dataset): ViewRows {
  const total = rowsIn(table)
  const between = (from: number, to: number) =>
    Array.from({ length: Math.max(0, Math.min(total, to) - from) }, (_, i) => table.firstDataRow + from + i)
  return { total, between }
}

/** Rows of a view as the page shows them; `checked`: what is known of their findings. */
export function rowsShown(
  {
    version,
    dataset,
    checked,
  }: Pick<Reading, 'version'> & {
    readonly dataset: Dataset
    readonly checked: Checked | undefined
  },
  { total, between }: ViewRows,
  { from, count, columns }: RowsWanted,
): RowsShown {
  const { table } = dataset
  const withheld = new Withheld(dataset)
  const marks = checked?.version === version ? checked : undefined
  return {
    version,
    total,
    rows: Array.from(between(from, from + Math.min(count, ROWS)), row => {
      const found = marks ? foundInRow(marks, row) : []
      const worst = worstOf(found)
      const cells = columns.map((column): CellShown | null => {
        const text = table.text(row, column)
        if (text === undefined) return null
        const severity = worstOf(found.filter(one => one.column === column))
        if (withheld.isValue(column, text)) return { text: '', isWithheld: true, ...(severity && { severity }) }
        return {
          text: text.slice(0, SHOWN),
          ...(text.length > SHOWN && { isCut: true as const }),
          ...(severity && { severity }),
        }
      })
      return { row, cells, ...(worst && { worst }) }
    }),
  }
}

/** What was found in a row of the text. */
export function foundInRow(checked: Checked, row: number): readonly Diagnostic[] {
  if (isBeyond(checked, row)) return []
  const range = rangeOf(checked.source, checked.source.dataset.table.rowSpan(row))
  return touching(checked, range).flatMap(({ diagnostic, source }) =>
    source === checked.source && diagnostic.row === row ? [diagnostic] : [],
  )
}

/** Whether a row lies behind those that are checked. */
export function isBeyond({ source: { dataset } }: Pick<Checked, 'source'>, row: number): boolean {
  return row >= dataset.table.rowCount
}

function worstOf(found: readonly Diagnostic[]): Severity | undefined {
  return severities.find(severity => found.some(one => one.severity === severity))
}
