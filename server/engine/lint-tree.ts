import { checkupOf, type LintOptions } from './checkup'
import type { Dataset } from './dataset'
import { byPlace, type Draft, diagnosticOf, fold } from './draft'
import type { Diagnostic } from './model/diagnostic'
import type { Span } from './model/span'
import { nodeAt, type Tree } from './model/tree'
import type { TreeFinding, TreeRule } from './rules/rule'

/** Every finding of a dataset that is a tree, in order of position. Never throws. */
export function lintTree(dataset: Dataset, options: LintOptions): readonly Diagnostic[] {
  const { run, rules, opening } = checkupOf(dataset, options)
  const { tree } = dataset
  if (!tree) return []
  const isDoubtful = tree.tree.flaws.some(flaw => flaw.isDoubtful)
  const drafts = rules.flatMap((rule): Draft[] => {
    if (rule.scope !== 'tree') return []
    const found = run.safely(rule, () => [...(rule as TreeRule).check(tree, options.today)]) ?? []
    return found.map(finding => ({
      rule,
      facts: finding.facts,
      pointer: finding.pointer,
      about: finding.about,
      span: spanOf(tree.tree, finding),
      ...(isDoubtful && { isDoubtful }),
    }))
  })
  return fold([...opening, ...drafts, ...run.failed])
    .map(draft => diagnosticOf(run, draft))
    .toSorted(byPlace)
}

/** What to mark: what the finding says, else the key, else the value; of an object or a list its opening bracket. */
function spanOf(tree: Tree, { pointer, marks, span }: TreeFinding<unknown>): Span {
  if (span) return span
  const node = nodeAt(tree, pointer) ?? tree.root
  if (!node) return { start: 0, end: 0 }
  if (marks === 'key' && node.key) return node.key.span
  const { start, end } = node.span
  return node.children.length > 0 ? { start, end: start + 1 } : { start, end }
}
