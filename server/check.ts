import type { Dataset } from './engine/dataset'
import type { LintOptions } from './engine/checkup'
import { lintInSteps } from './engine/lint'
import type { LiveFindings } from './engine/live-tree'
import type { Diagnostic } from './engine/model/diagnostic'
import type { OpenAs } from './engine/open'
import type { Problem } from './files'
import { rules } from './engine/rules'
import type { Rule } from './engine/rules/rule'

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

/** Work after which others get their turn, in milliseconds. */
const SLICE = 2

/** Rules that judge the bytes on disk, which the editor has already decoded. */
const byteRules: ReadonlySet<string> = new Set([
  'legacy-encoding',
  'encoding-mismatch',
  'mixed-encoding',
  'mixed-line-endings',
  'byte-order-mark',
  'not-a-table',
])

/** The rules that judge the editor's text, when others judge the bytes on disk. */
export const textRules: readonly Rule[] = rules.filter(({ id }) => !byteRules.has(id))

/**
 * What steps come to once all are taken, giving way to other work now and then, after `slice` milliseconds; undefined
 * when it became stale on the way.
 */
export async function inSlices<Outcome>(
  steps: Iterator<unknown, Outcome>,
  isStale: () => boolean,
  slice = SLICE,
): Promise<{ readonly outcome: Outcome } | undefined> {
  let began = performance.now()
  for (;;) {
    const { done, value } = steps.next()
    if (done) return { outcome: value }
    if (performance.now() - began < slice) continue
    await pause()
    if (isStale()) return undefined
    began = performance.now()
  }
}

/** What the rules about bytes find in a file as it lies on disk. */
export async function judgedOnDisk(disk: Dataset, options: LintOptions): Promise<readonly Found[]> {
  const source: Source = { dataset: disk, shift: 0 }
  let began = performance.now()
  const found: Found[] = []
  const byteRulesOnly = { ...options, rules: rules.filter(({ id }) => byteRules.has(id)) }
  for (const step of lintInSteps(disk, byteRulesOnly)) {
    for (const diagnostic of step.found) found.push({ diagnostic, source })
    if (performance.now() - began < SLICE) continue
    await pause()
    began = performance.now()
  }
  return found
}

/** Turns of Node's loop in which a request goes from the pipe to its answer. */
const TURNS = 5

let last: Promise<unknown> = Promise.resolve()

/**
 * Lets other work go first: requests that have arrived are answered before anything that runs in slices goes on, and of
 * these only one between two looks at the requests.
 */
export function pause(): Promise<void> {
  const quiet = last.then(turns)
  last = quiet
  return quiet
}

async function turns(): Promise<void> {
  // A browser's worker has timers only, which wait longer.
  if (typeof setImmediate === 'undefined') return void (await new Promise(resolve => setTimeout(resolve, 0)))
  for (let i = 0; i < TURNS; i++) await new Promise(resolve => setImmediate(resolve))
}
