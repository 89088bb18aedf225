/**
 * What the client and the server say to each other beyond LSP: method names and their shapes, nothing that runs.
 * Texts are in the reader's language already; places are LSP's (lines from 0, UTF-16 columns).
 */
import type { Acceptance } from './engine/model/acceptance'
import type { Authority } from './engine/model/authority'
import type { Change } from './engine/model/change'
import type { Preset, Severity } from './engine/model/diagnostic'
import type { Dialect } from './engine/model/dialect'
import type { Language } from './engine/model/language'
import type { Position } from './engine/model/lines'
import type { TableProfile } from './engine/model/profile'
import type { SchemaSource } from './engine/model/schema'

/** The section `vigie` of the settings: `initializationOptions`, `workspace/didChangeConfiguration` and `workspace/configuration` carry it. */
export interface Settings {
  /** `auto`: the `locale` that the client gives in `initialize`, if it is French or English, else French. */
  readonly language?: 'auto' | Language
  /** Who reads: an elected official gets shorter hovers. */
  readonly level?: 'elu' | 'agent'
  readonly preset?: Preset
  /** The size of the reader's authority, by which thresholds are quoted. */
  readonly authority?: Authority
  /** Whether cells far to the right have their column's name beside them; `auto`: not in a text of more than 1 MB. */
  readonly columnHints?: 'auto' | 'on' | 'off'
  readonly rules?: Readonly<Record<string, Severity | 'off'>>
  /** The first entry whose glob fits the file counts. `schema`: a catalogue id, a path, a web address, or `none`. */
  readonly schemas?: readonly { readonly files: string; readonly schema: string }[]
}

/** Requests from the client: `params` in, `result` out. */
export interface Requests {
  /** What a file is read as. An unknown or unreadable file has a status too, without schema and dialect. */
  'vigie/status': { readonly params: File; readonly result: Status }
  /** Chooses the schema of a file while it is open; without `schema` the server finds it again. Ends with `workspace/diagnostic/refresh`. */
  'vigie/setSchema': {
    readonly params: File & {
      readonly schema?: string /** A catalogue id, the URI of a file, a web address, or `none`. */
    }
    readonly result: Status
  }
  /** Chooses parts of the dialect while the file is open; what is absent the server finds again. Ends likewise. */
  'vigie/setDialect': { readonly params: File & DialectChoice; readonly result: Status }
  /** Every finding that touches the range, those that a grouped diagnostic stands for included. */
  'vigie/findings': { readonly params: File & { readonly range: Range }; readonly result: readonly Shown[] }
  /** The edits of all safe fixes that concern text, for the version of the document that the server has seen. */
  'vigie/fixAll': {
    readonly params: File
    readonly result: { readonly version: number; readonly edits: readonly TextEdit[] }
  }
  /** The nearest `vigie.json` with one more accepted deviation, to be written; its path is seen from the file's folder. No file: it cannot be read. */
  'vigie/accept': {
    readonly params: File & { readonly acceptance: Acceptance }
    readonly result: { readonly file?: { readonly path: string; readonly text: string } }
  }
  /** The sheets of an `.xlsx` or `.ods` file as CSV; `content` is the file in base64. No sheets: it cannot be read. */
  'vigie/convertWorkbook': {
    readonly params: { readonly name: string; readonly content: string }
    readonly result: { readonly sheets?: readonly ConvertedSheet[] }
  }
  /** The schema that the data allow, as the text of a file, and where it belongs; without `text` the file is no table. */
  'vigie/inferSchema': {
    readonly params: File
    readonly result: { readonly text?: string /** The URI of `NAME.schema.json`. */; readonly beside: string }
  }
  /** The `datapackage.json` that describes the data, completing the text of the one that is there; without `text` that is not possible. */
  'vigie/describe': {
    readonly params: File & { readonly existing?: string }
    readonly result: { readonly text?: string /** The URI of the document. */; readonly beside: string }
  }
  /** The text of a bundled schema, for `vigie-schema:/ID.json`, which definitions lead to; empty when there is none. */
  'vigie/schemaText': { readonly params: { readonly id: string }; readonly result: { readonly text: string } }
  /**
   * The facts of these columns (numbers from 0), or of all, for the version of the document that the server has seen; they
   * are found in slices and kept until the text changes. Nothing for what is no table.
   */
  'vigie/profile': {
    readonly params: File & { readonly columns?: readonly number[] }
    readonly result: { readonly version: number; readonly profile: TableProfile } | null
  }
  /** The cell at a place; nothing where there is no table. */
  'vigie/cell': { readonly params: File & { readonly position: Position }; readonly result: CellPlace | null }
  /** The glossary in the reader's language, as the title and the body of a page. */
  'vigie/glossary': {
    readonly params: Readonly<Record<string, never>>
    readonly result: { readonly title: string; readonly body: string }
  }
  /** The page of a rule; empty text when there is none. */
  'vigie/rulePage': {
    readonly params: { readonly id: string /** Absent: the reader's. */; readonly language?: Language }
    readonly result: { readonly markdown: string }
  }
}

