import type { Diagnostic } from 'vscode-languageserver'
import type { Reader } from '../engine/model/reader'
import type { DialectChoice, Settings } from '../protocol'
import type { Placed } from '../folder/standings'

/** A file to check as it lies on disk, with all that the session knows of it. */
export interface CheckJob {
  readonly uri: string
  readonly language: Reader['language']
  readonly settings: Settings
  /** Paths of the folders in the editor. */
  readonly folders: readonly string[]
  /** What a person chose for the file. */
  readonly schema: string | undefined
  readonly dialect: DialectChoice
  /** Where copies of what was fetched are. */
  readonly cacheFolder: string | undefined
  /** Whether the client shows related places. */
  readonly related: boolean
}

/** What was found, as it is told in the reader's language; without `reports` the file could not be checked, and `told` says why. */
export interface CheckResult {
  readonly told: string
  readonly diagnostics: readonly Diagnostic[]
  /** What the file is worth. */
  readonly placed?: Placed
  /** Paths of the report as a page, and of all findings as JSON. */
  readonly reports?: { readonly html: string; readonly json: string }
}

/** Checks a file without the session waiting for it; `tell` is given the share done, from 0 to 1. */
export type CheckApart = (job: CheckJob, tell: (done: number) => void, signal: AbortSignal) => Promise<CheckResult>
