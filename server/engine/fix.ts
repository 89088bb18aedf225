import { treeEdits } from './json/edits'
import { mended } from './json/mended'
import { type Dataset, textOf } from './dataset'
import { homeOf } from './home'
import type { Change, TreeChange } from './model/change'
import type { Diagnostic } from './model/diagnostic'
import { joined } from './model/joined'
import type { Rival } from './model/schema-doubt'
import type { Edit, Span } from './model/span'
import { ruleById } from './rules/by-id'
import { judgesColumns, type Rule } from './rules/rule'
import { byPosition, untorn } from './untorn'

/** A repair ready to be applied. */
export interface ReadyFix {
  /** Provably the same information in another spelling: what is applied without being asked for. */
  readonly safe: boolean
  readonly changes: readonly (Change | TreeChange)[]
  /** True when it writes what may not be told: it can be carried out, but not shown beforehand. */
  readonly isWithheld: boolean
  /**
   * In bytes of the text, in order, never overlapping; empty when the repair is an operation on bytes. Worked out when
   * they are first asked for: a repair may concern every row.
   */
  readonly edits: readonly Edit[]
}

/** What tells how a finding is repaired. */
export type Finding = Pick<
  Diagnostic,
  'rule' | 'row' | 'column' | 'facts' | 'value' | 'pointer' | 'isWithheld' | 'isDoubtful'
>

/** The repairs of a finding, the best first. */
export function fixesOf(dataset: Dataset, diagnostic: Diagnostic): readonly ReadyFix[] {
  const rule = ruleById(diagnostic.rule)
  if (!rule) return []
  const safe = isSafe(rule, diagnostic)
  const home = homeOf(dataset, diagnostic)
  return repairs(rule, diagnostic).map(changes =>
    ready(home, diagnostic.span, {
      safe,
      changes,
      isWithheld: diagnostic.isWithheld === true && changes.some(writes),
    }),
  )
}

function ready(dataset: Dataset, span: Span, fix: Omit<ReadyFix, 'edits'>): ReadyFix {
  let edits: readonly Edit[] | undefined
  return {
    ...fix,
    get edits() {
      edits ??= merged(editsOf(dataset, fix.changes, span))
      return edits
    },
  }
}

/** Whether a repair rewrites every row of its table. */
export function isOfEveryRow({ changes }: Pick<ReadyFix, 'changes'>): boolean {
  return changes.some(
    change =>
      ('add' in change && change.add === 'column') ||
      ('remove' in change && change.remove === 'columns') ||
      ('set' in change && change.set === 'order'),
  )
}

/** Whether a person must choose among the repairs of a finding, none of which is provably right; reads nothing of the table. */
export function isChoice(diagnostic: Finding): boolean {
  const rule = ruleById(diagnostic.rule)
  return rule !== undefined && !isSafe(rule, diagnostic) && repairs(rule, diagnostic).length > 1
}

/** Schemas of the catalogue among which a finding leaves the choice. */
export function schemasOffered({ rule: id, facts }: Finding): readonly Rival[] {
  const rule = ruleById(id)
  return rule?.scope === 'table' ? (rule.schemas?.(facts) ?? []) : []
}

/** True when the best repair of a finding is safe and concerns the text; reads nothing of the table. */
export function isSafelyFixable(diagnostic: Finding): boolean {
  const rule = ruleById(diagnostic.rule)
  return rule !== undefined && isSafe(rule, diagnostic) && isFixable(diagnostic)
}

/** True when a finding has a repair that concerns the text, safe or asked; reads nothing of the table. */
export function isFixable(diagnostic: Finding): boolean {
  const rule = ruleById(diagnostic.rule)
  const best = rule && repairs(rule, diagnostic)[0]
  return best !== undefined && !best.some(change => 'operation' in change)
}

/** True when the best repair of a finding empties its cell; reads nothing of the table. */
export function isEmptying(diagnostic: Finding): boolean {
  const rule = ruleById(diagnostic.rule)
  const best = rule && repairs(rule, diagnostic)[0]
  return best?.every(change => 'set' in change && change.set === 'cell' && change.value === '') === true
}

/** What takes out the whole column of a finding, where its rule would have it so. */
export function columnFix(dataset: Dataset, { rule: id, column, span }: Diagnostic): ReadyFix | undefined {
  const rule = ruleById(id)
  if (rule?.scope !== 'cell' || !rule.mayGo || column === undefined) return undefined
  const changes = [{ remove: 'columns', column, count: 1 }] as const
  return ready(dataset, span, { safe: false, changes, isWithheld: false })
}

/** Which repairs of findings are wanted; `choice`: of several, the one of that number or none, default the best. */
interface Wanted {
  readonly unsafe: boolean
  readonly choice?: number | 'none'
}

/**
 * The edits that apply a fix of each finding, whole ones: of two that touch the same bytes one waits, so that the text is
 * checked and fixed again until nothing is left to do.
 */
export function fixAll(dataset: Dataset, diagnostics: Iterable<Diagnostic>, wanted: Wanted): readonly Edit[] {
  return untorn(wantedRepairs(dataset, diagnostics, wanted), dataset.tree ? areApart : areFree)
}

/** The edits of each repair that is wanted, one after the other. */
function* wantedRepairs(
  dataset: Dataset,
  diagnostics: Iterable<Diagnostic>,
  { unsafe, choice }: Wanted,
): Generator<readonly Edit[]> {
  for (const diagnostic of diagnostics) {
    if (choice === 'none' && isChoice(diagnostic)) continue
    const fixes = fixesOf(dataset, diagnostic)
    const chosen = fixes[typeof choice === 'number' ? choice - missing(diagnostic, fixes.length) : 0]
    if (chosen && (chosen.safe || unsafe)) yield chosen.edits
  }
}

