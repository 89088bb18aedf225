import type { Checked } from './check'
import { rangeOf } from './convert'
import { type Diagnostic, severities, type Severity } from './engine/model/diagnostic'
import { Withheld } from './engine/withheld'
import { touching } from './findings'
import type { Reading } from './open-file'
import type { CellShown, RowsShown, RowsWanted } from './protocol'

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

/** Rows of a view as the page shows them, with what was found in them as far as that is known. */
export function rowsShown(
  { version, source }: Reading,
  rows: Uint32Array,
  { from, count, columns }: RowsWanted,
  checked: Checked | undefined,
): RowsShown {
  const { table } = source.dataset
  const withheld = new Withheld(source.dataset)
  const marks = checked?.version === version ? checked : undefined
  return {
    version,
    total: rows.length,
    rows: [...rows.subarray(from, from + Math.min(count, ROWS))].map(row => {
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
  const range = rangeOf(checked.source, checked.source.dataset.table.rowSpan(row))
  return touching(checked, range).flatMap(({ diagnostic, source }) =>
    source === checked.source && diagnostic.row === row ? [diagnostic] : [],
  )
}

function worstOf(found: readonly Diagnostic[]): Severity | undefined {
  return severities.find(severity => found.some(one => one.severity === severity))
}
