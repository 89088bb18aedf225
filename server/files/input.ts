import type { LintOptions } from '../engine/checkup'
import type { OpenAs } from '../engine/open'
import type { PagedFile } from './files'

/** One file to work on, with what the order, the project and the files beside it say of it. */
export interface Input {
  readonly path: string
  readonly bytes: Uint8Array
  /** The file itself instead of its bytes, when it is large; to be closed. */
  readonly paged: PagedFile | undefined
  readonly open: OpenAs
  readonly lint: LintOptions
}
