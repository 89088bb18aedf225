/** Checks of the cells of one column, beyond Table Schema, that a schema may ask for. */
export type CellCheck =
  | { readonly kind: 'siret' | 'siren' | 'act-matter' | 'opening-hours' | 'phone' | 'coordinates' }
  /** `yearAlone`: one year is as good as two. */
  | { readonly kind: 'year-interval'; readonly yearAlone: boolean }

/** Checks of several cells of a row; the columns are names of fields. */
export type RowCheck =
  /** All of them have a value or none has. */
  | { readonly kind: 'cohesion'; readonly columns: readonly string[] }
  /** One of them at least has a value. */
  | { readonly kind: 'one-of'; readonly columns: readonly string[] }
  /** The first is in that order to the second. */
  | { readonly kind: 'comparison'; readonly columns: readonly [string, string]; readonly order: Order }
  /** The first is the sum of the others. */
  | { readonly kind: 'sum'; readonly columns: readonly string[] }

/** A check that a schema asks for in its `custom_checks`, whatever the generation of its name. */
export type CustomCheck = (CellCheck & { readonly column: string }) | RowCheck

export type Order = '>' | '>=' | '==' | '<=' | '<'

/** A check that cannot be run as the schema asks for it. */
export interface UnusableCheck {
  /** As the schema names it. */
  readonly name: string
  /** `unknown-name`: no check of that name is known. `parameter`: one is absent or no use. `column`: no such field. */
  readonly why: 'unknown-name' | 'parameter' | 'column'
  /** The parameter or the column; undefined for an unknown name. */
  readonly what: string | undefined
}

/** The check of that kind that the schema asks for of a field, if it does. */
export function checkOf<Kind extends CellCheck['kind']>(
  field: { readonly checks?: readonly CellCheck[] } | undefined,
  kind: Kind,
): Extract<CellCheck, { readonly kind: Kind }> | undefined {
  return field?.checks?.find((check): check is Extract<CellCheck, { readonly kind: Kind }> => check.kind === kind)
}
