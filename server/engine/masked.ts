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
  const hidden = new Set<number>()
  for (const dataset of datasets) yield applyEdits(textOf(dataset), [...marksIn(dataset, marks, hidden)])
}

/** `hidden`: columns whose labels are not told in this text or in one before. */
function* marksIn(dataset: Dataset, marks: Map<string, string>, hidden: Set<number>): Generator<Edit> {
  for (const table of dataset.inner?.().tables.values() ?? []) yield* marksIn(table, marks, hidden)
  const { table, readable, tree } = dataset
  if (!readable || tree) return
  const withheld = new Withheld(dataset)
  for (let row = 0; row < table.rowCount; row++)
    for (let column = 0, width = table.width(row); column < width; column++) {
      const text = table.text(row, column) ?? ''
      const isLabel = row === table.headerRow
      if (isLabel && withheld.labelOf(column) !== table.labels[column]) hidden.add(column)
      const isTold = isLabel ? !hidden.has(column) : !withheld.isValue(column, text)
      const span = isTold ? undefined : table.cellSpan(row, column)
      if (!span) continue
      const mark = marks.get(text) ?? `[…${marks.size + 1}]`
      marks.set(text, mark)
      yield { span, text: mark }
    }
}
