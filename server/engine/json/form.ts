/** How the records of a text are written, and where they begin. */
export interface Form {
  /** An object, a Feature of GeoJSON (RFC 7946, section 3.2), or a list of cells. */
  readonly record: 'object' | 'feature' | 'row'
  /** The member of a record whose members are its columns: the properties of a Feature, the fields that a portal wraps. */
  readonly inner?: string
  /** Records are parted by commas, and end with a bracket; or each has its line (JSON Lines). */
  readonly parted: 'comma' | 'line'
  /** JSON pointer (RFC 6901) of the list. */
  readonly at: string
  /** Byte behind the bracket that opens the list. */
  readonly start: number
  /** The line end and the spaces before the first record, where it has a line of its own: a broken record ends before the next. */
  readonly indent?: Uint8Array
}

/** Whether a member of a record that has an inner one is no column: it holds them, or each has the same. */
export function isPlainMember({ record, inner }: Form, name: string): boolean {
  return name === inner || (record === 'feature' && name === 'type')
}
