import type { Accept, NumberAt } from '../../model/accept'
import type { FieldType, Value } from '../../model/field'

/** How the values of a field are read: the part of a field that its type decides. */
export interface Reading {
  readonly read: (text: string) => Value | undefined
  /** True only when the UTF-8 bytes surely read. */
  readonly accept?: Accept
  /** The number that `read` gives for these bytes; NaN when only `read` can tell. */
  readonly numberAt?: NumberAt
}

/** What a descriptor says of how values are written; each type looks at its own part. */
export interface Spelling {
  readonly format: string
  readonly decimalChar: string
  readonly groupChar: string | undefined
  readonly bareNumber: boolean
  readonly trueValues: readonly string[]
  readonly falseValues: readonly string[]
  /** Between the items of a list. */
  readonly delimiter: string
  /** Type of the items of a list. */
  readonly itemType: FieldType
}
