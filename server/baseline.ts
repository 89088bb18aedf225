import { dirname, relative, resolve, sep } from 'node:path'
import type { Dataset } from './engine/dataset'
import { homeOf } from './engine/home'
import type { Diagnostic } from './engine/model/diagnostic'
import { isObject, jsonValue } from './engine/schema/json-value'
import { fieldName } from './report/entry'

/** How many findings a file had of each rule in each column; no value is kept. */
type Counts = Record<string, Record<string, number>>

/**
 * The findings that a folder had on a day, so that only what has come since is told.
 * A rule in a column is known as long as it has no more findings there than it had.
 */
export class Baseline {
  readonly #folder: string
  readonly #files: Record<string, Counts>

  /** `path` is where it stands: the paths of files are kept as seen from there. */
  constructor(path: string, files: Record<string, Counts> = {}) {
    this.#folder = dirname(resolve(path))
    this.#files = files
  }

  /** What was written before; undefined when the bytes are no baseline. */
  static read(path: string, bytes: Uint8Array): Baseline | undefined {
    const value = jsonValue(new TextDecoder().decode(bytes))
    if (!isObject(value) || value['version'] !== 1 || !isObject(value['files'])) return undefined
    const files = value['files']
    return Object.values(files).every(areCounts) ? new Baseline(path, files as Record<string, Counts>) : undefined
  }

  /** The findings that are not known: all of a rule in a column where there are more than before. */
  beyond(path: string, dataset: Dataset, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
    const known = this.#files[this.#name(path)] ?? {}
    const now: Counts = {}
    count(now, dataset, diagnostics)
    return diagnostics.filter(diagnostic => {
      const { rule, column } = diagnostic
      const name = fieldName(homeOf(dataset, diagnostic), column) ?? ''
      return now[rule]![name]! > (known[rule]?.[name] ?? 0)
    })
  }

  /** The findings of a file, which are known from now on; once they are all read they are counted, and none is kept. */
  *taking(path: string, dataset: Dataset, found: Iterable<readonly Diagnostic[]>): Generator<readonly Diagnostic[]> {
    const counts: Counts = {}
    for (const diagnostics of found) {
      count(counts, dataset, diagnostics)
      yield diagnostics
    }
    if (Object.keys(counts).length > 0) this.#files[this.#name(path)] = counts
  }

  /** As it is written: JSON, in order of names, so that two versions can be compared. */
  text(): string {
    return `${JSON.stringify({ version: 1, files: sorted(this.#files) }, null, 2)}\n`
  }

  #name(path: string): string {
    return relative(this.#folder, resolve(path)).split(sep).join('/')
  }
}

function count(counts: Counts, dataset: Dataset, diagnostics: readonly Diagnostic[]): void {
  for (const diagnostic of diagnostics) {
    const { rule, column } = diagnostic
    const columns = (counts[rule] ??= {})
    const name = fieldName(homeOf(dataset, diagnostic), column) ?? ''
    columns[name] = (columns[name] ?? 0) + 1
  }
}

function areCounts(value: unknown): boolean {
  return (
    isObject(value) &&
    Object.values(value).every(
      columns => isObject(columns) && Object.values(columns).every(count => Number.isInteger(count)),
    )
  )
}

function sorted(value: unknown): unknown {
  if (!isObject(value)) return value
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}
