import type { Schema } from '../model/schema'
import type { Column } from '../model/table'
import type { Rule } from './rule'

/** The rule as far as the schema in force asks for it by a custom check; undefined when it does not. */
export function askedFor(rule: Rule, schema: Schema | undefined): Rule | undefined {
  const kind = rule.customCheck
  if (!schema?.customChecks.some(check => check.kind === kind)) return undefined
  if (rule.scope !== 'cell') return rule
  const isAsked = ({ field }: Column) => field?.checks?.some(check => check.kind === kind) === true
  return {
    ...rule,
    check: (column: Column, today?: string) => (isAsked(column) ? rule.check(column, today) : undefined),
  }
}
