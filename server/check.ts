import { type Dataset, openDataset, type OpenOptions } from './engine/dataset'
import type { LintOptions } from './engine/checkup'
import { lint } from './engine/lint'
import type { Diagnostic } from './engine/model/diagnostic'
import { rules } from './engine/rules'

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
  readonly findings: readonly Found[]
  /** Which rules ran. */
  readonly options: LintOptions
}

/** Work after which others get their turn, in milliseconds. */
const SLICE = 20

/** Rules that judge the bytes on disk, which the editor has already decoded. */
const byteRules: ReadonlySet<string> = new Set([
  'legacy-encoding',
  'mixed-encoding',
  'mixed-line-endings',
  'byte-order-mark',
  'not-a-table',
])

/** True for a rule that judges the bytes on disk. */
export function judgesBytes(rule: string): boolean {
  return byteRules.has(rule)
}

/** The editor's text as a dataset. */
export function textSource(text: string, options: OpenOptions): Source {
  const shift = text.startsWith('\uFEFF') ? 1 : 0
  const bytes = new TextEncoder().encode(shift === 1 ? text.slice(1) : text)
  return { dataset: openDataset(bytes, { ...options, encoding: 'utf-8' }), shift }
}

/** Every finding, giving way to other work now and then; undefined when it became stale on the way. */
export async function lintInSlices(
  source: Source,
  options: LintOptions,
  isStale: () => boolean,
): Promise<readonly Found[] | undefined> {
  const findings: Found[] = []
  let began = performance.now()
  for (const diagnostic of lint(source.dataset, options)) {
    findings.push({ diagnostic, source })
    if (performance.now() - began < SLICE) continue
    await pause()
    if (isStale()) return undefined
    began = performance.now()
  }
  return findings
}

/** What the rules about bytes find in a file as it lies on disk. */
export async function judgedOnDisk(disk: Dataset, options: LintOptions): Promise<readonly Found[]> {
  const source: Source = { dataset: disk, shift: 0 }
  const found = await lintInSlices(
    source,
    { ...options, rules: rules.filter(({ id }) => byteRules.has(id)) },
    () => false,
  )
  return found ?? []
}

/** Lets other work go first. */
export function pause(): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, 0)
  })
}
