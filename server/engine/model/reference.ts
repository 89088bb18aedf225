import type { FarPlace } from './far-place'
import type { Value } from './field'

/** Fields whose values must be found together in a row of another table, or of the same one. */
export interface ForeignKey {
  /** Names of the fields that refer. */
  readonly fields: readonly string[]
  /** Name of the table referred to; empty for the table itself. */
  readonly resource: string
  /** Names of the fields that are referred to, in the same order. */
  readonly referred: readonly string[]
}

/** A table that foreign keys refer to by name, wherever it lies. */
export interface Resource {
  readonly name: string
  /** Its path as the package or the person writes it; undefined when nothing says where it is. */
  readonly path: string | undefined
  /** The keys that its rows have in the columns of these names, read when first asked for. */
  keys(referred: readonly string[], reads: readonly KeyPart[]): ReferredKeys | ResourceTrouble
  /** The row whose key these values are, at its first column; undefined where there is none or no file to show. */
  rowOf(referred: readonly string[], reads: readonly KeyPart[], values: readonly string[]): FarPlace | undefined
}

/** The tables that the foreign keys of a schema name. */
export type Resources = ReadonlyMap<string, Resource>

/** The other files of a table that is cut into several, as far as its keys need them: those before this one, and all but this one. */
export interface OtherParts {
  readonly before: Resource | undefined
  readonly all: Resource | undefined
}

/** Why the keys of a table are not known: nothing names it, its file is not there, it is too large, it lacks a column. */
export type ResourceTrouble = 'undeclared' | 'missing' | 'too-large' | 'no-column'

/** The keys of another table. */
export interface ReferredKeys {
  /** Whether a row has the key of this hash; see `model/hash`. */
  has(low: number, high: number): boolean
  /** Values of its first rows, for suggestions; none when several columns make the key. */
  readonly candidates: readonly string[]
  /** The label of its first column; undefined where there is no file to show. */
  readonly label: FarPlace | undefined
}

/** How a part of a key is read before it is compared, so that 01 and 1 are one number; undefined for text. */
export type KeyPart = ((text: string) => Value | undefined) | undefined
