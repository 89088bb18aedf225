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
export function evidenceIn(findings: Iterable<Diagnostic>): ReadonlySet<Diagnostic> {
  const safe: Diagnostic[] = []
  const open = new Set<string>()
  for (const finding of findings) {
    if (isSafelyFixable(finding)) {
      if (readersOf(finding).length > 0) safe.push(finding)
    } else if (readers.has(finding.rule) && isFixable(finding)) open.add(`${finding.rule} ${finding.column}`)
  }
  if (open.size === 0) return new Set()
  return new Set(safe.filter(one => readersOf(one).some(reader => open.has(`${reader} ${one.column}`))))
}
