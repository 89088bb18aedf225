import { type Decoded, decodeText } from './csv/decoding'
import { detectKind, documentKind } from './csv/kind'
import { RowPositions } from './csv/row-positions'
import { type Sniffed, sniffDialect } from './csv/sniff'
import { CsvTable } from './csv/table'
import { layoutIn, layoutOf } from './json/layout'
import { nativeSchema } from './json/native-schema'
import { readTree } from './json/read'
import { JsonTable } from './json/table'
import { columnsOf } from './columns'
import { FirstRows } from './first-rows'
import { keyedHeader } from './keyed-header'
import { dataRows } from './model/data-rows'
import type { DescribedTree } from './model/described-tree'
import type { Dialect } from './model/dialect'
import type { Fault } from './model/fault'
import type { FormerTable } from './model/former'
import type { FileTable } from './model/file-table'
import { Lines, type Positions } from './model/lines'
import type { Lists } from './model/lists'
import type { Heard } from './model/loudness'
import { steps } from './model/pointer'
import { isSame } from './model/same'
import { isNested } from './model/signature'
import { flatSource, type Source } from './model/source'
import type { OtherParts, Resources } from './model/reference'
import type { Schema, SchemaSource } from './model/schema'
import type { SchemaDoubt } from './model/schema-doubt'
import type { SchemaFault } from './model/schema-fault'
import type { Described } from './model/table'
import type { UnheldData } from './model/unheld-data'
import { schemasNaming } from './schema/catalogue'
import { doubtOf } from './schema/doubt'
import { matchHeader, matchPlaces } from './schema/match-header'
import { nullSchema } from './schema/null-schema'
import { type Candidate, clearLeader, recognise } from './schema/recognise'

/** What the person or the project said of a file; all the rest is found out. */
export interface OpenOptions {
  readonly encoding?: string
  /** The platform's own test for well-formed UTF-8, which may be ten times faster than ours. */
  readonly isUtf8?: (bytes: Uint8Array) => boolean
  /** Parts of the dialect that are told; the rest is found. No header is `headerRows: []`. Bytes may contradict its encoding. */
  readonly dialect?: Partial<Dialect>
  /** The decimal mark of the file's numbers, where the schema says nothing. */
  readonly decimal?: string
  /** The schema in force and why; `none` to do without; absent: recognised from the header. */
  readonly schema?: AppliedSchema | 'none'
  /** Loads the official lists; it is called once a column needs them, and gives nothing where there are none (yet). */
  readonly lists?: () => Lists | undefined
  /** What of the schema that stands beside the file cannot be relied on. */
  readonly schemaFault?: SchemaFault | undefined
  /** The document of the folder that describes other files and not this one. */
  readonly forgottenBy?: string | undefined
  /** What the file held in its version before. */
  readonly former?: FormerTable | undefined
  /** What was asked of the rules, by which it is known what may be told of the file. */
  readonly heard?: Heard
  /** Least number of bytes in a chunk; results never depend on it. */
  readonly chunkSize?: number
  /** Keeps what rules read of the rows, for a text that is edited and read again; results never depend on it. */
  readonly isEdited?: boolean
  /** Set for JSON: the records are those of a list somewhere in it, or each has its line. */
  readonly json?: JsonText
  /** Where the records lie in a document that holds more: the byte of the bracket, and the JSON pointer. */
  readonly list?: { readonly bracket: number; readonly at: string }
  /** Leaves the work to TypeScript alone; results never depend on it either. */
  readonly isPlain?: boolean
}

/** How a text of JSON holds its records: in one value, or one on each line. */
export type JsonText = 'one-value' | 'lines'

/** The schema in force for a file, why it is, and what goes with it. */
export interface AppliedSchema {
  readonly schema: Schema
  readonly source: SchemaSource
  /** The tables that its foreign keys name. */
  readonly resources?: Resources
  /** The other files of the table, where that is cut into several. */
  readonly parts?: OtherParts
  /** The folder in which they are looked for, where it is not that of the data. */
  readonly resourcesIn?: string
  /** How many of its own defects leave a part of it unchecked. */
  readonly defects?: number
  /** The file that holds it, and the JSON pointer of it there; absent for one of the catalogue. */
  readonly at?: { readonly file: string; readonly pointer: string }
}