/** How many of the first choices that a rule leaves a finding does not have. */
function missing({ rule: id }: Finding, has: number): number {
  const rule = ruleById(id)
  const choices = rule?.scope === 'cell' ? rule.choices : undefined
  return choices && has > 0 ? choices.length - has : 0
}

/** The text with the edits applied; they must be in order and not overlap. */
export function applyEdits(text: Uint8Array, edits: readonly Edit[]): Uint8Array {
  const encoder = new TextEncoder()
  const parts: Uint8Array[] = []
  let at = 0
  for (const { span, text: written } of edits) {
    parts.push(text.subarray(at, span.start), encoder.encode(written))
    at = span.end
  }
  parts.push(text.subarray(at))
  return joined(parts)
}

/** Whether two edits of a tree leave each other’s place alone: what is added behind a member belongs to it. */
function areApart({ span: a }: Edit, { span: b }: Edit): boolean {
  return a.end < b.start || b.end < a.start
}

/** Whether two edits do not overlap, nor write at the same place. */
function areFree({ span: a }: Edit, { span: b }: Edit): boolean {
  const isEmpty = a.start === a.end && b.start === b.end
  return isEmpty ? a.start !== b.start : a.end <= b.start || b.end <= a.start
}

function editsFor(dataset: Dataset, change: Change | TreeChange, span: Span): readonly Edit[] {
  if (!isOfTree(change)) return changeEdits(dataset, change)
  if ('mend' in change) return mended({ ...change.mend, span }, textOf(dataset))
  if ('drop' in change) return [{ span: { start: span.start + change.from, end: span.start + change.to }, text: '' }]
  return dataset.tree ? treeEdits(dataset.tree.tree, change, textOf(dataset)) : []
}

function editsOf(dataset: Dataset, changes: ReadyFix['changes'], span: Span): readonly Edit[] {
  if (changes.length === 1) return editsFor(dataset, changes[0]!, span)
  const edits = changes.flatMap(change => editsFor(dataset, change, span))
  return changes.every(isOfTree) ? inARow(edits) : edits
}

/** Members that one repair adds behind the same one follow each other. */
function inARow(edits: readonly Edit[]): readonly Edit[] {
  return edits.flatMap((edit, i) => {
    const isHere = (other: Edit) => isAdded(other) && other.span.start === edit.span.start
    if (!isAdded(edit)) return [edit]
    if (edits.findIndex(isHere) < i) return []
    return [
      {
        span: edit.span,
        text: edits
          .filter(isHere)
          .map(({ text }) => text)
          .join(''),
      },
    ]
  })
}

function isAdded({ span, text }: Edit): boolean {
  return span.start === span.end && text.startsWith(',')
}

/** The edits of one change in a table. */
export function changeEdits({ table, described }: Dataset, change: Change): readonly Edit[] {
  const column = 'column' in change ? change.column : undefined
  return table.edits(change, column === undefined ? undefined : described.header.fields[column]?.type)
}

/** Whether a change writes a value, or tells the one that it takes out. */
function writes(change: Change | TreeChange): boolean {
  if ('drop' in change) return true
  return 'set' in change && (change.set === 'row' || (change.set === 'cell' && change.value !== ''))
}

function isOfTree(change: Change | TreeChange): change is TreeChange {
  return 'mend' in change || 'drop' in change || 'node' in change
}

function isSafe(rule: Rule, { facts }: Finding): boolean {
  return typeof rule.safe === 'function' ? rule.safe(facts) : rule.safe === true
}

function repairs(rule: Rule, diagnostic: Finding): readonly ReadyFix['changes'][] {
  const all = repairsOf(rule, diagnostic)
  return diagnostic.isDoubtful ? all.filter(changes => changes.every(change => 'mend' in change)) : all
}

function repairsOf(rule: Rule, diagnostic: Finding): readonly ReadyFix['changes'][] {
  const { row, column, value } = diagnostic
  if (rule.scope === 'key' && rule.values && row !== undefined && column !== undefined)
    return rule.values(diagnostic.facts).map(text => [{ set: 'cell', row, column, value: text }])
  if (rule.scope === 'tree' && rule.choices)
    return rule.choices(diagnostic.facts, diagnostic.pointer ?? '').map(change => [change])
  if (rule.scope !== 'cell' && !judgesColumns(rule)) {
    const changes =
      rule.scope === 'tree'
        ? rule.fix?.(diagnostic.facts, diagnostic.pointer ?? '')
        : rule.fix?.(diagnostic.facts, diagnostic)
    return changes && changes.length > 0 ? [changes] : []
  }
  if (row === undefined || column === undefined || value === undefined) return []
  const fixed = rule.fix?.(value, diagnostic.facts)
  if (fixed === undefined) return []
  const values = typeof fixed === 'string' ? [fixed] : fixed
  const as = rule.scope === 'cell' && rule.asText ? ({ as: 'text' } as const) : {}
  return values.map(text => [{ set: 'cell', row, column, value: text, ...as }])
}

/** In order of position, without those that overlap one before them. */
function merged(edits: readonly Edit[]): readonly Edit[] {
  if (edits.length === 1) return edits
  const kept: Edit[] = []
  for (const edit of edits.toSorted(byPosition)) {
    const last = kept.at(-1)
    if (!last || areFree(last, edit)) kept.push(edit)
  }
  return kept
}
