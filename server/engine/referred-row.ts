import type { Dataset } from './dataset'
import type { FarPlace } from './model/far-place'
import { keyPart } from './model/lost-reference'
import type { Span } from './model/span'
import { keyRow } from './referred'

/** Where the row stands to which the cell at an offset refers by a foreign key: in another file, or in the same one. */
export function referredRow(dataset: Dataset, offset: number): FarPlace | Span | undefined {
  const { table, described, readable } = dataset
  if (!readable) return undefined
  const { row, column } = table.locate(offset)
  const name = described.header.fields[column]?.name
  if (name === undefined || !table.isData(row)) return undefined
  const columnOf = (field: string) => described.columns.find(one => one.field?.name === field)
  for (const { fields, resource, referred } of described.schema?.foreignKeys ?? []) {
    if (!fields.includes(name)) continue
    const columns = fields.flatMap(field => columnOf(field) ?? [])
    if (columns.length < fields.length) continue
    const values = columns.map(({ index }) => table.text(row, index) ?? '')
    const reads = columns.map(({ field }) => keyPart(field!))
    const found =
      resource === ''
        ? ownRow(dataset, { columns: referred.flatMap(field => columnOf(field)?.index ?? []), reads }, values)
        : described.resources?.get(resource)?.rowOf(referred, reads, values)
    if (found) return found
  }
  return undefined
}

function ownRow(dataset: Dataset, key: Parameters<typeof keyRow>[1], values: readonly string[]): Span | undefined {
  const row = key.columns.length < values.length ? undefined : keyRow(dataset, key, values)
  return row === undefined ? undefined : dataset.table.cellSpan(row, key.columns[0]!)
}
