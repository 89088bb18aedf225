import type { Schema } from '../model/schema'
import type { Column, Described } from '../model/table'
import type { Rule } from './rule'

/** The rule as far as the schema in force asks for it by a custom check; undefined when it does not. */
export function askedFor(rule: Rule, schema: Schema | undefined): Rule | undefined {
  const kind = rule.customCheck
  const checks = schema?.customChecks.filter(check => check.kind === kind) ?? []
  if (checks.length === 0) return undefined
  const isAsked = ({ field }: Column) => field?.checks?.some(check => check.kind === kind) === true
  if (rule.scope === 'cell')
    return {
      ...rule,
      check: (column: Column, today?: string) => (isAsked(column) ? rule.check(column, today) : undefined),
    }
  if (rule.scope === 'row' && checks.some(check => 'column' in check))
    return {
      ...rule,
      // A spread would load the official lists.
      check: (described: Described) =>
        rule.check(Object.create(described, { columns: { value: described.columns.filter(isAsked) } })),
    }
  return rule
}
