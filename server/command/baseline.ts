import { dirname, relative, resolve, sep } from 'node:path'
import type { Dataset } from '../engine/dataset'
import { homeOf } from '../engine/home'
import type { Diagnostic } from '../engine/model/diagnostic'
import { putIn } from '../engine/model/put-in'
import { isObject, jsonValue } from '../engine/schema/json-value'
import { fingerprintOf, readFingerprint, unknownAmong } from './fingerprint'
import { fieldName } from '../report/entry'

/**
 * The findings that a file had of each rule in each column: their fingerprints, or how many there were where they are too
 * many, where their values are not told or where the baseline is of the first version. No value is kept: who tries all
 * days of a year against two bytes of their hash finds one birth, and so does who knows the rest of a row against its own.
 */
type Findings = Record<string, Record<string, string | number>>

/** Findings of a rule in a column that are told apart. */
const MOST = 10_000

/**
 * The findings that a folder had on a day, so that only what has come since is told.
 * Where there is only their number, a rule in a column is known as long as it has no more findings there than it had.
 */
export class Baseline {
  readonly #folder: string
  readonly #files: Record<string, Findings>

  /** `path` is where it stands: the paths of files are kept as seen from there. */
  constructor(path: string, files: Record<string, Findings> = {}) {
    this.#folder = dirname(resolve(path))
    this.#files = files
  }

  /** What was written before; undefined when the bytes are no baseline. */
  static read(path: string, bytes: Uint8Array): Baseline | undefined {
    const value = jsonValue(new TextDecoder().decode(bytes))
    if (!isObject(value) || !VERSIONS.has(value['version']) || !isObject(value['files'])) return undefined
    const files = value['files']
    return Object.values(files).every(areFindings) ? new Baseline(path, files as Record<string, Findings>) : undefined
  }

  /** The findings that are not known; where there is only a number of them, all as soon as there are more than before. */
  beyond(path: string, dataset: Dataset, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
    const known = this.#files[this.#name(path)] ?? {}
    const told = new Set<Diagnostic>()
    const groups = new Map<string, Map<string, Diagnostic[]>>()
    for (const diagnostic of diagnostics) {
      const columns = groups.get(diagnostic.rule) ?? new Map<string, Diagnostic[]>()
      groups.set(diagnostic.rule, columns)
      putIn(columns, columnOf(dataset, diagnostic), diagnostic)
    }
    for (const [rule, columns] of groups)
      for (const [column, present] of columns)
        for (const one of newAmong(present, known[rule]?.[column] ?? 0, dataset)) told.add(one)
    return diagnostics.filter(one => told.has(one))
  }

  /** The findings of a file, which are known from now on; none of them is kept while they are read. */
  *taking(path: string, dataset: Dataset, found: Iterable<readonly Diagnostic[]>): Generator<readonly Diagnostic[]> {
    const taken: Taken = {}
    let isPersonal = false
    for (const diagnostics of found) {
      for (const diagnostic of diagnostics) {
        const columns = (taken[diagnostic.rule] ??= {})
        const column = columnOf(dataset, diagnostic)
        columns[column] = oneMore(columns[column] ?? [], dataset, diagnostic)
        isPersonal ||= diagnostic.isWithheld === true
      }
      yield diagnostics
    }
    if (Object.keys(taken).length > 0) this.#files[this.#name(path)] = written(taken, isPersonal)
  }

  /** As it is written: JSON, in order of names, so that two versions can be compared. */
  text(): string {
    return `${JSON.stringify({ version: 2, files: sorted(this.#files) }, null, 2)}\n`
  }

  #name(path: string): string {
    return relative(this.#folder, resolve(path)).split(sep).join('/')
  }
}

const VERSIONS: ReadonlySet<unknown> = new Set([1, 2])

function columnOf(dataset: Dataset, diagnostic: Diagnostic): string {
  return fieldName(homeOf(dataset, diagnostic), diagnostic.column) ?? ''
}

function newAmong(present: readonly Diagnostic[], known: string | number, dataset: Dataset): readonly Diagnostic[] {
  if (typeof known === 'number') return present.length > known ? present : []
  const told = present.map(diagnostic => ({ ...fingerprintOf(dataset, diagnostic), diagnostic }))
  return unknownAmong(told, known.split(' ').map(readFingerprint)).map(({ diagnostic }) => diagnostic)
}

function oneMore(known: string[] | number, dataset: Dataset, diagnostic: Diagnostic): string[] | number {
  if (typeof known === 'number') return known + 1
  if (known.length === MOST || diagnostic.isWithheld) return known.length + 1
  known.push(fingerprintOf(dataset, diagnostic).whole)
  return known
}

/** The findings of a file while they are taken: fingerprints as they are written, or how many there are. */
type Taken = Record<string, Record<string, string[] | number>>

/** `isPersonal`: the rows hold what is not told, and are not told apart by it. */
function written(taken: Taken, isPersonal: boolean): Findings {
  const told = (one: string) => (isPersonal ? readFingerprint(one).value : one)
  const listed = (all: readonly string[]) => all.map(told).toSorted().join(' ')
  return mapped(taken, columns => mapped(columns, one => (typeof one === 'number' ? one : listed(one))))
}

function mapped<One, Other>(record: Readonly<Record<string, One>>, to: (one: One) => Other): Record<string, Other> {
  return Object.fromEntries(Object.entries(record).map(([key, one]) => [key, to(one)]))
}

function areFindings(value: unknown): boolean {
  return (
    isObject(value) &&
    Object.values(value).every(
      columns =>
        isObject(columns) && Object.values(columns).every(one => Number.isInteger(one) || typeof one === 'string'),
    )
  )
}

function sorted(value: unknown): unknown {
  if (!isObject(value)) return value
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}
