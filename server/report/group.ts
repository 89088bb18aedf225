import type { Diagnostic } from '../engine/model/diagnostic'

/** What a rule found in a column; beyond 20 findings, one line stands for them all. */
export interface Group {
  readonly count: number
  /** The first 20. */
  readonly first: readonly Diagnostic[]
}

/** Findings of one rule in one column that are told one by one. */
export const TOLD = 20

/** The findings by rule and column, in the order in which each pair comes first. */
export function grouped(diagnostics: Iterable<Diagnostic>): Group[] {
  const groups = new Map<string, { count: number; first: Diagnostic[] }>()
  for (const diagnostic of diagnostics) {
    const key = `${diagnostic.rule} ${diagnostic.column}`
    const group = groups.get(key) ?? { count: 0, first: [] }
    if (group.count === 0) groups.set(key, group)
    group.count++
    if (group.first.length < TOLD) group.first.push(diagnostic)
  }
  return [...groups.values()]
}

/** Groups of few findings one by one, in order of row as far as the rule reads rows; large groups as they are. */
export function linesOf(groups: readonly Group[]): (Diagnostic | Group)[] {
  const singles = groups
    .filter(({ count }) => count <= TOLD)
    .flatMap(({ first }) => first)
    .toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  return [...singles, ...groups.filter(({ count }) => count > TOLD)]
}
