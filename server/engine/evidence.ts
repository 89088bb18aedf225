import { isFixable, isSafelyFixable } from './fix'
import type { Diagnostic } from './model/diagnostic'
import { rules } from './rules'
import { ruleById } from './rules/by-id'

/** Rules whose findings may be read by what the safe repairs of others write anew. */
const readers: ReadonlySet<string> = new Set(rules.flatMap(({ evidenceFor }) => evidenceFor?.rules ?? []))

/** The rules whose findings in the same column are read by the value of a finding, as long as it is not repaired. */
export function readersOf({ rule, facts }: Pick<Diagnostic, 'rule' | 'facts'>): readonly string[] {
  const evidence = ruleById(rule)?.evidenceFor
  return evidence && (evidence.tells?.(facts) ?? true) ? evidence.rules : []
}

/** The findings whose safe repair takes away what others of their column, about which a person must decide, are read by. */
export function evidenceIn(findings: readonly Diagnostic[]): ReadonlySet<Diagnostic> {
  const open = new Set<string>()
  for (const one of findings)
    if (readers.has(one.rule) && !isSafelyFixable(one) && isFixable(one)) open.add(`${one.rule} ${one.column}`)
  // What a value tells is asked of none where nobody would read it: a whole column may have been written so.
  if (open.size === 0) return new Set()
  const isRead = (one: Diagnostic) => readersOf(one).some(reader => open.has(`${reader} ${one.column}`))
  return new Set(findings.filter(one => isSafelyFixable(one) && isRead(one)))
}
