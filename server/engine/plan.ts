import type { Run } from './draft'
import type { Column } from './model/table'
import type { CellRule, Rule } from './rules/rule'

/** A cell rule made ready for one column. */
export interface Test {
  readonly rule: CellRule
  /** Signature bits that the rule is about; −1 for any cell. */
  readonly concerns: number
  readonly accept: ((bytes: Uint8Array, from: number, to: number) => boolean) | undefined
  readonly test: (text: string) => unknown
}

/** What to do with the cells of one column. */
export interface ColumnPlan {
  readonly tests: readonly Test[]
  /** Tests of cells without a value. */
  readonly missing: readonly Test[]
  /** Spellings of “no value”, the empty one left out: a cell without text is always without value when it is listed. */
  readonly missingValues: ReadonlySet<string>
  readonly emptyIsMissing: boolean
  /** Union of what the tests concern: a cell that shares no bit needs no look. */
  readonly concerns: number
}

const NO_VALUE = ['']

/** Asks each cell rule once per column whether it concerns it: a rule that does not costs nothing from then on. */
export function columnPlans(run: Run, rules: readonly Rule[], columns: readonly Column[]): readonly ColumnPlan[] {
  const cellRules = rules.filter(rule => rule.scope === 'cell')
  return columns.map(column => {
    const tests = cellRules.flatMap(rule => readyFor(run, rule, column) ?? [])
    const missingValues = column.field?.missingValues ?? NO_VALUE
    return {
      tests: tests.filter(test => !test.rule.missing),
      missing: tests.filter(test => test.rule.missing),
      missingValues: new Set(missingValues.filter(text => text !== '')),
      emptyIsMissing: missingValues.includes(''),
      concerns: tests.reduce((mask, test) => mask | test.concerns, 0),
    }
  })
}

function readyFor(run: Run, rule: CellRule, column: Column): Test | undefined {
  const test = run.safely(rule, () => rule.check(column, run.today))
  if (!test) return undefined
  const concerns = rule.concerns ?? -1
  return typeof test === 'function'
    ? { rule, concerns, accept: undefined, test }
    : { rule, concerns, accept: test.accept, test: test.test }
}
