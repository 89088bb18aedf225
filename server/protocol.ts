/**
 * What the client and the server say to each other beyond LSP: method names and their shapes, nothing that runs.
 * Texts are in the reader's language already; places are LSP's (lines from 0, UTF-16 columns).
 */
import type { Acceptance } from './engine/model/acceptance'
import type { Authority } from './engine/model/authority'
import type { Card } from './engine/model/card'
import type { Change } from './engine/model/change'
import type { Preset, Severity } from './engine/model/diagnostic'
import type { Dialect } from './engine/model/dialect'
import type { Language } from './engine/model/language'
import type { Position } from './engine/model/lines'
import type { TableProfile } from './engine/model/profile'
import type { SchemaSource } from './engine/model/schema'
import type { Flaw } from './engine/model/tree'
import type { State } from './engine/model/verdict'
import type { FolderShown } from './protocol/folder'
import type { CellKnown, CellSpot, Overview, RowsShown, RowsWanted } from './protocol/preview'
import type { Range, TextEdit } from './protocol/range'

/** Bytes up to which VS Code gives a file to extensions; a larger one is checked from disk (`vigie/checkFile`). */
export const SYNCHRONISED = 50 * 1024 * 1024

/** Paths of documents that may come to be in force for other files, be it for some that nobody has read yet. */
export const DESCRIBES_OTHERS = /(?:^|\/)(?:vigie|datapackage|(?:table)?schema|[^/]+(?:\.schema|-metadata))\.json$/

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
  /** The least number of persons that is published: from 2 to 100, five by convention. */
  readonly smallCount?: number
}