/** One open file: its text, its table, and the schema that it must meet. */
export interface Dataset {
  /** The text itself. */
  readonly source: Source
  readonly table: FileTable
  readonly dialect: Dialect
  /** Set when the table is JSON, which has no dialect. */
  readonly json: JsonText | undefined
  /** How the bytes of the file became the text. */
  readonly decoded: Omit<Decoded, 'bytes'>
  /** Why this dialect. */
  readonly sniffed: Sniffed
  /** What opening it brought up; the faults of its rows come with the rows. */
  readonly faults: readonly Fault[]
  /** False when there is no table to read. */
  readonly readable: boolean
  readonly applied: AppliedSchema | undefined
  readonly schemaFault: SchemaFault | undefined
  readonly forgottenBy: string | undefined
  readonly heard: Heard
  /** Bundled schemas that resemble the file, the nearest first, and the first rows that told so. */
  readonly candidates: readonly Candidate[]
  readonly recognisedBy: readonly (readonly string[])[]
  /** What a person must decide of them. */
  readonly doubt: SchemaDoubt | undefined
  /** What the columns learn from. */
  readonly firstRows: FirstRows
  readonly described: Described
  readonly lines: Positions
  /** What is known of a file that is JSON and no table. */
  readonly tree?: DescribedTree
  /** The tables that stand in such a document, opened when first asked for. */
  readonly inner?: () => InnerTables
}

/** The tables that stand in a document, by the JSON pointers of their lists, and the data there that are held against nothing. */
export interface InnerTables {
  readonly tables: ReadonlyMap<string, Dataset>
  readonly unheld: readonly { readonly at: string; readonly because: UnheldData['inline'] | SchemaFault }[]
}

/** Rows that tell what a column is like. */
export const HEAD_ROWS = 1_000

/** Reads the bytes of a file as a dataset. Never throws: what cannot be read is a fault. */
export function openDataset(file: Uint8Array, options: OpenOptions = {}): Dataset {
  const what = detectKind(file) ?? (options.json ? undefined : documentKind(file))
  const { encoding, isUtf8, dialect } = options
  const hints = { encoding, declared: dialect?.encoding, isUtf8 }
  const { bytes, ...decoded } = decodeText(what ? new Uint8Array() : file, hints)
  const dataset = openText(flatSource(bytes), options, { decoded, bytes: file.length })
  return what ? { ...dataset, readable: false, faults: [{ kind: 'not-a-table', what }] } : dataset
}

/** A text that is UTF-8 already. */
const asUtf8: Dataset['decoded'] = { encoding: 'utf-8', byteOrderMark: false, faults: [], reason: { because: 'told' } }

/**
 * Reads a text as a dataset.
 * `decoded`: how the text came to be; `bytes`: of the file, when these are not those of the text; `lines`: the places of
 * a text that changes.
 */
export function openText(
  source: Source,
  options: OpenOptions = {},
  {
    decoded = asUtf8,
    bytes = source.length,
    lines,
  }: { readonly decoded?: Dataset['decoded']; readonly bytes?: number; readonly lines?: Positions } = {},
): Dataset {
  const opening = openingOf(source, decoded, options)
  const { table, readable } = opening
  const firstRows = new FirstRows(table, HEAD_ROWS)
  return {
    source,
    ...opening,
    decoded,
    schemaFault: options.schemaFault,
    forgottenBy: options.forgottenBy,
    heard: options.heard ?? {},
    faults: readable ? openingFaults(opening, decoded) : unreadable(source, bytes, options.json),
    firstRows,
    described: describe(opening, firstRows, options),
    lines: lines ?? (table instanceof CsvTable ? new RowPositions(source, table.cut) : new Lines(source)),
  }
}

/** What the beginning of a text says of all of it. */
type Opening = Pick<
  Dataset,
  'table' | 'dialect' | 'json' | 'sniffed' | 'readable' | 'applied' | 'candidates' | 'recognisedBy' | 'doubt'
>

