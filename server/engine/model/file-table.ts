import type { Change } from './change'
import type { Chunk } from './chunk'
import type { Cut } from './cut'
import type { Fault } from './fault'
import type { Source } from './source'
import type { Edit, Span } from './span'
import type { FieldType } from './field'
import type { Table } from './table'

/** A table with the text in which it lies: what the verbs know of it, whatever its format. */
export interface FileTable extends Table {
  /** What every span counts in. */
  readonly source: Source
  /** Where the rows lie. */
  readonly cut: Cut
  /** Whether the kernel is left alone. */
  readonly isPlain: boolean
  /** Whether a row can be a comment. */
  readonly hasComments: boolean
  /** The byte that, doubled in a quoted cell, is one; −1 when cells are escaped otherwise. */
  readonly doubledQuote: number
  /** Columns that the format itself has, as the geometry of GeoJSON or what a portal writes beside the fields: no schema need know them. */
  readonly ownColumns: readonly number[]
  /** Whether its rows are Features of GeoJSON. */
  readonly isOfFeatures: boolean
  /** Bytes from the first that can tell a label. */
  readonly labelsEnd: number
  /** What decides how rows are read, beyond dialect and labels. */
  readonly reading: unknown
  /** Takes over, from a table of the same text that reads alike, what an edit has moved. */
  follow(fresh: FileTable): void
  /** The bytes of a stretch of the source, which the chunk that is read lends when it has them. */
  bytesOf(span: Span): Uint8Array
  /** What of a row no column holds, though it was met while its columns were read, as text; empty for nothing. */
  rest(row: number): string
  /** Byte offset at which a row begins; for the row after the last, the end of the rows. */
  rowStart(row: number): number
  /** The faults of the format in the rows of a chunk, in order. */
  faultsIn(chunk: Chunk): readonly Fault[]
  /** Those that only all rows tell; reads the table to its end. */
  faultsOfWhole(): readonly Fault[]
  /** The edits that carry a change out; `type`: what the schema declares of the column that is changed. */
  edits(change: Change, type?: FieldType): readonly Edit[]
  /** Where a cell, a row or the file is in a tree: a JSON pointer (RFC 6901); undefined in a format without any. */
  pointerAt(row?: number, column?: number): string | undefined
}
