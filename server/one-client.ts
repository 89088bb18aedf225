import type { ClientCapabilities, Connection } from 'vscode-languageserver'
import type { AcceptedIn } from './acceptance'
import type { CheckApart } from './from-disk/job'
import type { Acceptance } from './engine/model/acceptance'
import type { Judge } from './engine/model/judge'
import type { Lists } from './engine/model/lists'
import type { Reader } from './engine/model/reader'
import type { OpenFile } from './open-file'
import type { Files } from './files'
import type { Fetched } from './network/fetched'
import type { Settings } from './protocol'
import type { Cache } from './network/remote-schemas'
import type { RowsOnDisk } from './preview/rows-on-disk'
import type { Standings } from './folder/standings'

/** What the platform lends the server. */
export interface Platform {
  readonly files: Files
  /** The path by which `files` reads an address; addresses that are not on disk stay as they are. */
  readonly pathOf: (uri: string) => string
  /** The address of a path that `files` reads: the other way round. */
  readonly uriOf: (path: string) => string
  /** Tries the patterns of schemas that can run away, where the platform has threads to do it in. */
  readonly judge?: Judge
  /** Puts other bytes in the place of a file, where there is a disk. */
  readonly replace?: (path: string, bytes: Uint8Array) => Promise<void>
  /** Fetches schemas, and keeps copies of them in a folder or where such copies usually are. */
  readonly network?: {
    readonly fetch: (url: string) => Promise<Fetched>
    readonly cacheIn: (folder: string | undefined) => Cache
  }
  /** Checks large files beside the session; absent where there is no disk. */
  readonly checkApart?: CheckApart
  /** The official lists; undefined while they are on their way: `arrived` is called once they are there. */
  readonly lists: (arrived: () => void) => Lists | undefined
}

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
