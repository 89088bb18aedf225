import { type Dimension, dimensionOf, dimensions } from './dimensions'
import type { Severity } from './model/diagnostic'
import type { State } from './model/verdict'

/** Findings of one rule in one column. */
export interface Tally {
  readonly rule: string
  readonly severity: Severity
  readonly count: number
  readonly column: number | undefined
}

/** Whether a dataset can be published, and what stands in the way. */
export interface Verdict {
  readonly state: State
  readonly dimensions: readonly { readonly dimension: Dimension; readonly state: State; readonly count: number }[]
  /** What to do first: what is worst, then what is most. */
  readonly first: readonly Tally[]
  readonly counts: Readonly<Record<Severity, number>>
}

/** What is to be done first, at most. */
const FIRST = 5

const weights: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 }

/** The verdict that findings lead to. It is a reading of their severities and no sum: nothing makes up for an error. */
export function verdictOf(tallies: readonly Tally[]): Verdict {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 }
  for (const { severity, count } of tallies) counts[severity] += count
  const grave = tallies.filter(({ severity }) => severity === 'error' || severity === 'warning')
  return {
    state: stateOf(tallies),
    dimensions: dimensions.map(dimension => {
      const own = grave.filter(({ rule }) => dimensionOf(rule) === dimension)
      return { dimension, state: stateOf(own), count: own.reduce((sum, { count }) => sum + count, 0) }
    }),
    first: grave.toSorted((a, b) => weights[a.severity] - weights[b.severity] || b.count - a.count).slice(0, FIRST),
    counts,
  }
}

function stateOf(tallies: readonly Tally[]): State {
  if (tallies.some(({ severity }) => severity === 'error')) return 'no'
  return tallies.some(({ severity }) => severity === 'warning') ? 'nearly' : 'yes'
}
