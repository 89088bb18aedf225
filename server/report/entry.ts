import type { Dataset } from '../engine/dataset'
import { fixesOf, isOfEveryRow } from '../engine/fix'
import { homeOf } from '../engine/home'
import type { Diagnostic } from '../engine/model/diagnostic'
import type { Language } from '../engine/model/language'
import type { Position } from '../engine/model/lines'
import type { Span } from '../engine/model/span'
import { ruleById } from '../engine/rules/by-id'
import { messageOf } from '../engine/say'
import { Withheld } from '../engine/withheld'

/** A stretch of text as LSP counts it. */
export interface Range {
  readonly start: Position
  readonly end: Position
}

/** A finding as the JSON report tells it: rows and columns from 1, ranges as in LSP. */
export interface Entry {
  readonly rule: string
  readonly severity: string
  readonly message: string
  readonly row?: number
  readonly column?: number
  readonly field?: string
  /** Where it is in JSON (RFC 6901). */
  readonly pointer?: string
  readonly value?: string
  readonly range: Range
  readonly frictionless?: string
  readonly concept?: string
  readonly fix?: EntryFix
  /** Who accepted it, why, and until when. */
  readonly accepted?: {
    readonly author: string
    readonly reason: string
    readonly until: string
    readonly isOver: boolean
  }
}

/** Bytes of a text beyond which a report writes no repair down that rewrites each of its rows. */
const LONG = 1 << 20

/**
 * The best repair of a finding, one that is not safe proposed only: edits of the text, or an operation on the bytes. None
 * that rewrites each row of a text of more than a mebibyte: `vigie fix` carries it out.
 */
type EntryFix =
  | { readonly safe: boolean; readonly edits: readonly { readonly range: Range; readonly newText: string }[] }
  | { readonly safe: false; readonly operation: string }

/** A finding with all that a report tells of it. */
export function entryOf(dataset: Dataset, diagnostic: Diagnostic, language: Language): Entry {
  const { rule, severity, row, column, value, pointer, frictionless, span } = diagnostic
  const home = homeOf(dataset, diagnostic)
  const field = fieldName(home, column)
  const concept = ruleById(rule)?.concepts[0]
  const range = rangeOf(dataset, span)
  const fix = entryFix(dataset, diagnostic, range)
  return {
    rule,
    severity,
    message: messageOf(diagnostic, language),
    ...(row !== undefined && { row: row + 1 }),
    ...(column !== undefined && { column: column + 1 }),
    ...(field && { field }),
    ...(pointer !== undefined && { pointer: withheldIn(home).pathOf(pointer, column) }),
    ...(value !== undefined && !diagnostic.isWithheld && { value }),
    range,
    ...(frictionless !== undefined && { frictionless }),
    ...(concept !== undefined && { concept }),
    ...(fix && { fix }),
    ...(diagnostic.accepted && { accepted: acceptedEntry(diagnostic.accepted) }),
  }
}

function acceptedEntry({ acceptance: { author, reason, until }, isOver }: NonNullable<Diagnostic['accepted']>) {
  return { author, reason, until, isOver }
}

/** The name of a column: its field's, else its label, which a first row of personal data may have been taken for. */
export function fieldName(dataset: Dataset, column: number | undefined): string | undefined {
  if (column === undefined) return undefined
  return dataset.described.header.fields[column]?.name ?? withheldIn(dataset).labelOf(column)
}

/** The label of a column; empty where it holds personal data itself. */
export function labelIn(dataset: Dataset, column: number): string {
  return withheldIn(dataset).labelOf(column)
}

/** Made once for all findings of a file. */
function withheldIn(dataset: Dataset): Withheld {
  const known = made.get(dataset) ?? new Withheld(dataset)
  made.set(dataset, known)
  return known
}

const made = new WeakMap<Dataset, Withheld>()

/** Bytes as lines and UTF-16 columns. */
export function rangeOf({ lines }: Dataset, { start, end }: Span): Range {
  return { start: lines.position(start), end: lines.position(end) }
}

function entryFix(dataset: Dataset, diagnostic: Diagnostic, range: Range): EntryFix | undefined {
  const [best] = fixesOf(dataset, diagnostic)
  if (!best || best.isWithheld) return undefined
  const operation = best.changes.find(change => 'operation' in change)
  if (operation) return { safe: false, operation: operation.operation }
  if (isOfEveryRow(best) && dataset.source.length > LONG) return undefined
  if (best.edits.length === 0) return undefined
  return {
    safe: best.safe,
    edits: best.edits.map(({ span, text }) => {
      // Most repairs rewrite the very cell: counting lines twice would be half of the time of a long report.
      const isSame = span.start === diagnostic.span.start && span.end === diagnostic.span.end
      return { range: isSame ? range : rangeOf(dataset, span), newText: text }
    }),
  }
}
