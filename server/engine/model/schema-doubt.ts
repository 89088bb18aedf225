import type { Localised } from './field'

/** A schema of the catalogue that a person may choose. */
export interface Rival {
  readonly id: string
  readonly version: string | undefined
  readonly title: Localised | undefined
}

/** Why no schema of the catalogue is in force though the labels resemble one: several fit as well, or only an earlier version does. */
export type SchemaDoubt =
  | { readonly kind: 'tied'; readonly rivals: readonly Rival[] }
  | {
      readonly kind: 'former'
      readonly rival: Rival
      /** Columns that bear the name by which an earlier version called a field, and its name of today. */
      readonly renamed: readonly { readonly column: number; readonly label: string; readonly name: string }[]
      /** Required fields of today that no column has. */
      readonly added: readonly string[]
      /** Labels that it does not know any longer, or never did. */
      readonly gone: readonly string[]
    }
