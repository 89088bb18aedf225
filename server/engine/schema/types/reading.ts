import type { FieldType, Value } from '../../model/field'

/** How the values of a field are read: the part of a field that its type decides. */
export interface Reading {
  readonly read: (text: string) => Value | undefined
  /** True only when the UTF-8 bytes surely read; false says nothing. */
  readonly accept?: (bytes: Uint8Array, from: number, to: number) => boolean
  /** The number that `read` gives for these bytes; NaN when only `read` can tell. */
  readonly numberAt?: (bytes: Uint8Array, from: number, to: number) => number
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
