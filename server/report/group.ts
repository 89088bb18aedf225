import type { Dataset } from '../engine/dataset'
import type { Diagnostic } from '../engine/model/diagnostic'
import { putIn } from '../engine/model/put-in'
import { isRepairable } from './words'

/** What a rule found in a column; beyond 20 findings, one line stands for them all. */
export interface Group {
  readonly count: number
  /** Those that `vigie fix` repairs without being asked more. */
  readonly repairable: number
  /** The first 20. */
  readonly first: readonly Diagnostic[]
  /** The first of each column, where several were joined. */
  readonly columns?: readonly Diagnostic[]
}

/** Findings of one rule in one column that are told one by one. */
const TOLD = 20

/** Findings by rule and column, in the order in which each pair comes first. */
export class Groups {
  readonly #dataset: Dataset
  readonly #groups = new Map<string, { count: number; repairable: number; first: Diagnostic[] }>()

  constructor(dataset: Dataset) {
    this.#dataset = dataset
  }

  add(diagnostic: Diagnostic): void {
    const key = `${diagnostic.rule} ${diagnostic.column} ${diagnostic.inside}`
    const group = this.#groups.get(key) ?? { count: 0, repairable: 0, first: [] }
    if (group.count === 0) this.#groups.set(key, group)
    group.count++
    if (isRepairable(this.#dataset, diagnostic)) group.repairable++
    if (group.first.length < TOLD) group.first.push(diagnostic)
  }

  all(): readonly Group[] {
    return [...this.#groups.values()]
  }
}

/** All findings, by rule and column. */
export function grouped(dataset: Dataset, found: Iterable<readonly Diagnostic[]>): readonly Group[] {
  const groups = new Groups(dataset)
  for (const diagnostics of found) for (const diagnostic of diagnostics) groups.add(diagnostic)
  return groups.all()
}

/** The same, with those of a rule in several columns as one where all say the same. */
export function joined(groups: readonly Group[], wordsOf: (diagnostic: Diagnostic) => string): readonly Group[] {
  const alike = new Map<Group | string, Group[]>()
  for (const group of groups) {
    const [example] = group.first as [Diagnostic]
    const words = new Set(group.first.map(wordsOf))
    const key = words.size === 1 ? `${example.rule} ${example.inside} ${wordsOf(example)}` : group
    putIn(alike, key, group)
  }
  return [...alike.values()].map(([group, ...others]) => (others.length > 0 ? sumOf([group!, ...others]) : group!))
}

function sumOf(groups: readonly Group[]): Group {
  return {
    count: groups.reduce((sum, { count }) => sum + count, 0),
    repairable: groups.reduce((sum, { repairable }) => sum + repairable, 0),
    first: groups.flatMap(({ first }) => first).slice(0, TOLD),
    columns: groups.map(({ first }) => first[0]!),
  }
}

/**
 * Groups of few findings one by one, in order of row as far as the rule reads rows; large groups as they are, and small
 * ones of which `isOne` is true.
 */
export function linesOf(
  groups: readonly Group[],
  isOne: (group: Group) => boolean = () => false,
): (Diagnostic | Group)[] {
  const told = groups.filter(group => group.count > TOLD || isOne(group))
  const singles = groups
    .filter(group => !told.includes(group))
    .flatMap(({ first }) => first)
    .toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  return [...singles, ...told]
}
