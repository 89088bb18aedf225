import type { ClientCapabilities, Connection } from 'vscode-languageserver'
import type { AcceptedIn } from './accept'
import type { Acceptance } from './engine/model/acceptance'
import type { Judge } from './engine/model/judge'
import type { Reader } from './engine/hover'
import type { OpenFile } from './open-file'
import type { Files } from './files'

/** What the platform lends the server. */
export interface Platform {
  readonly files: Files
  /** The path by which `files` reads an address; addresses that are not on disk stay as they are. */
  readonly pathOf: (uri: string) => string
  /** The address of a path that `files` reads: the other way round. */
  readonly uriOf: (path: string) => string
  /** Tries the patterns of schemas that can run away, where the platform has threads to do it in. */
  readonly judge?: Judge
}

/** What the handlers of one client share. */
export interface Session {
  readonly connection: Connection
  readonly client: () => ClientCapabilities
  readonly reader: () => Reader
  /** The file of an address, whether the editor has opened it or not. */
  readonly file: (uri: string) => OpenFile
  /** The `vigie.json` in which a deviation of a file is accepted, as it is to be written. */
  readonly accepted: (uri: string, acceptance: Acceptance) => Promise<AcceptedIn | undefined>
  /** Those that were asked for so far. */
  readonly files: () => Iterable<OpenFile>
  readonly platform: Platform
  /** The findings of this file, or of all, may be others than those last told. */
  readonly changed: (file?: OpenFile) => void
}
