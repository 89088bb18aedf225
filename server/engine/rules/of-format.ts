import { signature } from '../model/signature'
import type { CellRule, FileRule, Rule, TreeRule } from './rule'

/** The same rule as it reads a table whose format has values that are no text, or whose text is a tree; it shares page and repair. */
export function formatRules(rule: Rule): readonly Rule[] {
  const made = known.get(rule) ?? [...nativeRule(rule), ...flawRule(rule)]
  known.set(rule, made)
  return made
}

const known = new Map<Rule, readonly Rule[]>()

function nativeRule(rule: Rule): readonly CellRule[] {
  if (rule.scope !== 'cell' || !rule.checkNative) return []
  const { checkNative } = rule
  return [{ ...rule, concerns: signature.native, check: column => checkNative(column) }]
}

function flawRule(rule: Rule): readonly FileRule[] {
  if (rule.scope !== 'tree' || !rule.ofFlaw) return []
  // Repaired by the rule itself, from the flaw.
  const { fix: _, ofFlaw, ...declared }: TreeRule = rule
  return [
    {
      ...declared,
      scope: 'file',
      fault: 'json-flaw',
      *check(faults) {
        for (const fault of faults) {
          const facts = fault.kind === 'json-flaw' ? ofFlaw!(fault.flaw) : undefined
          if (fault.kind !== 'json-flaw' || facts === undefined) continue
          yield { facts, span: fault.flaw.span, ...(fault.row !== undefined && { row: fault.row }) }
        }
      },
    },
  ]
}