/** Reads the beginning of a text; `before`: what it said before an edit, from which what still holds is taken. */
export function openingOf(
  source: Source,
  decoded: Dataset['decoded'],
  options: OpenOptions,
  before?: Opening & { readonly isSniffed: boolean },
): Opening {
  const { json, dialect: told = {} } = options
  const sniffed = json ? noDialect : before?.isSniffed ? before.sniffed : sniffDialect(source, told)
  const dialect: Dialect = {
    encoding: decoded.encoding,
    byteOrderMark: decoded.byteOrderMark,
    delimiter: sniffed.delimiter,
    quoteChar: sniffed.quoteChar,
    escapeChar: sniffed.escapeChar,
    escapesAll: told.escapeChar !== undefined,
    doubleQuote: sniffed.doubleQuote,
    lineTerminator: sniffed.lineTerminator,
    ...(sniffed.endsAreDoubled && { endsAreDoubled: true }),
    headerRows: sniffed.headerRows,
    headerJoin: told.headerJoin ?? ' ',
    skipInitialSpace: sniffed.skipInitialSpace,
    commentChar: sniffed.commentChar,
    commentRows: [...(told.commentRows ?? []), ...(sniffed.headerRows.length === 0 ? titleRows(sniffed) : [])],
    nullSequence: told.nullSequence,
    decimalChar: options.decimal ?? told.decimalChar,
    ...(told.labelCase && { labelCase: told.labelCase }),
  }
  const { chunkSize, isPlain = false, isEdited = false } = options
  const how = { isPlain, isEdited, ...(chunkSize !== undefined && { size: chunkSize }) }
  const { list } = options
  const layout =
    json && (list ? layoutIn(source, list.bracket, list.at) : layoutOf(source, json, told.records?.property))
  const cut = before && isSame(dialect, before.dialect) ? cutOf(before.table) : undefined
  const isUnlabelled = told.headerRows?.length === 0
  const opened = json
    ? new JsonTable(source, layout, { ...how, isUnlabelled })
    : new CsvTable(source, dialect, { ...how, cut })
  const recognisedBy = options.schema === undefined ? firstTexts(opened) : []
  const candidates = isSame(recognisedBy, before?.recognisedBy) ? before!.candidates : candidatesFor(recognisedBy)
  const isGuess = options.schema === undefined && candidates.length > 0 && isFlat(opened)
  const found = options.schema === 'none' ? undefined : (options.schema ?? (isGuess ? detected(candidates) : undefined))
  const doubt = isGuess ? doubtOf(candidates, opened.labels) : undefined
  const applied = found && { ...found, schema: json ? nativeSchema(found.schema) : nullSchema(found.schema, dialect) }
  // What the schema describes as one value is one, which is known only now.
  const isValue = (label: string) => found?.schema.fields.some(({ name }) => name === label) === true
  const isClosed = opened instanceof JsonTable && opened.holders.some(({ label }) => isValue(label))
  const table = isClosed ? new JsonTable(source, layout, { ...how, isUnlabelled, isValue }) : opened
  const readable = json ? layout !== undefined : holdsSomething(source)
  return { table, dialect, json, sniffed, readable, applied, candidates, recognisedBy, doubt }
}

/** Whether a text is more than line ends, as its first byte mostly tells; a long one is not read to its end. */
function holdsSomething(source: Source): boolean {
  for (let at = 0; at < Math.min(source.length, SHORT_TEXT); ) {
    const bytes = source.window(at, 1)
    if (!bytes.every(isLineEnd)) return true
    at += bytes.length
  }
  return source.length >= SHORT_TEXT
}

/** The rows above data that have no header: a line for a spreadsheet, and titles. */
function titleRows({ separatorLine, preambleRows }: Sniffed): readonly number[] {
  return Array.from({ length: Number(separatorLine) + preambleRows }, (_, row) => row)
}

function cutOf(table: FileTable): CsvTable['cut'] | undefined {
  return table instanceof CsvTable ? table.cut : undefined
}

/** The whole text of a dataset, as UTF-8. */
export function textOf({ source }: Dataset): Uint8Array {
  return source.window(0, source.length)
}

function describe(
  { table, applied, doubt }: Opening,
  firstRows: FirstRows,
  { lists = () => undefined, former, dialect: told }: Pick<OpenOptions, 'lists' | 'former' | 'dialect'>,
): Described {
  const { schema, resources, parts } = applied ?? {}
  // Who says that there is no header has the schema name the columns.
  const isNameless = !table.isKeyed && told?.headerRows?.length === 0
  const header = schema
    ? isNameless
      ? matchPlaces(table.labels.length, schema)
      : keyedHeader(matchHeader(table.labels, schema, told?.labelCase), table)
    : { fields: table.labels.map(() => undefined), misspelt: [], former: [], extra: [], missing: [], moved: [] }
  const labels = isNameless ? header.fields.map(field => field?.name ?? '') : table.labels
  return {
    table,
    schema,
    header,
    columns: columnsOf(
      { labels, ownColumns: table.ownColumns, paths: table.paths, listsAt: table.listsAt, kept: table.kept },
      header.fields,
      firstRows,
      lists,
      former,
    ),
    ...(former && { former }),
    ...(doubt && { doubt }),
    ...(resources && { resources }),
    ...(parts && { parts }),
    ...(told && { unheeded: unheededOf(told, table) }),
    get lists() {
      return lists()
    },
  }
}

