import { type Dataset, textOf } from './dataset'
import { applyEdits } from './fix'
import type { Edit } from './model/span'
import { Withheld } from './withheld'

/**
 * The texts of datasets with a mark in place of each value that is not told. A value has the same mark wherever it
 * stands, so that of two versions of a text it is seen where they differ; what a label that is not told became is not either.
 */
export function* maskedTexts(datasets: readonly Dataset[]): Generator<Uint8Array> {
  const marks = new Map<string, string>()
  const hidden: Hidden = { columns: new Set(), values: new Set() }
  for (const dataset of datasets) yield applyEdits(textOf(dataset), [...marksIn(dataset, marks, hidden)])
}

/** What is not told in a text, nor in those after it, whatever is left in them that says what it was. */
interface Hidden {
  /** Columns whose labels are not told. */
  readonly columns: Set<number>
  /** Values, each behind the label of its column. */
  readonly values: Set<string>
}

function* marksIn(dataset: Dataset, marks: Map<string, string>, hidden: Hidden): Generator<Edit> {
  for (const table of dataset.inner?.().tables.values() ?? []) yield* marksIn(table, marks, hidden)
  const { table, readable, tree } = dataset
  if (!readable || tree) return
  const withheld = new Withheld(dataset)
  for (let row = 0; row < table.rowCount; row++)
    for (let column = 0, width = table.width(row); column < width; column++) {
      const text = table.text(row, column) ?? ''
      const isLabel = row === table.headerRow
      const label = table.labels[column] ?? ''
      if (isLabel && withheld.labelOf(column) !== label) hidden.columns.add(column)
      const value = `${label}\n${text}`
      const isTold = isLabel
        ? !hidden.columns.has(column)
        : !withheld.isValue(column, text) && !hidden.values.has(value)
      const span = isTold ? undefined : table.cellSpan(row, column)
      if (!span) continue
      if (!isLabel) hidden.values.add(value)
      const mark = marks.get(text) ?? `[…${marks.size + 1}]`
      marks.set(text, mark)
      yield { span, text: mark }
    }
}
