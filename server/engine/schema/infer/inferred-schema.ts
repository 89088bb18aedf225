import { tidyLabel } from '../../model/label'
import type { ColumnEvidence } from './column-evidence'
import { inferredField, isTyped } from './inferred-field'

/** A Table Schema descriptor (https://datapackage.org/standard/table-schema/), as plain JSON. */
export interface InferredSchema {
  readonly fields: readonly Readonly<Record<string, unknown>>[]
  readonly [key: string]: unknown
}

/**
 * Writes the schema that a table's columns allow: whatever it asserts holds for every row. `rows`: its data rows;
 * `mayTell`: whether values of a column may be named, as a category does.
 */
export function inferredSchema(
  columns: readonly ColumnEvidence[],
  rows: number,
  mayTell: (column: number, values: readonly string[]) => boolean = () => true,
): InferredSchema {
  const missing = missingValuesOf(columns)
  for (const column of columns) column.take(missing)
  const fields = namesOf(columns).flatMap((name, index) =>
    name === undefined ? [] : [inferredField(columns[index]!, name, rows, values => mayTell(index, values))],
  )
  const key = fields.find(({ isKey }) => isKey)
  const checks = fields.flatMap(({ name, check }) => (check ? [{ name: check, params: { column: name } }] : []))
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fields: fields.map(({ descriptor }) => descriptor),
    ...(missing.size > 0 && { missingValues: ['', ...[...missing].toSorted()] }),
    ...(key && { primaryKey: [key.name] }),
    ...(checks.length > 0 && { custom_checks: checks }),
  }
}

/** The words and marks that surely stand for no value: nothing else can be meant, or numbers and dates stand around them. */
function missingValuesOf(columns: readonly ColumnEvidence[]): ReadonlySet<string> {
  const missing = new Set<string>()
  for (const column of columns) {
    const areTyped = isTyped(column)
    for (const [text, { kind }] of column.absent) if (areTyped || kind === 'sure') missing.add(text)
  }
  return missing
}

/**
 * The name of each column's field: its label, or its number when the table has no labels; undefined for a column that
 * cannot be named, because its label is blank or another column's.
 */
function namesOf(columns: readonly ColumnEvidence[]): readonly (string | undefined)[] {
  const labels = columns.map(({ label }) => tidyLabel(label))
  if (labels.every(label => label === '')) return columns.map((_, index) => `colonne_${index + 1}`)
  return labels.map((label, index) => (label === '' || labels.indexOf(label) < index ? undefined : label))
}
