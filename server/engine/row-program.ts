import type { Run } from './draft'
import { kernel } from './kernel/kernel'
import type { AskedColumn } from './kernel/program'
import type { Program } from './kernel/writer'
import type { ColumnPlan } from './plan'
import type { RowShape } from './row-shape'

/** What the kernel is asked; undefined where there is none, or where comments stand among the rows. */
export function programFor(
  { dataset: { table, described } }: Run,
  plans: readonly ColumnPlan[],
  { sure, isUsuallyFilled, filledCount, label }: RowShape,
  wanted: number,
): Program | undefined {
  if (table.isPlain || table.hasComments) return undefined
  return kernel()?.program({
    wanted,
    width: table.columnCount,
    filledCount,
    quote: table.doubledQuote,
    label,
    columns: described.columns.map(({ index }) =>
      askedOf(plans[index]!, { usual: sure[index]!, isUsuallyFilled: isUsuallyFilled[index]! }),
    ),
  })
}

function askedOf(plan: ColumnPlan, shape: Pick<AskedColumn, 'usual' | 'isUsuallyFilled'>): AskedColumn {
  const { tests, missing, missingValues, emptyIsMissing, absentIsMissing, concerns } = plan
  return {
    ...shape,
    concerns,
    whenEmpty: absentIsMissing ? 'look' : !emptyIsMissing ? 'test' : missing.length > 0 ? 'look' : 'pass',
    missing: [...missingValues],
    looksAtMissing: missing.length > 0,
    tests: tests.map(test => ({ concerns: test.concerns, form: test.accept?.form?.() })),
  }
}
