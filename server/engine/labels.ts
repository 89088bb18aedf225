import type { Dataset } from './dataset'
import type { Edit, Span } from './model/span'

/** The column in which an offset lies. */
interface Named {
  /** Its field's name, else its label. */
  readonly name: string
  readonly isField: boolean
  /** Of the label, when the offset is on it. */
  readonly span?: Span
}

/** The name of the column in which an offset lies, in its header or in its data. */
export function labelAt({ table, described, readable }: Dataset, offset: number): Named | undefined {
  if (!readable || table.headerRow === undefined) return undefined
  const { row, column, span: own } = table.locate(offset)
  const label = table.labels[column]
  const isLabel = row === table.headerRow
  if (label === undefined || (!isLabel && !table.isData(row))) return undefined
  const field = described.header.fields[column]
  const span = isLabel ? (own ?? table.cellSpan(row, column)) : undefined
  return { name: field?.name ?? label, isField: field !== undefined, ...(span && { span }) }
}

/** The labels of the columns that a field has, or that are spelt so where no field has them. */
export function labelsNamed(
  { table, described }: Dataset,
  name: string,
): readonly { readonly column: number; readonly span: Span }[] {
  const { headerRow } = table
  if (headerRow === undefined) return []
  return table.labels.flatMap((label, column) => {
    const own = described.header.fields[column]?.name ?? label
    const span = own === name ? table.cellSpan(headerRow, column) : undefined
    return span ? [{ column, span }] : []
  })
}

/** The edits that give these labels another name. */
export function labelEdits(dataset: Dataset, name: string, newName: string): readonly Edit[] {
  const { table } = dataset
  const row = table.headerRow
  if (row === undefined) return []
  return labelsNamed(dataset, name).flatMap(({ column }) => table.edits({ set: 'cell', row, column, value: newName }))
}
