import type { Run } from './draft'
import { isOff } from './loudness'
import type { Accept } from './model/accept'
import type { Column } from './model/table'
import type { CellRule, Census, ColumnRule, NumberRule, Rule } from './rules/rule'

/** A cell rule, or the verdict of a column rule, made ready for one column. */
export interface Test {
  readonly rule: CellRule | ColumnRule | NumberRule
  /** Signature bits that the rule is about; −1 for any cell. */
  readonly concerns: number
  readonly accept: Accept | undefined
  readonly test: (text: string) => unknown
  /** Whether it is shown lists and objects too. */
  readonly readsNested: boolean
}

/** What to do with the cells of one column. */
export interface ColumnPlan {
  readonly tests: readonly Test[]
  /** Tests of cells without a value. */
  readonly missing: readonly Test[]
  /** Spellings of “no value”, the empty one left out: a cell without text is always without value when it is listed. */
  readonly missingValues: ReadonlySet<string>
  readonly emptyIsMissing: boolean
  /** Whether a cell that the format leaves out is missing, though an empty text is a value. */
  readonly absentIsMissing: boolean
  /** Union of what the tests concern: a cell with something in it that shares no bit needs no look. */
  readonly concerns: number
}

const NO_VALUE = ['']

/**
 * Asks each cell rule once per column whether it concerns it: a rule that does not costs nothing from then on.
 * `verdicts`: the tests that column rules came to, by column.
 */
export function columnPlans(
  run: Run,
  rules: readonly Rule[],
  columns: readonly Column[],
  verdicts: ReadonlyMap<number, readonly Test[]> = new Map(),
): readonly ColumnPlan[] {
  const cellRules = rules.filter(rule => rule.scope === 'cell')
  return columns.map(column => {
    const tests = cellRules.flatMap(rule =>
      isOff(run.asked, rule.id, column.index) ? [] : (readyFor(run, rule, column) ?? []),
    )
    return columnPlan(column, [...tests, ...(verdicts.get(column.index) ?? [])])
  })
}

/** The tests of a column, sorted by the cells that they read. */
export function columnPlan({ field }: Column, tests: readonly Test[]): ColumnPlan {
  const missingValues = field?.missingValues ?? NO_VALUE
  const values = tests.filter(test => !readsMissing(test.rule))
  const missing = tests.filter(test => readsMissing(test.rule))
  const spelt = new Set(missingValues.filter(text => text !== ''))
  return {
    tests: values,
    missing,
    missingValues: spelt,
    emptyIsMissing: missingValues.includes(''),
    absentIsMissing: field?.absentIsMissing === true,
    concerns: missing.length > 0 && spelt.size > 0 ? -1 : values.reduce((mask, test) => mask | test.concerns, 0),
  }
}

/** Whether a cell without text has no value; of one that a format leaves out not even quotes stand there. */
export function isLeftOut({ emptyIsMissing, absentIsMissing }: ColumnPlan, mask: number): boolean {
  return mask <= 0xffff && (emptyIsMissing || (absentIsMissing && mask === 0))
}

/** The same with what column rules and number rules came to say of the column. */
export function judgedPlan(column: Column, plan: ColumnPlan, verdicts: readonly Test[] = []): ColumnPlan {
  return verdicts.length === 0 ? plan : columnPlan(column, [...plan.tests, ...plan.missing, ...verdicts])
}

function readsMissing(rule: Test['rule']): boolean {
  return rule.scope !== 'numbers' && rule.missing === true
}

/** A column rule at work on one column. */
export interface Counting {
  readonly rule: ColumnRule
  readonly column: Column
  readonly census: Census<unknown>
}

/** Asks each column rule whether it concerns a column. */
export function countings(run: Run, rules: readonly Rule[], columns: readonly Column[]): readonly Counting[] {
  return rules.flatMap(rule => {
    if (rule.scope !== 'column') return []
    return columns.flatMap(column => {
      if (isOff(run.asked, rule.id, column.index)) return []
      const census = run.safely(rule, () => rule.check(column))
      return census ? [{ rule, column, census }] : []
    })
  })
}

function readyFor(run: Run, rule: CellRule, column: Column): Test | undefined {
  const test = run.safely(rule, () => rule.check(column, run.today, run.conventions))
  if (!test) return undefined
  const concerns = rule.concerns ?? -1
  const readsNested = rule.nested === true || rule.schema === true
  return typeof test === 'function'
    ? { rule, concerns, accept: undefined, test, readsNested }
    : { rule, concerns, accept: test.accept, test: test.test, readsNested }
}
