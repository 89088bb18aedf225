import type { Dataset } from './dataset'
import { acceptanceOf, type Asked, askedSeverity } from './loudness'
import type { Conventions } from './model/conventions'
import type { Diagnostic, Place, Severity } from './model/diagnostic'
import { putIn } from './model/put-in'
import type { Span } from './model/span'
import type { Rule } from './rules/rule'
import type { Withheld } from './withheld'

/** A finding before it is known whether another speaks instead of it. */
export interface Draft extends Place {
  readonly rule: Rule
  readonly facts: unknown
  readonly pointer?: string
  /** JSON pointer of what it is said of, where that is not the whole document. */
  readonly about?: string | undefined
  readonly span?: Span
  readonly value?: string
  /** Columns that it compares, where it is about a row. */
  readonly reads?: readonly number[]
  /** Set when a flaw of the text leaves open what it was found in. */
  readonly isDoubtful?: true
  /** The schema rule that it stands for, once folded. */
  readonly standsFor?: Draft
}

/** In place of a column: rows as a whole. */
export const WHOLE_ROWS = -1

/** Counts a value of a column, or a row, that a test could not check. */
export function countUnchecked({ unchecked }: Run, column: number): void {
  unchecked.set(column, (unchecked.get(column) ?? 0) + 1)
}

/** What a run of the rules shares. */
export interface Run {
  readonly dataset: Dataset
  readonly asked: Asked
  /** YYYY-MM-DD, where the caller tells it. */
  readonly today: string | undefined
  readonly conventions: Conventions
  /** What no finding tells. */
  readonly withheld: Withheld
  /** Rules that threw, one finding each. */
  readonly failed: Draft[]
  /** Values that a test could not check, by column, and rows under {@link WHOLE_ROWS}. */
  readonly unchecked: Map<number, number>
  /** Calls a check of a rule; undefined when it throws, now and from then on. */
  readonly safely: <Result>(rule: Rule, check: () => Result) => Result | undefined
}

/**
 * One cause, one finding: leaves out what a more specific finding speaks for.
 * The winner stands for the schema rule that it silences, and takes its severity and its Frictionless word.
 */
export function fold(drafts: readonly Draft[]): readonly Draft[] {
  if (drafts.length < 2) return drafts
  const rules = rulesOf(drafts)
  const spokenFor = rules.filter(({ id }) => rules.some(({ insteadOf }) => insteadOf?.includes(id)))
  const losers = spokenFor.length === 0 ? [] : drafts.filter(({ rule }) => spokenFor.some(({ id }) => id === rule.id))
  if (losers.length === 0) return drafts
  const silenced = new Set<Draft>()
  const standsFor = new Map<Draft, Draft>()
  const places = placed(losers)
  const order = new Map(losers.map((draft, i) => [draft, i]))
  const isLater = (draft: Draft, than: Draft | undefined) => !than || order.get(draft)! > order.get(than)!
  for (const winner of drafts) {
    const { insteadOf, schema, frictionless } = winner.rule
    if (!insteadOf) continue
    for (const loser of losersOf(winner, places)) {
      if (loser === winner || !insteadOf.includes(loser.rule.id)) continue
      if (winner.rule.isCause?.(winner.facts, loser.rule.id) === false) continue
      silenced.add(loser)
      const isSchemas = loser.rule.schema && (!schema || frictionless === undefined)
      // Of several it stands for the one found last: what is said of the row comes after its cells.
      if (isSchemas && isLater(loser, standsFor.get(winner))) standsFor.set(winner, loser)
    }
  }
  return drafts
    .filter(draft => !silenced.has(draft))
    .map(draft => {
      const loser = standsFor.get(draft)
      return loser ? { ...draft, standsFor: loser } : draft
    })
}

/** Mostly one, or a few. */
function rulesOf(drafts: readonly Draft[]): readonly Rule[] {
  const rules: Rule[] = []
  for (const { rule } of drafts) if (!rules.includes(rule)) rules.push(rule)
  return rules
}

