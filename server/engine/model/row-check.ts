import type { RowCheck } from './custom-check'
import type { Column, Described } from './table'

/** A check of the schema in force with the columns that it is about; `absent`: the fields among them without a column. */
interface PlacedCheck<Check extends RowCheck> {
  readonly check: Check
  readonly columns: readonly Column[]
  readonly absent: readonly string[]
}

/** The checks of that kind that the schema in force asks for of the rows of its table. */
export function rowChecks<Kind extends RowCheck['kind']>(
  { schema, columns }: Pick<Described, 'schema' | 'columns'>,
  kind: Kind,
): readonly PlacedCheck<Extract<RowCheck, { readonly kind: Kind }>>[] {
  return (schema?.customChecks ?? []).flatMap(check => {
    if (check.kind !== kind || !('columns' in check)) return []
    const found = check.columns.map(name => columns.find(({ field }) => field?.name === name))
    return {
      check: check as Extract<RowCheck, { readonly kind: Kind }>,
      columns: found.filter(column => column !== undefined),
      absent: check.columns.filter((_, i) => found[i] === undefined),
    }
  })
}

/** True for a cell that holds no value: empty, or spelt as one of the field's missing values. */
export function isMissing({ field }: Pick<Column, 'field'>, text: string): boolean {
  return field ? field.missingValues.includes(text) || text === '' : text === ''
}
