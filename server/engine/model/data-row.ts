/** A row of data, good until the next one is asked for. */
export interface DataRow {
  /** Counted from 0 among all records of the file. */
  readonly index: number
  /** The value of a cell; undefined when the row has no such cell. */
  text(column: number): string | undefined
}