/** The finding as the reader gets it. */
export function diagnosticOf(run: Run, draft: Draft): Diagnostic {
  const { rule, facts, row, column, value, isDoubtful } = draft
  const pointer = draft.pointer ?? run.dataset.table.pointerAt(row, column)
  const told = draft.standsFor?.rule ?? rule
  const accepted = acceptedOf(run, draft)
  const severity = severityOf(run, draft)
  const frictionless = told.frictionless ?? rule.frictionless
  const span = draft.span ?? spanOf(run.dataset, draft)
  const isWithheld = run.withheld.hides(draft)
  // As most are, and may be by the million: what is left out by spreading nothing takes five times as long.
  if (row !== undefined && column !== undefined && pointer === undefined && !isWithheld && !isDoubtful && !accepted)
    return { rule: rule.id, severity, frictionless, row, column, span, facts, value, whole: false }
  return {
    rule: rule.id,
    severity,
    frictionless,
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column }),
    ...(pointer === undefined ? {} : { pointer }),
    span,
    facts,
    value,
    ...(isWithheld && { isWithheld: true }),
    ...(isDoubtful && { isDoubtful }),
    ...(accepted && { accepted }),
    whole: false,
  }
}

/** In order of position; those of one cell in the order of their rules' names. */
export function byPlace(a: Diagnostic, b: Diagnostic): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
}

/** How loud a finding is. */
export function severityOf(run: Run, draft: Draft): Severity {
  const accepted = acceptedOf(run, draft)
  if (accepted && !accepted.isOver) return 'information'
  const asked = askedSeverity(run.asked, draft.rule.id, draft.column)
  if (asked !== undefined && asked !== 'off') return asked
  const { rule, facts } = draft.standsFor ?? draft
  return typeof rule.severity === 'function' ? rule.severity(facts) : rule.severity
}

function acceptedOf({ asked, today }: Run, { rule, row, column, value }: Draft) {
  if (asked.accepted.length === 0) return undefined
  return acceptanceOf(
    asked,
    { rule: rule.id, ...(row !== undefined && { row }), ...(column !== undefined && { column }), value },
    today,
  )
}

/** What to mark: the cell, else the row, else the label, else the first character of the file. */
function spanOf({ table, readable }: Dataset, { row, column }: Place): Span {
  if (!readable) return { start: 0, end: 0 }
  const line = row ?? (column === undefined ? undefined : table.headerRow)
  if (line === undefined) return { start: 0, end: Math.min(1, table.source.length) }
  const cell = column === undefined ? undefined : table.cellSpan(line, column)
  if (cell) return cell
  const span = table.rowSpan(line)
  // A cell that is not there is marked where it should begin.
  return column === undefined ? span : { start: span.end, end: span.end }
}

/** Findings by the row, or what else they are said of, and there by their column, all together, and those of row rules. */
type Places = ReadonlyMap<string | number | undefined, ReadonlyMap<number, readonly Draft[]>>

// In place of a column.
const ALL = -1
const OF_ROW = -2

function placed(drafts: readonly Draft[]): Places {
  const places = new Map<string | number | undefined, Map<number, Draft[]>>()
  for (const draft of drafts) {
    const { about, row, column, rule } = draft
    const known = places.get(about ?? row)
    const there = known ?? new Map<number, Draft[]>()
    if (!known) places.set(about ?? row, there)
    putIn(there, ALL, draft)
    if (column !== undefined) putIn(there, column, draft)
    if (rule.scope === 'row') putIn(there, OF_ROW, draft)
  }
  return places
}

/**
 * A finding about a row, or about the file, speaks for all that stands in its row; one about a cell speaks for the
 * same cell, and for what is said of the row as a whole, unless that is known to compare other cells.
 */
function losersOf({ row, column, rule, about }: Draft, places: Places): readonly Draft[] {
  const there = places.get(about ?? row)
  if (!there) return []
  if (rule.scope === 'row' || column === undefined) return there.get(ALL) ?? []
  const inCell = there.get(column) ?? []
  const inRow = there.get(OF_ROW)
  if (!inRow) return inCell
  return [...inCell, ...inRow.filter(draft => draft.column !== column && (draft.reads?.includes(column) ?? true))]
}
