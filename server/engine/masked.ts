import { type Dataset, textOf } from './dataset'
import { applyEdits } from './fix'
import type { Edit } from './model/span'
import { Withheld } from './withheld'

/**
 * The texts of datasets with a mark in place of each value that is not told. A value has the same mark wherever it
 * stands, so that of two versions of a text it is seen where they differ.
 */
export function* maskedTexts(datasets: readonly Dataset[]): Generator<Uint8Array> {
  const marks = new Map<string, string>()
  for (const dataset of datasets) yield applyEdits(textOf(dataset), [...marksIn(dataset, marks)])
}

function* marksIn(dataset: Dataset, marks: Map<string, string>): Generator<Edit> {
  const { table, readable, tree } = dataset
  if (!readable || tree) return
  const withheld = new Withheld(dataset)
  for (let row = 0; row < table.rowCount; row++)
    for (let column = 0, width = table.width(row); column < width; column++) {
      const text = table.text(row, column) ?? ''
      const span = row === table.headerRow ? undefined : table.cellSpan(row, column)
      if (!span || !withheld.isValue(column, text)) continue
      const mark = marks.get(text) ?? `[…${marks.size + 1}]`
      marks.set(text, mark)
      yield { span, text: mark }
    }
}
