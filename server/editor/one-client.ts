import type { ClientCapabilities, Connection } from 'vscode-languageserver'
import type { AcceptedIn } from './acceptance'
import type { Acceptance } from '../engine/model/acceptance'
import type { Reader } from '../engine/model/reader'
import type { Standings } from '../folder/standings'
import type { OpenFile } from './open-file'
import type { Platform } from './platform'
import type { RowsOnDisk } from '../preview/rows-on-disk'
import type { Settings } from '../protocol'

/** A file that no editor hands over as text. */
export interface LargeFile {
  /** Its first rows, as if there were no others. */
  readonly beginning: OpenFile
  readonly rows: RowsOnDisk
}

/** What the handlers of one client share. */
export interface Session {
  readonly connection: Connection
  readonly client: () => ClientCapabilities
  readonly settings: () => Settings
  /** Paths of the folders in the editor. */
  readonly folders: () => readonly string[]
  /** The folder for copies of what was fetched, if the client named one. */
  readonly cacheFolder: () => string | undefined
  readonly reader: () => Reader
  /** The file of an address, whether the editor has opened it or not. */
  readonly file: (uri: string) => OpenFile
  /** The file at a path, for who looks at it in passing: it is not kept unless it was known before. */
  readonly passing: (path: string) => OpenFile
  /** The same for who looks at a file that is too large to be read whole. */
  readonly large: (uri: string) => LargeFile
  /** Nobody looks at a file any longer: what was read for that is let go. */
  readonly left: (uri: string) => void
  /** The `vigie.json` in which a deviation of a file is accepted, as it is to be written. */
  readonly accepted: (uri: string, acceptance: Acceptance) => Promise<AcceptedIn | undefined>
  /** A person names a schema: what was declined of it before counts no longer. */
  readonly reconsider: (schema: string) => void
  /** Those that were asked for so far. */
  readonly files: () => Iterable<OpenFile>
  /** What files are worth of folders that were checked. */
  readonly standings: Standings
  /** The text of a file that the editor shows, by its path. */
  readonly shown: (path: string) => Uint8Array | undefined
  readonly platform: Platform
  /** The findings of this file, or of all, may be others than those last told. */
  readonly changed: (file?: OpenFile) => void
}