/** A cell: its row and column from 0, where it lies, and where the cells before and after it do. */
export interface CellPlace {
  readonly row: number
  readonly column: number
  readonly label: string
  readonly range: Range
  readonly next?: Range
  readonly previous?: Range
}

/** Requests from the server. */
export interface ClientRequests {
  /** Whether the person agrees that a schema be fetched from this address; a client that does not know it declines. */
  'vigie/mayFetch': { readonly params: { readonly url: string }; readonly result: boolean }
  /** The bytes of the official lists, `dist/lists.bin`; sent once, when a column needs them, to a client beside which the server has no disk. */
  'vigie/lists': { readonly params: undefined; readonly result: Uint8Array }
}

/** What `initializationOptions` carry besides the settings. */
export interface Beginning extends Settings {
  /** Path of the folder for copies of what was fetched; absent: where the system keeps such copies. */
  readonly cacheFolder?: string
}

/** Notifications from the client. */
export interface Notifications {
  /** How the editor read the bytes of a file; sent after `didOpen` and whenever it changes. */
  'vigie/documentEncoding': {
    readonly uri: string
    /** As in `Dialect`. */
    readonly encoding: string
    readonly byteOrderMark: boolean
    readonly lineTerminator: '\r\n' | '\n'
  }
}

/**
 * Commands of the client that the server may put in a code action, with their arguments.
 * `vigie.reencode` writes the file anew on disk (`operation` of a fix) and opens it again; the text stays the same.
 */
export interface Commands {
  'vigie.reencode': readonly [uri: string, operation: ByteOperation]
  'vigie.showRule': readonly [id: string]
  /** Puts a schema in force for a file; without `schema` the person is asked which. */
  'vigie.chooseSchema': readonly [uri: string, schema?: string]
  /** Asks the person for the rest and writes an accepted deviation into `vigie.json`. */
  'vigie.accept': readonly [uri: string, place: Omit<Acceptance, 'reason' | 'author' | 'until'>]
}

/** The repairs that concern bytes rather than text. */
export type ByteOperation = Extract<Change, { readonly operation: unknown }>['operation']

/** A sheet as files to write, by their names, and one sentence about each thing that was lost before. */
export interface ConvertedSheet {
  readonly sheet: string
  readonly name: string
  readonly csv: string
  readonly schema?: { readonly name: string; readonly text: string }
  readonly losses: readonly string[]
}

export interface File {
  readonly uri: string
}

/** What a file is read as, and what else it could be. */
export interface Status {
  /** Absent when none is in force. */
  readonly schema?: {
    readonly id: string
    readonly version?: string
    readonly title: string
    /** `flag`: chosen by `vigie/setSchema`. */
    readonly source: SchemaSource
  }
  /** Why this schema, or why none, in at most 70 characters: the corner of the editor is narrow. */
  readonly why: string
  /** Of a metadata document: its points of nine on data.gouv.fr, and one sentence on what is missing. */
  readonly score?: { readonly points: number; readonly why: string }
  /** How the records lie in a JSON table, which has no dialect. */
  readonly json?: 'one-value' | 'lines'
  /** Absent when the file is no delimited table. */
  readonly dialect?: Pick<Dialect, 'encoding' | 'byteOrderMark' | 'delimiter' | 'lineTerminator' | 'decimalChar'> & {
    /** Row of the header, from 0; absent when there is none. */
    readonly headerRow?: number
    /** One sentence: the evidence. */
    readonly why: string
  }
  /** Schemas that could be in force, the likeliest first; the rest of the catalogue follows. */
  readonly candidates: readonly {
    readonly id: string
    readonly title: string /** One sentence. */
    readonly why: string
  }[]
}

/** The parts of a dialect that a person may choose. */
export interface DialectChoice {
  readonly encoding?: string
  readonly delimiter?: string
  /** From 0. */
  readonly headerRow?: number | 'none'
}

/** A finding as the editor underlines it; `message` when hovering it is worth more than the server's own hover. */
export interface Shown {
  readonly range: Range
  readonly severity: Severity
  readonly message?: string
}

export interface Range {
  readonly start: Position
  readonly end: Position
}

export interface TextEdit {
  readonly range: Range
  readonly newText: string
}
