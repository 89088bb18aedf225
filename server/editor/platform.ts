import type { CheckApart } from '../from-disk/job'
import type { Judge } from '../engine/model/judge'
import type { Lists } from '../engine/model/lists'
import type { Files } from '../files/files'
import type { Fetched } from '../network/fetched'
import type { Cache } from '../network/remote-schemas'

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
