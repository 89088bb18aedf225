import type { Names } from './names'

/** How the records of a text are written, and where they begin. */
export interface Form {
  /** An object, a Feature of GeoJSON (RFC 7946, section 3.2), or a list of cells. */
  readonly record: 'object' | 'feature' | 'row'
  /** Records are parted by commas, and end with a bracket; or each has its line (JSON Lines). */
  readonly parted: 'comma' | 'line'
  /** JSON pointer (RFC 6901) of the list. */
  readonly at: string
  /** Byte behind the bracket that opens the list. */
  readonly start: number
  /** The line end and the spaces before the first record, where it has a line of its own: a broken record ends before the next. */
  readonly indent?: Uint8Array
}

/** The columns of the records, by the keys that fill them. */
export interface KeyColumns {
  /** Members of the record, or the properties of a Feature. */
  readonly members: Names
  /** Members of a Feature beside its properties. */
  readonly own: Names
}

/** Members of a Feature that are no columns: each has the same, or holds them. */
export const PLAIN_MEMBERS: ReadonlySet<string> = new Set(['type', 'properties'])
