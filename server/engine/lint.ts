import { Census, type Verdict, verdictOf, verdictTests } from './census'
import { type Checkup, checkupOf, type LintOptions, silencesKeys, wholeDrafts } from './checkup'
import type { Dataset } from './dataset'
import { byPlace, type Draft, diagnosticOf, fold } from './draft'
import { RepeatedKeys } from './keys'
import { lintTree } from './lint-tree'
import type { Diagnostic } from './model/diagnostic'
import { columnPlans } from './plan'
import { DanglingKeys, isReferring } from './references'
import { RowReader } from './rows'

/**
 * Every finding of a dataset: those of its rows in order of position, then those that need the whole file, in order of
 * position. Never throws: a rule that fails is reported once and left out from then on.
 */
export function* lint(dataset: Dataset, options: LintOptions = {}): Generator<Diagnostic> {
  for (const some of lintInSteps(dataset, options)) yield* some
}

/** The same in steps of a chunk, many of which find nothing: between two of them other work can be done. */
export function* lintInSteps(dataset: Dataset, options: LintOptions = {}): Generator<readonly Diagnostic[]> {
  if (dataset.tree) {
    yield lintTree(dataset, options)
    return
  }
  const checkup = checkupOf(dataset, options)
  const { run, rules, opening, countings } = checkup
  if (!dataset.readable) {
    yield fold(opening).map(draft => diagnosticOf(run, draft))
    return
  }
  const { table, described } = dataset
  const verdicts = yield* verdictsOf(checkup)
  const plans = columnPlans(run, rules, described.columns, verdictTests(countings, verdicts))
  const reader = new RowReader(checkup, plans)
  const keys = checkup.keys.map(keyed =>
    isReferring(keyed) ? new DanglingKeys(run, keyed) : new RepeatedKeys(run, keyed),
  )
  const ofColumns: Draft[] = []
  const guards: Draft[] = []
  for (const chunk of table.chunks()) {
    const diagnostics: Diagnostic[] = []
    for (const row of reader.read(chunk))
      for (const draft of fold(row)) {
        if (draft.rule.scope === 'column') ofColumns.push(draft)
        else diagnostics.push(diagnosticOf(run, draft))
        if (keys.length > 0 && silencesKeys(draft)) guards.push(draft)
      }
    for (const key of keys) key.add(chunk)
    yield diagnostics
  }
  const repeated = keys.flatMap(key => [...key.drafts()])
  yield [...ofColumns, ...wholeDrafts(checkup, repeated, guards)]
    .map(draft => ({ ...diagnosticOf(run, draft), whole: true }))
    .toSorted(byPlace)
}

/** Reads the whole table once for the column rules, if any of them concerns it. */
function* verdictsOf({ run, countings }: Checkup): Generator<readonly Diagnostic[], readonly Verdict[]> {
  if (countings.length === 0) return []
  const census = new Census(run, countings)
  const counts = countings.map((): Map<string, number> | undefined => new Map())
  for (const chunk of run.dataset.table.chunks()) {
    census.addTo(counts, chunk)
    yield []
  }
  return countings.map((counting, i) => verdictOf(run, counting, counts[i]))
}
