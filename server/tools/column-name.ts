import type { Dataset } from '../engine/dataset'
import { fieldName } from '../report/entry'

/** Whether an agent calls a column so: by the name of its field, its label, or its number from 1. */
export function isNamed(dataset: Dataset, column: number, name: string | number): boolean {
  if (typeof name === 'number') return column + 1 === name
  const label = dataset.described.columns[column]?.label
  return name === fieldName(dataset, column) || name === label || name === String(column + 1)
}
