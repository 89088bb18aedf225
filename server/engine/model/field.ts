import type { Accept, NumberAt } from './accept'
import type { CellCheck } from './custom-check'
import type { InnerTest } from './inner-fault'

/** The types of Table Schema v2 (https://datapackage.org/standard/table-schema/#field-types). */
export type FieldType =
  | 'string'
  | 'number'
  | 'integer'
  | 'boolean'
  | 'object'
  | 'array'
  | 'list'
  | 'datetime'
  | 'date'
  | 'time'
  | 'year'
  | 'yearmonth'
  | 'duration'
  | 'geopoint'
  | 'geojson'
  | 'any'

/** Table Schema constraints, read into the form in which they are checked. */
export interface Constraints {
  readonly required?: boolean
  readonly unique?: boolean
  readonly enum?: readonly string[]
  readonly pattern?: {
    /** The expression as the schema writes it. */
    readonly source: string
    /** Whether the whole value matches, undefined when it cannot be told; no test when the expression is not usable. */
    readonly matches: ((text: string) => boolean | undefined) | undefined
    /** True only when the bytes surely match. */
    readonly accept?: Accept
  }
  readonly minimum?: string
  readonly maximum?: string
  readonly exclusiveMinimum?: string
  readonly exclusiveMaximum?: string
  /** In characters (Unicode code points). */
  readonly minLength?: number
  readonly maxLength?: number
  /** What stands inside lists and objects: `jsonSchema`, and the description of an array’s items. */
  readonly inner?: InnerTest
}

/** Identifiers that rules know by name, whether the schema says so or the label does. */
export type Identifier =
  | 'siret'
  | 'siren'
  | 'rna'
  | 'commune-code'
  | 'postal-code'
  | 'phone'
  | 'uai'
  | 'address-key'
  | 'building'
  | 'fantoir'
  | 'code'

/** What a schema declares of a column. */
export interface Field {
  readonly name: string
  readonly type: FieldType
  /** As written in the schema; `default` when it says nothing. */
  readonly format: string
  readonly title?: Localised
  readonly description?: Localised
  /** A valid value to show, as text. */
  readonly example?: string
  /** Labels under which its column may stand as well, as in another language. */
  readonly otherNames?: readonly string[]
  /** Names that earlier versions of the schema gave it. */
  readonly formerNames?: readonly string[]
  readonly constraints: Constraints
  readonly missingValues: readonly string[]
  /** Set where the format leaves values out by other means than text, and this is no value either. */
  readonly absentIsMissing?: true
  readonly decimalChar: string
  readonly groupChar: string | undefined
  readonly bareNumber: boolean
  /** What stands between the items of a list. */
  readonly delimiter?: string
  readonly trueValues: readonly string[]
  readonly falseValues: readonly string[]
  readonly identifier: Identifier | undefined
  /** Whether a schema of the catalogue declares it. */
  readonly isOfCatalogue?: true
  /** What the schema asks of its values beyond Table Schema. */
  readonly checks?: readonly CellCheck[]
  /** The value of a cell's text under this type, or undefined when it cannot be read. Never throws. */
  readonly read: (text: string) => Value | undefined
  /** True only when the bytes surely read under this type. */
  readonly accept?: Accept
  /** The number that `read` gives for the bytes; NaN when only `read` can tell. */
  readonly numberAt?: NumberAt
}

/**
 * A value as read: text for strings, numbers, booleans, milliseconds or days for times, parsed JSON for the rest.
 * Two values of one field compare with `<` when both are numbers.
 */
export type Value = string | number | boolean | object

/** Text that a schema may give in both languages; at least one is there. */
export interface Localised {
  readonly fr?: string
  readonly en?: string
}

/** Whether a schema takes the values of a field for numbers. */
export function isNumeric({ type }: Pick<Field, 'type'>): boolean {
  return type === 'integer' || type === 'number'
}
