import { allTests, Census, columnFacts, type Verdict, verdictOf, verdictTests } from './census'
import { type Checkup, checkupOf, type LintOptions, silencesKeys, wholeDrafts } from './checkup'
import type { Dataset } from './dataset'
import { byPlace, type Draft, diagnosticOf, fold } from './draft'
import { RepeatedKeys } from './keys'
import { lintTree } from './lint-tree'
import type { Diagnostic } from './model/diagnostic'
import { Distribution } from './model/distribution'
import { columnPlans, type Test } from './plan'
import { DanglingKeys, isReferring } from './references'
import { RowReader } from './rows'
import { judgesColumns } from './rules/rule'
import { columnDrafts, NumberReader, numberTests, numberVerdict } from './spread'

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
  const { run, rules, opening } = checkup
  if (!dataset.readable) {
    yield fold(opening).map(draft => diagnosticOf(run, draft))
    return
  }
  const { table, described } = dataset
  const judged = yield* judgedColumns(checkup)
  const plans = columnPlans(run, rules, described.columns, judged.tests)
  const reader = new RowReader(checkup, plans)
  const keys = checkup.keys.map(keyed =>
    isReferring(keyed) ? new DanglingKeys(run, keyed) : new RepeatedKeys(run, keyed),
  )
  const ofColumns: Draft[] = [...judged.drafts]
  const guards: Draft[] = []
  for (const chunk of table.chunks()) {
    const diagnostics: Diagnostic[] = []
    for (const row of reader.read(chunk))
      for (const draft of fold(row)) {
        if (judgesColumns(draft.rule)) ofColumns.push(draft)
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

/** What is said of columns as a whole, and how their cells are judged by the whole of them. */
interface Judged {
  readonly drafts: readonly Draft[]
  readonly tests: ReadonlyMap<number, readonly Test[]>
}

/** Reads the whole table once for the rules that judge columns, if any of them concerns it. */
function* judgedColumns({ run, countings, judgings }: Checkup): Generator<readonly Diagnostic[], Judged> {
  if (countings.length + judgings.length === 0) return { drafts: [], tests: new Map() }
  const census = new Census(run, countings)
  const counts = countings.map((): Map<string, number> | undefined => new Map())
  const reader = new NumberReader(run, judgings)
  const numbers = reader.columns.map(() => new Distribution())
  for (const chunk of run.dataset.table.chunks()) {
    census.addTo(counts, chunk)
    reader.each(chunk, (place, number) => numbers[place]!.add(number, 1))
    yield []
  }
  const verdicts: Verdict[] = countings.map((counting, i) => verdictOf(run, counting, counts[i]))
  const ofNumbers = judgings.map(judging => numberVerdict(run, judging, numbers[reader.placeOf(judging)]!))
  return {
    drafts: [
      ...columnDrafts(
        run,
        countings,
        countings.map((counting, i) => columnFacts(run, counting, counts[i])),
      ),
      ...columnDrafts(
        run,
        judgings,
        ofNumbers.map(({ ofColumn }) => ofColumn),
      ),
    ],
    tests: allTests(verdictTests(countings, verdicts), numberTests(judgings, ofNumbers)),
  }
}
