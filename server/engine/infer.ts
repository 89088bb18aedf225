import type { Dataset } from './dataset'
import { type Chunk, signatureAt } from './model/chunk'
import { content } from './model/signature'
import { ColumnEvidence } from './schema/infer/column-evidence'
import { inferredSchema, type InferredSchema } from './schema/infer/inferred-schema'
import { Withheld } from './withheld'

/**
 * A Table Schema written from the data of a table, which is read once to its end, in bounded memory. Whatever the schema
 * asserts holds for every row; blank rows do not count.
 */
export function infer(dataset: Dataset): InferredSchema {
  const steps = inferInSteps(dataset)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** The same in steps of a chunk, each of which tells the share of the text that is read. */
export function* inferInSteps(dataset: Dataset): Generator<number, InferredSchema> {
  const { table, readable } = dataset
  const withheld = new Withheld(dataset)
  const columns = table.labels.map((_, column) => new ColumnEvidence(withheld.labelOf(column)))
  let rows = 0
  for (const chunk of readable ? table.chunks() : []) {
    for (let row = 0; row < chunk.rowCount; row++) {
      if (!table.isDataIn(chunk, row)) continue
      const shift = row === 0 ? chunk.firstColumn : 0
      if (shift === 0 && !isBlank(table, chunk, row)) rows++
      const first = chunk.rowCells[row]!
      const end = Math.min(chunk.rowCells[row + 1]!, first + columns.length - shift)
      for (let cell = first; cell < end; cell++)
        if (signatureAt(chunk, cell) > 0xffff) columns[cell - first + shift]!.add(table.textAt(chunk, cell))
    }
    yield chunk.start / table.source.length
  }
  const isTold = (text: string, column: number) => !withheld.isValue(column, text)
  return inferredSchema(
    columns,
    rows,
    (column, told) => !withheld.isColumn(column) && told.every(text => isTold(text, column)),
  )
}

/** A schema as the text of its file. */
export function schemaText(schema: InferredSchema): string {
  return `${JSON.stringify(schema, undefined, 2)}\n`
}

function isBlank(table: Dataset['table'], chunk: Chunk, row: number): boolean {
  const { rowCells } = chunk
  for (let cell = rowCells[row]!; cell < rowCells[row + 1]!; cell++) {
    const mask = signatureAt(chunk, cell)
    if (mask & content || (mask > 0xffff && table.textAt(chunk, cell).trim() !== '')) return false
  }
  return true
}
