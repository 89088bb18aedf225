import { factOf } from '../model/lesson'
import type { Column } from '../model/table'
import type { CellRule, Rule, TableRule } from './rule'

/** The same rule over the labels, for a rule of cells that judges them as well; it shares the rule's page and repair. */
export function labelRule(rule: Rule): TableRule | undefined {
  if (rule.scope !== 'cell' || !rule.labels) return undefined
  const made = known.get(rule) ?? madeFrom(rule)
  known.set(rule, made)
  return made
}

const known = new Map<CellRule, TableRule>()

function madeFrom(rule: CellRule): TableRule {
  return {
    ...rule,
    scope: 'table',
    *check({ table: { headerRow: row, labels } }) {
      if (row === undefined) return
      const tests = rule.check(NO_COLUMN)
      if (tests === undefined) return
      const test = typeof tests === 'function' ? tests : tests.test
      for (const [column, value] of labels.entries()) {
        const facts = value === '' ? undefined : test(value)
        if (facts !== undefined) yield { row, column, value, facts }
      }
    },
    // Repaired by the rule itself, as any cell.
    fix: () => undefined,
  }
}

/** What a test knows of a label's company: nothing. */
const NO_COLUMN: Column = {
  index: -1,
  label: '',
  isOwn: false,
  element: undefined,
  field: undefined,
  isEdited: false,
  learn: (lesson, about = '') => factOf(lesson, [], { field: undefined, label: '', about, lists: undefined }),
  isUsuallyFilled: true,
  lists: undefined,
  former: undefined,
  beside: [],
}
