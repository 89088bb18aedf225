import type { LintOptions } from '../engine/checkup'
import type { Dataset } from '../engine/dataset'
import type { LiveFindings } from '../engine/live-tree'
import type { Diagnostic } from '../engine/model/diagnostic'
import type { OpenAs } from '../engine/open'
import type { Problem } from '../files/files'

/** A dataset and where its text lies in the editor's. */
export interface Source {
  readonly dataset: Dataset
  /** UTF-16 units before the text on the first line: 1 where the editor keeps the byte order mark. */
  readonly shift: 0 | 1
}

/** A finding and the text in whose bytes it counts. */
export interface Found {
  readonly diagnostic: Diagnostic
  readonly source: Source
}

/** All that is known of a version of a file. */
export interface Checked {
  readonly generation: number
  readonly version: number
  /** The editor's text. */
  readonly source: Source
  readonly live: LiveFindings
  /** What is said of the bytes on disk. */
  readonly onDisk: readonly Found[]
  /** False when the file is no text, whatever the editor shows: then only what is said of the disk counts. */
  readonly isText: boolean
  /** How it was opened. */
  readonly open: OpenAs
  /** Which rules ran. */
  readonly options: LintOptions
  /** Why it is not known which rules are wanted: then nothing is repaired that nobody pointed at. */
  readonly unsettled?: Problem | undefined
}
