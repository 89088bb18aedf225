import type { FieldType } from './field'

/** A fault of a schema itself, as plain facts; `path` is a JSON pointer (RFC 6901) into its descriptor. */
export type SchemaDefect =
  /** Not JSON: UTF-16 offset of the first sign or word that cannot stand where it does; the length of the text when it ends too early. */
  | { readonly kind: 'syntax'; readonly path: ''; readonly offset: number }
  /** Another kind of JSON value than Table Schema asks for there; read as meant where the meaning is sure. */
  | { readonly kind: 'wrong-kind'; readonly path: string; readonly expected: JsonKind }
  | { readonly kind: 'no-fields'; readonly path: string }
  | { readonly kind: 'no-name'; readonly path: string }
  /** Edge space or invisible characters in a name; it is read without them. */
  | { readonly kind: 'untidy-name'; readonly path: string; readonly name: string; readonly meant: string }
  | { readonly kind: 'duplicate-name'; readonly path: string; readonly name: string }
  /** The field is read as `any`. */
  | { readonly kind: 'unknown-type'; readonly path: string; readonly type: string; readonly meant?: string }
  /** Dates and times of an unknown format are never read; the other types are read as if it said nothing. */
  | {
      readonly kind: 'unknown-format'
      readonly path: string
      readonly type: string
      readonly format: string
      readonly meant?: string
    }
  /** Read as the key that it surely means. */
  | { readonly kind: 'misspelt-key'; readonly path: string; readonly key: string; readonly meant: string }
  /** Written beside `constraints` rather than in it; read as meant. */
  | { readonly kind: 'misplaced-constraint'; readonly path: string; readonly constraint: string }
  | { readonly kind: 'bad-pattern'; readonly path: string; readonly pattern: string }
  /** A bound that the field's own type cannot read; it is left out. */
  | { readonly kind: 'bad-bound'; readonly path: string; readonly bound: string }
  /** A bound on a type without order; it is left out. */
  | { readonly kind: 'unordered-type'; readonly path: string; readonly type: string }
  /** A bound beyond the one opposite, so that no value is allowed; `least` and `most` are the keys. */
  | {
      readonly kind: 'crossed-bounds'
      readonly path: string
      readonly least: string
      readonly most: string
      readonly values: readonly [string, string]
    }
  /** A spelling that says yes as well as no. */
  | { readonly kind: 'both-answers'; readonly path: string; readonly value: string }
  /** The field’s own example would be refused. */
  | { readonly kind: 'broken-example'; readonly path: string; readonly example: string; readonly because: Refusal }
  /** A value that the field lists and refuses all the same. */
  | { readonly kind: 'broken-choice'; readonly path: string; readonly choice: string; readonly because: Refusal }
  /** A list of allowed values that holds none, so that no value is allowed. */
  | { readonly kind: 'no-choice'; readonly path: string }
  /** The pattern refuses values that are right; `refused` is one of them. */
  | {
      readonly kind: 'narrow-pattern'
      readonly path: string
      readonly pattern: string
      readonly refused: string
      readonly of: 'commune-code' | 'postal-code' | 'department' | 'name'
    }
  /** A constraint that says nothing of values of this type; it is left out. */
  | { readonly kind: 'unfit-constraint'; readonly path: string; readonly constraint: string; readonly type: string }
  /** A JSON Schema that is none, refers to what is not there, or is larger than can be tried; it is left out. */
  | { readonly kind: 'bad-json-schema'; readonly path: string; readonly trouble: 'malformed' | 'too-large' }
  /** A foreign key that has another number of fields than what it refers to, or none; it is left out. */
  | { readonly kind: 'unequal-keys'; readonly path: string; readonly fields: number; readonly referred: number }
  /** A word for how fields and labels must meet that nobody knows; it is left out. */
  | { readonly kind: 'unknown-match'; readonly path: string; readonly match: string }
  /** A custom check of a name that nobody knows; it is not run. */
  | { readonly kind: 'unknown-check'; readonly path: string; readonly name: string }
  /** A custom check by the name that it had before; read as meant. */
  | { readonly kind: 'deprecated-check'; readonly path: string; readonly name: string; readonly meant: string }
  /** A custom check without a parameter that it needs, or with one that is no use; it is not run. */
  | { readonly kind: 'bad-check'; readonly path: string; readonly name: string; readonly parameter: string }
  /** A key or a custom check names a field that the schema has not; a foreign key is then left out. */
  | { readonly kind: 'unknown-field'; readonly path: string; readonly name: string; readonly meant?: string }

/** Which part of the field refuses a value. */
export type Refusal =
  | { readonly by: 'type'; readonly type: FieldType; readonly format: string }
  | { readonly by: 'pattern'; readonly pattern: string }
  | { readonly by: 'enum'; readonly values: readonly string[] }
  | { readonly by: 'bound'; readonly bound: string; readonly value: string }

type JsonKind = 'object' | 'array' | 'string' | 'number' | 'boolean'

export type DefectOf<Kind extends SchemaDefect['kind']> = Extract<SchemaDefect, { readonly kind: Kind }>
