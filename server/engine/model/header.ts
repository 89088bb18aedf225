import type { Field } from './field'

/** How the labels of a table meet the fields of a schema. */
export interface HeaderMatch {
  /** The field of each column, by name; a misspelt label has the field it surely means, and a column of a table that is told to have no labels the one in its place. */
  readonly fields: readonly (Field | undefined)[]
  /** Columns whose label is almost a field's name. `alike`: equal once case, accents, spaces, hyphens and underscores are folded. */
  readonly misspelt: readonly { readonly column: number; readonly field: Field; readonly alike: boolean }[]
  /** Columns whose label is the name that an earlier version of the schema gave a field. */
  readonly former: readonly { readonly column: number; readonly field: Field }[]
  /** Columns whose label the schema does not know. */
  readonly extra: readonly number[]
  /** Fields without a column. */
  readonly missing: readonly { readonly field: Field /** Its place in the schema, from 0. */; readonly index: number }[]
  /** Columns that stand in another order than their fields; empty when the order is the schema's. */
  readonly moved: readonly number[]
}
