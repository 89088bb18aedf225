import type { Run } from './draft'
import { kernel } from './kernel/kernel'
import type { AskedColumn } from './kernel/program'
import type { Program } from './kernel/writer'
import type { FileTable } from './model/file-table'
import type { ColumnPlan } from './plan'
import type { RowShape } from './row-shape'

/** Bytes of a text below which it costs less to look at each of its cells than to write down what to ask of them. */
const SHORT = 1 << 15

/** What the kernel is asked of the rows of a table, written down once that is worth its cost: a text under edit grows. */
export class Asking {
  readonly #table: FileTable
  readonly #write: () => Program | undefined
  #written: { readonly program: Program | undefined } | undefined

  constructor({ dataset: { table } }: Run, write: () => Program | undefined) {
    this.#table = table
    this.#write = write
  }

  /** Undefined where each cell is looked at. */
  get program(): Program | undefined {
    const { source, cut } = this.#table
    if (!this.#written && source.length < Math.min(SHORT, cut.size)) return undefined
    return (this.#written ??= { program: this.#write() }).program
  }
}

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

/** A column of which the kernel is asked which cells may count for something. */
interface Countable extends Pick<AskedColumn, 'concerns' | 'tests'> {
  readonly plan: ColumnPlan
  readonly readsMissing: boolean
}

/** The same for what counts in some columns, by their numbers; undefined also where nothing does. */
export function programForCounting(
  { dataset: { table, described } }: Run,
  columns: ReadonlyMap<number, Countable>,
): Program | undefined {
  if (table.isPlain || table.hasComments || columns.size === 0) return undefined
  return kernel()?.program({
    wanted: 0,
    width: table.columnCount,
    filledCount: 0,
    quote: table.doubledQuote,
    label: undefined,
    columns: described.columns.map(({ index }) => {
      const column = columns.get(index)
      if (!column) return nothingAsked
      const { concerns, tests, readsMissing, plan } = column
      return {
        ...nothingAsked,
        concerns,
        tests,
        whenEmpty: plan.emptyIsMissing && !readsMissing ? 'pass' : 'look',
        missing: [...plan.missingValues],
        looksAtMissing: readsMissing,
      }
    }),
    areCounted: true,
  })
}

const nothingAsked: AskedColumn = {
  usual: -1,
  isUsuallyFilled: false,
  concerns: 0,
  whenEmpty: 'pass',
  missing: [],
  looksAtMissing: false,
  tests: [],
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