/** What our client adds to the parameters of `textDocument/hover`. */
export interface BesideHover {
  /** Messages of the diagnostics that the editor itself shows beside the hover, which then does not repeat them. */
  readonly told?: readonly string[]
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
    readonly result: {
      readonly version: number
      readonly edits: PackedEdits
      /** The findings that they repair. */
      readonly repairs: number
      /** What can no longer be read, or helped to read other cells, once they are made. */
      readonly lost?: string
      /** Why nothing is repaired, though something may be wrong. */
      readonly because?: string
    }
  }
  /** What the code action with this `data` does to the text, as `codeAction/resolve` tells it; nothing when the text has changed since. */
  'vigie/repair': {
    readonly params: { readonly data: unknown }
    readonly result: {
      readonly repair?: File & {
        readonly version: number
        readonly edits: PackedEdits
        /** As `codeAction/resolve` gives it. */
        readonly data: unknown
      }
    }
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
  /** The report on a file as its text is now, for this reader: a page that stands alone, or Markdown; without `text` there is nothing to read. */
  'vigie/report': {
    readonly params: File & { readonly for: 'elu' | 'agent' | 'successor'; readonly format: 'html' | 'markdown' }
    readonly result: { readonly text?: string }
  }
  /**
   * Carries out a tool for an agent of the editor, on its folders and on texts as they are shown; `input` is what the tool
   * takes. Facts, or a sentence that tells why there are none.
   */
  'vigie/tool': {
    readonly params: { readonly name: string; readonly input: unknown }
    readonly result: { readonly facts: Readonly<Record<string, unknown>> } | { readonly problem: string }
  }
  /**
   * What the files of folders that were checked are worth, by public policy, what stands in the way of publication first.
   * Those that changed since are checked again. `most`: files that are told; `state`: the datasets of this verdict alone.
   */
  'vigie/folder': {
    readonly params: Folders & { readonly most: number; readonly state?: State }
    readonly result: FolderShown
  }
  /** The same as a page that stands alone, or as Markdown. */
  'vigie/folderReport': {
    readonly params: Folders & { readonly format: 'html' | 'markdown' }
    readonly result: { readonly text: string }
  }
  /** The note on what has changed since the file of an address, or since git’s last version; without `text` there is nothing to compare. */
  'vigie/changes': {
    readonly params: File & { readonly before?: string; readonly format: 'html' | 'markdown' }
    readonly result: { readonly text?: string }
  }
  /** Whether git has a version of a file that is another than the present one. */
  'vigie/hasFormer': { readonly params: File; readonly result: { readonly isThere: boolean } }
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
  /**
   * What the preview says of a file besides its rows: at once without a verdict, with that of the first rows, which only a
   * long file has, or once all of it is checked; `counted`: without a verdict, once the rows of a file of which only the
   * first are checked are counted. Nothing for what is no table.
   */
  'vigie/overview': {
    readonly params: File & { readonly when: 'now' | 'first-rows' | 'counted' | 'checked' }
    readonly result: Overview | null
  }
  /** How much of the check of a file is done, from 0 to 1. */
  'vigie/progress': { readonly params: File; readonly result: { readonly share: number } }
  /** Rows of a view, from the one at a place of it on; findings are marked as far as they are known. Nothing for what is no table. */
  'vigie/rows': {
    readonly params: File & RowsWanted
    readonly result: RowsShown | null
  }
  /** All that is known of a cell. */
  'vigie/cellKnown': {
    readonly params: File & CellSpot
    readonly result: CellKnown | null
  }
  /**
   * The edits that put a value into a cell, quoted as it must be, for the version of the document that the server has
   * seen. Nothing where the cell no longer holds what it `was`.
   */
  'vigie/setCell': {
    readonly params: File & CellSpot & { readonly value: string; readonly was: string }
    readonly result: { readonly version: number; readonly edits: readonly TextEdit[] } | null
  }
  /** What each of these columns holds, for people who look: figures, a picture, a question. */
  'vigie/cards': {
    readonly params: File & { readonly columns: readonly number[] }
    readonly result: { readonly version: number; readonly cards: readonly Card[] } | null
  }
  /**
   * Checks a file as it lies on disk, whatever its size, in a process of its own; progress and cancellation are LSP's. The
   * findings are published for a file that is not open.
   */
  'vigie/checkFile': {
    readonly params: File & { readonly workDoneToken?: number | string }
    readonly result: FileChecked
  }
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

/**
 * Edits of a text, in order: as many objects would take longer to send than the edits of a hundred thousand cells to find.
 * `places` has four numbers for each: lines since the start of the one before (or of the text), character, lines from its
 * start to its end, character of its end; `texts` what each writes.
 */
export interface PackedEdits {
  readonly places: readonly number[]
  readonly texts: readonly string[]
}

/** Requests from the server. */
export interface ClientRequests {
  /** Whether the person agrees that a schema be fetched from this address; a client that does not know it declines. */
  'vigie/mayFetch': { readonly params: { readonly url: string }; readonly result: boolean }
  /** Makes these changes of a text, which are in order, in one step; false when it is no longer of that version. */
  'vigie/changeText': {
    readonly params: File & { readonly version: number; readonly edits: readonly TextEdit[] }
    readonly result: boolean
  }
  /** The bytes of the official lists, `dist/lists.bin`; sent once, when a column needs them, to a client beside which the server has no disk. */
  'vigie/lists': { readonly params: undefined; readonly result: Uint8Array }
}

/** What `initializationOptions` carry besides the settings. */
export interface Beginning extends Settings {
  /** Path of the folder for copies of what was fetched; absent: where the system keeps such copies. */
  readonly cacheFolder?: string
  /** The client has a folder checked when a person asks for it; it is not told that it may, since its library would do it every two seconds. */
  readonly asksForFolders?: true
}

/** What our client adds to the parameters of `workspace/diagnostic`. */
export interface BesideFolders {
  /** URIs of the folders to look through; absent: those in the editor. */
  readonly folders?: readonly string[]
}

/** Notifications from the client. */
export interface Notifications {
  /** The preview of a file is closed: what was read for it alone may be let go. */
  'vigie/previewClosed': File
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

/**
 * What the `data` of a code action hold as `asked` when a person must confirm its repair, for a client that asks in its own
 * way; any other has the change annotations of the edit.
 */
export interface Asked {
  /** What the repair does. */
  readonly title: string
  /** The sentence of the finding at the place where it is offered. */
  readonly reason: string
  /** Present when values that are replaced may be such as are never told. */
  readonly isWithheld?: true
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

/** What the check of a file from disk gave, in one sentence; without reports it could not be carried out. */
export interface FileChecked {
  readonly told: string
  /** URIs of the report as a page, and of all findings as JSON; they go with the server. */
  readonly reports?: { readonly html: string; readonly json: string }
}

/** What a diagnostic carries as its `data`; rows and columns from 0. */
export interface DiagnosticData {
  readonly rule: string
  readonly row?: number
  readonly column?: number
  /** Set where the text is no JSON: an editor that names this flaw by itself need not show it twice. */
  readonly flaw?: Flaw['kind']
}

interface File {
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
  /** The settings or the schema cannot be used, as `why` says. */
  readonly isBroken?: true
  /** A schema or a metadata document, which has no schema and no dialect to choose. */
  readonly isTree?: true
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
  readonly rule: string
  readonly range: Range
  readonly severity: Severity
  readonly message?: string
}

interface Folders {
  /** Their URIs. */
  readonly folders: readonly string[]
}
