import { checkupOf, type LintOptions } from './checkup'
import type { Dataset } from './dataset'
import { byPlace, type Draft, diagnosticOf, fold } from './draft'
import type { Diagnostic } from './model/diagnostic'
import type { Span } from './model/span'
import { type Node, nodeAt, type Tree } from './model/tree'
import { ruleById } from './rules/by-id'
import { jsonSyntax } from './rules/json-syntax'
import { type NotChecked, notChecked } from './rules/not-checked'
import { schemaError, type SchemaErrorFacts } from './rules/schema-error'
import type { Rule, TreeFinding, TreeRule } from './rules/rule'

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
  return fold([...opening, ...drafts, ...unheldDrafts(dataset, rules), ...run.failed])
    .map(draft => diagnosticOf(run, draft))
    .toSorted(byPlace)
}

/** What was found in a table inside a document, without the flaws of the text that the tree tells. */
export function foundInside({ tree }: Dataset, at: string, found: readonly Diagnostic[]): readonly Diagnostic[] {
  const { start } = nodeAt(tree!.tree, at)!.span
  const told = new Set(tree!.tree.flaws.map(({ span }) => span.start))
  return found.flatMap(diagnostic => {
    const { pointer = at, span } = diagnostic
    if (told.has(span.start) && isOfFlaw(diagnostic.rule)) return []
    // What is said of the whole table, or of a column without label, is marked at the bracket that opens the list.
    return { ...diagnostic, pointer, inside: at, span: span.start < start ? { start, end: start + 1 } : span }
  })
}

/** Whether a rule speaks of flaws of the text, or is silent where one is told. */
function isOfFlaw(id: string): boolean {
  return ruleById(id)?.scope === 'tree' || (jsonSyntax.insteadOf?.includes(id) ?? false)
}

/** Data that stand beside a schema and are held against nothing, or the schema that keeps them from it. */
function unheldDrafts({ inner, tree }: Dataset, rules: readonly Rule[]): readonly Draft[] {
  if (!inner || !(rules.includes(notChecked) || rules.includes(schemaError))) return []
  return inner().unheld.flatMap(({ at, because }): Draft[] => {
    const facts: NotChecked | SchemaErrorFacts = typeof because === 'string' ? { inline: because } : because
    const rule = typeof because === 'string' ? notChecked : schemaError
    if (!rules.includes(rule)) return []
    return [{ rule, facts, pointer: at, span: spanOf(tree!.tree, { pointer: at, marks: 'key', facts }) }]
  })
}

/** What to mark: what the finding says, else the key, else the value; of an object or a list its opening bracket. */
function spanOf(tree: Tree, { pointer, marks, span }: TreeFinding<unknown>): Span {
  if (span) return span
  const node = nearestNode(tree, pointer)
  if (!node) return { start: 0, end: 0 }
  if (marks === 'key' && node.key) return node.key.span
  const { start, end } = node.span
  // A list that was passed over has no children either.
  const isHolder = node.children.length > 0 || (node.kind === 'array' && end > start + 2)
  return { start, end: isHolder ? start + 1 : end }
}

/** The node at a pointer; of what is not there, the last one on the way to it. */
function nearestNode(tree: Tree, pointer: string): Node | undefined {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const node = nodeAt(tree, at)
    if (node) return node
  }
  return tree.root
}
