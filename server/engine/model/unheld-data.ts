/** Why data that stand in a data package with a schema are not held against it: they are a text or one object, or no list of rows. */
export interface UnheldData {
  readonly inline: 'text' | 'object' | 'values'
}
