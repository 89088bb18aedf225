import type { Requests } from '../../server/protocol'
import type { FolderShown } from '../../server/protocol/folder'
import type { Range } from '../../server/protocol/range'

/** What of the folder is looked at. */
export type Look = Omit<Requests['vigie/folder']['params'], 'folders'>

/** What the page of the folder asks of the client. */
export type FromPage =
  | { readonly look: Look }
  /** Opens a file, at a place if one is told. */
  | { readonly open: string; readonly place?: Range | undefined }
  /** Shows where the public policy of a file is to be told; `document`: what describes it. */
  | { readonly describe: string; readonly document?: string | undefined }
  | { readonly press: 'problems' | 'save' | 'check' | 'take-back' }

/** `shown` is null where the server does not answer. */
export interface ToPage {
  readonly shown: FolderShown | null
  /** Addresses. */
  readonly folders: readonly string[]
}

/** What the page keeps of itself for when the window is loaded again. */
export interface Kept {
  readonly look: Look
  readonly folders: readonly string[]
}
