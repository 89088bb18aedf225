import type { Dataset } from '../engine/dataset'
import type { Diagnostic, Severity } from '../engine/model/diagnostic'
import type { Language } from '../engine/model/language'

export const formats = ['text', 'json', 'sarif', 'github', 'html'] as const

export type Format = (typeof formats)[number]

/** What was found in one file. */
export interface FileReport {
  /** As given on the command line; a file of a folder: the folder as given and the way in it. */
  readonly path: string
  readonly dataset: Dataset
  /** Its diagnostics, those of a step of the check together: found while they are read, and read once. */
  readonly found: Iterable<readonly Diagnostic[]>
  /** By severity, of the diagnostics read so far. */
  readonly counts: Readonly<Record<Severity, number>>
  /** Findings that the baseline knows, which are not among the diagnostics. */
  readonly known?: number
}

/** A piece of what is printed, or the UTF-8 of one, which is lent until the next piece is asked for. */
export type Printed = string | Uint8Array

/** One way to print what was found, file by file, so that nothing waits for the end. */
export interface Reporter {
  start(): string
  /** What is printed of a file; the same whichever files come before. */
  file(report: FileReport): Generator<Printed, Sum>
  /** Stands between two files. */
  readonly separator: string
  end(sums: readonly Sum[]): string
}

/** What the end of a report must know of a file. */
export interface Sum {
  readonly path: string
  readonly counts: Readonly<Record<Severity, number>>
  /** Findings that `vigie fix` repairs without being asked more, where the report tells them. */
  readonly repairable: number
}

/** What every way of printing needs to know. */
export interface ReportStyle {
  readonly language: Language
  readonly version: string
  /** YYYY-MM-DD, by which freshness is judged. */
  readonly today?: string
  readonly colours: 'on' | 'off'
}

/** No diagnostics yet. */
export const noCounts = (): Record<Severity, number> => ({ error: 0, warning: 0, information: 0, hint: 0 })
