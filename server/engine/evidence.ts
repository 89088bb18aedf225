import { isFixable, isSafelyFixable } from './fix'
import type { Diagnostic } from './model/diagnostic'
import { rules } from './rules'

/** Of each rule whose safe repairs take evidence away: the rules whose findings in the same column are read by it. */
const readBy = new Map(rules.flatMap(({ id, evidenceFor }) => (evidenceFor ? [[id, evidenceFor] as const] : [])))
const readers: ReadonlySet<string> = new Set([...readBy.values()].flat())

/** The findings whose safe repair takes away what others of their column, about which a person must decide, are read by. */
export function evidenceIn(findings: Iterable<Diagnostic>): ReadonlySet<Diagnostic> {
  const safe: Diagnostic[] = []
  const open = new Set<string>()
  for (const finding of findings) {
    if (!readBy.has(finding.rule) && !readers.has(finding.rule)) continue
    if (isSafelyFixable(finding)) safe.push(finding)
    else if (isFixable(finding)) open.add(`${finding.rule} ${finding.column}`)
  }
  if (open.size === 0) return new Set()
  return new Set(safe.filter(({ rule, column }) => readBy.get(rule)?.some(reader => open.has(`${reader} ${column}`))))
}
