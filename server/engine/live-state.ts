import { type Checkup, checkupOf, type LintOptions } from './checkup'
import type { Dataset } from './dataset'
import type { Draft } from './draft'
import type { Learnt } from './learnt'
import { LiveCensus } from './live-census'
import { LiveKeys } from './live-keys'
import { LiveReferences } from './live-references'
import type { Head } from './model/cut'
import { isSame } from './model/same'
import { type ColumnPlan, columnPlans, judgedPlan } from './plan'
import { LiveSpread } from './live-spread'
import { allTests } from './census'
import { isReferring } from './references'
import { type RowShape, shapeOf } from './row-shape'
import { RowReader } from './rows'

/** What is known of one reading of the text. */
export interface State {
  readonly dataset: Dataset
  readonly checkup: Checkup
  readonly census: LiveCensus
  readonly spread: LiveSpread
  readonly keys: readonly (LiveKeys | LiveReferences)[]
  /** The facts by which it was decided what is counted and compared, and how. */
  readonly deciding: Set<Learnt>
  /** Made when rows are first read, and again when all rows are judged otherwise. */
  reader: Reader | undefined
  /** What the table rules said last. */
  ofTable: readonly Draft[] | undefined
}

/** What reads the rows. */
interface Reader {
  readonly shape: RowShape
  /** What the cell rules ask of each column. */
  readonly plans: readonly ColumnPlan[]
  /** Reads the chunks of which the column rules and the number rules find nothing. */
  readonly rows: RowReader
  /** Reads the others; undefined once other columns are at fault than it looks at. */
  judging: RowReader | undefined
  /** The facts by which the tests were made. */
  readonly deciding: Set<Learnt>
}

/** A state in which nothing was read yet but what opening the file read. */
export function stateOf(dataset: Dataset, options: LintOptions): State {
  const deciding = new Set<Learnt>()
  const made = byFacts(dataset, deciding, () => {
    const checkup = checkupOf(dataset, options)
    const { run, countings, judgings, keys } = checkup
    return {
      checkup,
      census: new LiveCensus(run, countings),
      spread: new LiveSpread(run, judgings),
      keys: keys.map(keyed => (isReferring(keyed) ? new LiveReferences(run, keyed) : new LiveKeys(run, keyed))),
    }
  })
  return { dataset, ...made, deciding, reader: undefined, ofTable: undefined }
}

/** What reads these chunks by the verdicts that the column rules and the number rules came to. */
export function rowsOf(state: State, heads: readonly Head[]): RowReader {
  const { dataset, checkup, census, spread } = state
  for (const _ of rowsInSteps(state));
  const reader = state.reader!
  if (!heads.some(head => census.finds(head) || spread.finds(head))) return reader.rows
  reader.judging ??= byFacts(dataset, reader.deciding, () => {
    const tests = allTests(census.tests(), spread.tests())
    const plans = dataset.described.columns.map((column, i) => judgedPlan(column, reader.plans[i]!, tests.get(i)))
    return new RowReader(checkup, plans, reader.shape)
  })
  return reader.judging
}

/** Makes ready what reads the rows, in steps of a column, unless it is. */
export function* rowsInSteps(state: State): Generator<void> {
  if (state.reader) return
  const { dataset, checkup } = state
  const { run, rules } = checkup
  const shape = shapeOf(run, { isLive: true })
  const deciding = new Set<Learnt>()
  const plans: ColumnPlan[] = []
  for (const column of dataset.described.columns) {
    plans.push(...byFacts(dataset, deciding, () => columnPlans(run, rules, [column])))
    yield
  }
  const rows = byFacts(dataset, deciding, () => new RowReader(checkup, plans, shape))
  state.reader = { shape, plans, rows, judging: undefined, deciding }
}

/** Makes something, and adds the facts by which it is decided. */
export function byFacts<Made>({ firstRows }: Dataset, deciding: Set<Learnt>, make: () => Made): Made {
  firstRows.asked = deciding
  const made = make()
  firstRows.asked = undefined
  return made
}

/** Whether two have one in common. */
export function meet<One>(some: ReadonlySet<One>, others: ReadonlySet<One>): boolean {
  for (const one of some) if (others.has(one)) return true
  return false
}

/** What opening findings decide for the rows: which rules are silent, and what is said of which row. */
export function reachOf(opening: readonly Draft[]): readonly unknown[] {
  return opening.map(({ rule, row, column, facts }) => (row === undefined ? [rule.id] : [rule.id, row, column, facts]))
}

/** Whether what was made ready for one reading serves the other: same dialect, columns and schema. */
export function readsAlike(before: Opened, now: Opened): boolean {
  return before.applied?.schema === now.applied?.schema && isSame(readingOf(before), readingOf(now))
}

type Opened = Pick<Dataset, 'dialect' | 'readable' | 'applied' | 'doubt' | 'table'>

function readingOf({ dialect, readable, applied, doubt, table }: Opened): readonly unknown[] {
  const { labels, columnCount, columnsLeftOut, reading } = table
  return [dialect, readable, applied?.source, doubt, labels, columnCount, columnsLeftOut, reading]
}
