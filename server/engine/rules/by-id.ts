import { rules } from '.'
import type { Rule } from './rule'

const byId = new Map(rules.map(rule => [rule.id, rule]))

/** The rule of an id, if there is one. */
export function ruleById(id: string): Rule | undefined {
  return byId.get(id)
}
