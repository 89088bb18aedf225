import { Census, type Verdict } from './census'
import { type Checkup, checkupOf, type LintOptions } from './checkup'
import type { Dataset } from './dataset'
import type { Draft } from './draft'
import { LiveKeys } from './live-keys'
import { LiveReferences } from './live-references'
import { isSame } from './model/same'
import { isReferring } from './references'
import type { RowReader } from './rows'

/** What is known of one reading of the text. */
export interface State {
  readonly dataset: Dataset
  readonly checkup: Checkup
  /** Made when the column rules were first asked, and again when another column comes to be at fault. */
  reader: RowReader | undefined
  readonly census: Census
  /** Parallel to the countings: cells of each kind. */
  readonly counts: readonly Map<string, number>[]
  readonly keys: readonly (LiveKeys | LiveReferences)[]
  /** Parallel to the countings; none before the first time. */
  readonly verdicts: Verdict[]
  /** What the table rules said last. */
  ofTable: readonly Draft[] | undefined
}

/** A state in which nothing was read yet but what opening the file read. */
export function stateOf(dataset: Dataset, options: LintOptions): State {
  const checkup = checkupOf(dataset, options)
  const { run, countings, keys } = checkup
  return {
    dataset,
    checkup,
    reader: undefined,
    census: new Census(run, countings),
    counts: countings.map(() => new Map()),
    keys: keys.map(keyed => (isReferring(keyed) ? new LiveReferences(run, keyed) : new LiveKeys(run, keyed))),
    verdicts: [],
    ofTable: undefined,
  }
}

/** What opening findings decide for the rows: which rules are silent, and what is said of which row. */
export function reachOf(opening: readonly Draft[]): readonly unknown[] {
  return opening.map(({ rule, row, column, facts }) => (row === undefined ? [rule.id] : [rule.id, row, column, facts]))
}

/** Whether what was made ready for one reading serves the other: same dialect, columns and schema, same facts learnt. */
export function isAlike(before: Dataset, now: Dataset): boolean {
  return readsAlike(before, now) && teachesAlike(before, now)
}

function readsAlike(before: Dataset, now: Dataset): boolean {
  return before.applied?.schema === now.applied?.schema && isSame(readingOf(before), readingOf(now))
}

function readingOf({ dialect, readable, applied, table }: Dataset): readonly unknown[] {
  return [dialect, readable, applied?.source, table.labels, table.columnCount, table.columnsLeftOut]
}

/** Whether the first rows teach what they taught. */
function teachesAlike(before: Dataset, now: Dataset): boolean {
  return before.described.columns.every((column, i) => {
    const other = now.described.columns[i]!
    if (column.usual !== other.usual || column.isUsuallyFilled !== other.isUsuallyFilled) return false
    if (before.firstRows.holdsAlike(i, now.firstRows)) return true
    for (const [lesson, facts] of column.learnt)
      for (const [about, fact] of facts) if (!isSame(other.learn(lesson, about), fact)) return false
    return true
  })
}
