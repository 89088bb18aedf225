/** What lies where a document says that a file of its dataset does; what was not looked at is absent. */
export interface DescribedFile {
  /** `outside`: the path leaves the folder of the document, by its steps or by a link, and is not followed. */
  readonly is: 'there' | 'missing' | 'outside'
  /** Its size. */
  readonly bytes?: number
  /** In lower-case hexadecimal, by algorithm: of those that the document names. */
  readonly hashes?: ReadonlyMap<string, string>
  /** Data rows of a table. */
  readonly rows?: number
  /** The schema of the catalogue that its header clearly resembles. */
  readonly likely?: { readonly id: string; readonly version: string | undefined }
  /** What its dates cover: the first, the last and the one in the middle, as ISO 8601 writes them. */
  readonly period?: Period
}

/** The stretch of time in which dates lie. */
export interface Period {
  readonly first: string
  readonly last: string
  readonly median: string
}
