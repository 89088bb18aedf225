import type { Questions } from './ahead'
import type { Chunk } from './chunk'
import type { DataRow } from './data-row'
import type { Field } from './field'
import type { FormerTable } from './former'
import type { HeaderMatch } from './header'
import type { Lesson } from './lesson'
import type { Lists } from './lists'
import type { OtherParts, Resources } from './reference'
import type { Schema } from './schema'
import type { SchemaDoubt } from './schema-doubt'
import type { Span } from './span'

/** Rows and columns, whatever the file format. Rows count every record of the file from 0; columns count from 0. */
export interface Table {
  readonly labels: readonly string[]
  /** Row that holds the labels, the last one when there are several; undefined when the file has no header. */
  readonly headerRow: number | undefined
  /** Whether cells are found by their name, so that columns have no order. */
  readonly isKeyed: boolean
  /** Where the records of a JSON text lie in it: the JSON pointer (RFC 6901) of their list; undefined in other formats. */
  readonly recordsAt: string | undefined
  /** By column: the keys that lead from a record of JSON to its values; undefined where columns have places, and in other formats. */
  readonly paths: readonly (readonly string[])[] | undefined
  /** By column: how many of these keys lead to the list in an element of which its values stand; undefined, or nothing, for none. */
  readonly listsAt: readonly (number | undefined)[]
  /** First row that holds data. */
  readonly firstDataRow: number
  /** All records, header and blank ones included. Known only once every chunk was read: reads to the end. */
  readonly rowCount: number
  /** Cells that a row should have. */
  readonly columnCount: number
  /** Columns beyond those that are read: nothing is said of them. */
  readonly columnsLeftOut: number
  /**
   * The chunks from the first to the last, each read when it is asked for and good until the next one is. Its lists may
   * be exchanged for others of the same content when another part of the table is read: take them from the chunk each time.
   * `questions`: what will be asked of every one of them, so that whoever reads ahead asks it too.
   */
  chunks(questions?: Questions): Iterable<Chunk>
  /** Its first rows of data, whose texts are kept; undefined where nobody edits them, or some may be comments. */
  readonly kept?: { rows(most: number): Iterable<DataRow> } | undefined
  /** The value of a cell by its number in a chunk's index. */
  textAt(chunk: Chunk, cell: number): string
  /** The value of a cell; undefined when the row has no such cell. */
  text(row: number, column: number): string | undefined
  /** The cell as written, quotes included; undefined when the row has no such cell. */
  cellSpan(row: number, column: number): Span | undefined
  /** The row as written, without its line end. */
  rowSpan(row: number): Span
  /**
   * The cell that holds a byte of the source, or the last one before it. `span`: where it was found, for a label that
   * stands in every row.
   */
  locate(offset: number): { readonly row: number; readonly column: number; readonly span?: Span }
  /** Cells that the row has. */
  width(row: number): number
  /** True for a row that is neither header, nor preamble, nor comment. */
  isData(row: number): boolean
  /** The same for the row `index` of a chunk, counted from the chunk's first; faster. */
  isDataIn(chunk: Chunk, index: number): boolean
}

/** A column as rules see it. */
export interface Column {
  readonly index: number
  readonly label: string
  /** Whether the format itself has it, as the geometry of GeoJSON. */
  readonly isOwn: boolean
  /** The place, from 0, of the element of a list in a record of JSON in which its values stand; undefined where no list does. */
  readonly element: number | undefined
  /** What the schema in force declares; undefined without a schema or for an extra column. */
  readonly field: Field | undefined
  /** Whether its values are under edit: else what a lesson makes of them never changes, and a test may be made by it at once. */
  readonly isEdited: boolean
  /**
   * What a lesson makes of the values of the first 1,000 data rows, empty ones left out: the evidence for what no schema
   * says. A fact that an edit there changes has made again what was made with it: a test asks for it as late as it can.
   */
  learn<Fact>(lesson: Lesson<Fact>, about?: string): Fact
  /** True when at least nine in ten of those rows have something in this column, a few notes and blank rows left out. */
  readonly isUsuallyFilled: boolean
  /** The official lists, loaded when first asked for; undefined where there are none. Ask only for a column that needs them. */
  readonly lists: Lists | undefined
  /** What the file held in its version before; undefined where there is none, or nobody went to look for it. */
  readonly former: FormerTable | undefined
  /** Every column of the table, itself included. */
  readonly beside: readonly Column[]
}

/** A column as far as it is known by its label, its field and its values. */
export type Evidence = Pick<Column, 'field' | 'label' | 'learn'>

/** A table under the schema in force: what table rules read. */
export interface Described {
  /** The official lists, as a column has them. */
  readonly lists: Lists | undefined
  readonly table: Table
  readonly columns: readonly Column[]
  readonly schema: Schema | undefined
  readonly header: HeaderMatch
  /** The former version of the file, as a column has it. */
  readonly former?: FormerTable
  /** Set when no schema is in force, though one of the catalogue may be meant. */
  readonly doubt?: SchemaDoubt
  /** The tables that the schema's foreign keys name; absent when nobody went to look for them. */
  readonly resources?: Resources
  /** The other files of the same table. */
  readonly parts?: OtherParts
  /** What a dialect asks for and does not get, as it is told. */
  readonly unheeded?: readonly string[]
}
