import { allTests, Census, columnFacts, type Verdict, verdictOf, verdictTests } from './census'
import { type Checkup, checkupOf, type LintOptions, silencesKeys, wholeDrafts } from './checkup'
import type { Dataset } from './dataset'
import { byPlace, type Draft, diagnosticOf, fold, type Run } from './draft'
import { Guards } from './guards'
import { RepeatedKeys } from './keys'
import { hashRoom } from './kernel/hash-room'
import { foundInside, lintTree } from './lint-tree'
import type { Chunk } from './model/chunk'
import type { Diagnostic } from './model/diagnostic'
import { DiagnosticList } from './model/diagnostic-list'
import { Distribution } from './model/distribution'
import { merged, pieces } from './model/in-order'
import { Repeats } from './model/repeats'
import type { Spill } from './model/spill'
import { NarrowedRows, narrowingOf } from './narrowed-rows'
import { columnPlans, type Test } from './plan'
import { DanglingKeys, isReferring } from './references'
import { shapeOf } from './row-shape'
import { RowReader } from './rows'
import { judgesColumns } from './rules/rule'
import { columnDrafts, NumberReader, numberTests, numberVerdict } from './spread'

/**
 * Every finding of a dataset: those of its rows in order of position, then those that need the whole file, in order of
 * position. A rule that fails is reported once and left out from then on; only what cannot be read, or kept, throws.
 */
export function* lint(dataset: Dataset, options: LintOptions = {}): Generator<Diagnostic> {
  for (const { found } of lintInSteps(dataset, options)) yield* found
}

/** What a step of a check found, and the share of the work that was done before, from 0 to 1. */
export interface Step {
  readonly found: readonly Diagnostic[]
  readonly done: number
}

/** The same in steps of a chunk or less, many of which find nothing: between two of them other work can be done. */
export function* lintInSteps(dataset: Dataset, options: LintOptions = {}): Generator<Step> {
  if (dataset.tree) return yield* documentInSteps(dataset, options)
  const checkup = checkupOf(dataset, options)
  const { run, opening } = checkup
  if (!dataset.readable) {
    yield { found: fold(opening).map(draft => diagnosticOf(run, draft)), done: 0 }
    return
  }
  const spill = options.spill?.()
  const room = checkup.keys.some(keyed => !isReferring(keyed)) ? hashRoom(dataset.source.length) : undefined
  try {
    yield* tableInSteps(checkup, new Repeats(room, spill), spill)
  } finally {
    spill?.close()
  }
}

/** The same of a document: what is found in the rows of the tables inside it comes first, as of any table. */
function* documentInSteps(dataset: Dataset, options: LintOptions): Generator<Step> {
  const whole: Diagnostic[] = [...lintTree(dataset, options)]
  for (const [at, table] of dataset.inner?.().tables ?? []) {
    for (const { found } of lintInSteps(table, options)) {
      const told = foundInside(dataset, at, found)
      for (const diagnostic of told) if (diagnostic.whole) whole.push(diagnostic)
      yield { found: told.filter(diagnostic => !diagnostic.whole), done: 0 }
    }
  }
  yield { found: whole.toSorted(byPlace), done: 1 }
}

function* tableInSteps(checkup: Checkup, repeats: Repeats, spill: Spill | undefined): Generator<Step> {
  const { run, rules } = checkup
  const { dataset } = run
  const { table, described } = dataset
  const narrowing = isReadTwice(checkup) ? narrowingOf(run, checkup.keys) : undefined
  const narrowed = narrowing && new NarrowedRows(run, narrowing, repeats)
  const keys = checkup.keys.map(
    keyed =>
      narrowed?.of(keyed) ??
      (isReferring(keyed) ? new DanglingKeys(run, keyed, spill) : new RepeatedKeys(run, keyed, repeats)),
  )
  const judged = yield* judgedColumns(checkup, narrowed)
  const others = keys.filter(key => !narrowed?.reads(key))
  const plans = columnPlans(run, rules, described.columns, judged.tests)
  const reader = new RowReader(checkup, plans, shapeOf(checkup.run, { isLive: false }))
  const ofColumns = new DiagnosticList(spill)
  const guards = new Guards(spill)
  const before = isReadTwice(checkup) ? 1 : 0
  const doneAt = ({ start }: Chunk) => (before + start / dataset.source.length) / (before + 1)
  const questions = { program: reader.program, keys: others.flatMap(key => key.questions) }
  for (const chunk of table.chunks(questions)) {
    let found: Diagnostic[] = []
    for (const row of reader.read(chunk)) {
      for (const draft of fold(row)) {
        if (judgesColumns(draft.rule)) ofColumns.add(wholeOf(run, draft))
        else found.push(diagnosticOf(run, draft))
        if (keys.length > 0 && silencesKeys(draft)) guards.add(draft)
      }
      if (found.length < TOGETHER) continue
      // Those of a whole chunk may be so many that they outlive a collection of garbage.
      yield { found, done: doneAt(chunk) }
      found = []
    }
    for (const key of others) key.add(chunk)
    narrowed?.addAgain(chunk)
    yield { found, done: doneAt(chunk) }
  }
  const ofKeys = keys.map(key => key.drafts())
  const { ofFile, ofRows } = wholeDrafts(checkup, ofKeys, guards)
  const found = merged(
    [
      [...judged.drafts, ...ofFile].map(draft => wholeOf(run, draft)).toSorted(byPlace),
      rowByRow(
        pieces(ofColumns.all(), (one, other) => one.row === other.row),
        one => one,
      ),
      rowByRow(ofRows, draft => wholeOf(run, draft)),
    ],
    byPlace,
  )
  for (const some of pieces(found, (_first, _next, count) => count < TOGETHER)) yield { found: some, done: 1 }
}

/** Findings are told by so many, so that other work can be done meanwhile. */
const TOGETHER = 1_024

function* rowByRow<One>(rows: Iterable<readonly One[]>, told: (one: One) => Diagnostic): Generator<Diagnostic> {
  for (const row of rows) yield* row.map(told).toSorted(byPlace)
}

function wholeOf(run: Run, draft: Draft): Diagnostic {
  return { ...diagnosticOf(run, draft), whole: true }
}

/** What is said of columns as a whole, and how their cells are judged by the whole of them. */
interface Judged {
  readonly drafts: readonly Draft[]
  readonly tests: ReadonlyMap<number, readonly Test[]>
}

/** Reads the whole table once for the rules that judge columns, if any of them concerns it, and for what narrows the rows. */
function* judgedColumns(checkup: Checkup, narrowed: NarrowedRows | undefined): Generator<Step, Judged> {
  if (!isReadTwice(checkup)) return { drafts: [], tests: new Map() }
  const { run, countings, judgings } = checkup
  const census = new Census(run, countings)
  const counts = countings.map((): Map<string, number> | undefined => new Map())
  const reader = new NumberReader(run, judgings)
  const numbers = reader.columns.map(() => new Distribution())
  for (const chunk of run.dataset.table.chunks({ keys: narrowed?.questions ?? [] })) {
    census.addTo(counts, chunk)
    reader.addTo(numbers, chunk)
    narrowed?.add(chunk)
    yield { found: [], done: chunk.start / run.dataset.source.length / 2 }
  }
  narrowed?.narrow()
  census.addLater(counts)
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

/** Whether columns are judged by the whole of them, before their cells are. */
function isReadTwice({ countings, judgings }: Checkup): boolean {
  return countings.length + judgings.length > 0
}