/** What a dialect asks for and does not get of this table. */
function unheededOf({ unheeded = [], records }: Partial<Dialect>, table: FileTable): readonly string[] {
  if (table instanceof CsvTable) return unheeded
  const { property, itemType, itemKeys } = records ?? {}
  const path = table.recordsAt === undefined ? undefined : steps(table.recordsAt).join('.')
  return [
    ...(property !== undefined && path !== undefined && property !== path ? [`property: ${property}`] : []),
    ...(itemType !== undefined && (itemType === 'array') === table.isKeyed ? [`itemType: ${itemType}`] : []),
    ...(itemKeys && !table.isKeyed ? ['itemKeys'] : []),
  ]
}

/** The labels of a table that has some, then its first rows. */
function firstTexts(table: FileTable): readonly (readonly string[])[] {
  if (table.headerRow === undefined) return []
  const rows = Array.from(dataRows(table, 20), row => table.labels.map((_, column) => row.text(column) ?? ''))
  return [table.labels, ...rows]
}

function candidatesFor([labels, ...rows]: readonly (readonly string[])[]): readonly Candidate[] {
  return labels ? recognise(labels, rows, schemasNaming(labels)) : []
}

/** Whether records hold no lists or objects but the format’s own: no schema of the catalogue describes any other. */
function isFlat(table: FileTable): boolean {
  if (table instanceof JsonTable && table.holders.length > 0) return false
  for (const chunk of table.chunks()) {
    if (chunk.firstRow > table.firstDataRow + 20) break
    for (let i = 0; i < chunk.rowCount; i++)
      for (let cell = chunk.rowCells[i]!; cell < chunk.rowCells[i + 1]!; cell++)
        if (isNested(chunk.signatures[cell]!) && !table.ownColumns.includes(cell - chunk.rowCells[i]!)) return false
  }
  return true
}

function detected(candidates: readonly Candidate[]): AppliedSchema | undefined {
  const leader = clearLeader(candidates)
  return leader && { schema: leader.schema, source: 'detected' }
}

/** What opening a text brings up besides its rows. */
export function openingFaults(
  { table, sniffed, json }: Pick<Opening, 'table' | 'sniffed' | 'json'>,
  decoded: Dataset['decoded'],
): Fault[] {
  const faults = [...decoded.faults, ...sniffed.faults]
  // UTF-16 needs its mark, and is a fault of its own.
  if (decoded.byteOrderMark && decoded.encoding === 'utf-8') faults.push({ kind: 'byte-order-mark' })
  if (!json && !isLineEnd(table.source.window(table.source.length - 1, 1)[0]))
    faults.push({ kind: 'missing-final-newline' })
  if (table.width(table.firstDataRow) === 0 || (!json && holdsNothing(table)))
    faults.push({ kind: 'empty-table', bytes: table.source.length })
  return faults
}

/** Blank rows among which a value is looked for. */
const MOST_BLANK = 1_000

/** Whether the rows of data are blank, all of them. */
function holdsNothing(table: Dataset['table']): boolean {
  for (let row = table.firstDataRow; row < table.firstDataRow + MOST_BLANK; row++) {
    const width = table.width(row)
    if (width === 0) return true
    for (let column = 0; column < width; column++) if (table.text(row, column)?.trim() !== '') return false
  }
  return false
}

/** What keeps a text from being a table. */
function unreadable(source: Source, bytes: number, json: JsonText | undefined): Fault[] {
  const flaws = json && source.length < SHORT_TEXT ? readTree(source.window(0, source.length)).flaws : []
  if (flaws.length > 0) return flaws.map(flaw => ({ kind: 'json-flaw', flaw }))
  return [{ kind: 'empty-table', bytes }]
}

/** Bytes beyond which a text without records is not read to say what is wrong with it. */
const SHORT_TEXT = 1 << 20

/** JSON has no dialect: these are the values that decide nothing. */
const noDialect: Sniffed = {
  delimiter: ',',
  quoteChar: '"',
  escapeChar: undefined,
  doubleQuote: true,
  skipInitialSpace: false,
  lineTerminator: '\n',
  commentChar: undefined,
  headerRows: [],
  preambleRows: 0,
  separatorLine: false,
  decimalChar: undefined,
  looked: 'head',
  reasons: [],
  faults: [],
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === 10 || byte === 13
}
