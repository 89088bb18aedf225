import { type Diagnostic, DiagnosticSeverity, type Location, type TextEdit } from 'vscode-languageserver'
import type { Found, Source } from './checked'
import type { Dataset } from '../engine/dataset'
import { homeOf } from '../engine/home'
import type { Place, Severity } from '../engine/model/diagnostic'
import type { Language } from '../engine/model/language'
import type { Position } from '../engine/model/lines'
import type { Edit, Span } from '../engine/model/span'
import { ruleById } from '../engine/rules/by-id'
import { relatedOf } from '../engine/say'
import type { DiagnosticData } from '../protocol'
import type { Range } from '../protocol/range'

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
}

/** A span of the text as LSP counts it. */
export function rangeOf({ dataset, shift }: Source, { start, end }: Span): Range {
  const place = (offset: number): Position => {
    const { line, character } = dataset.lines.position(offset)
    return { line, character: line === 0 ? character + shift : character }
  }
  return { start: place(start), end: place(end) }
}

/** The byte of the text at a place. */
export function offsetOf({ dataset, shift }: Source, { line, character }: Position): number {
  return dataset.lines.offset({ line, character: line === 0 ? Math.max(0, character - shift) : character })
}

/** Edits of the text as LSP counts them. */
export function textEdits(source: Source, edits: readonly Edit[]): TextEdit[] {
  return edits.map(({ span, text }) => ({ range: rangeOf(source, span), newText: text }))
}

/** How findings are told: of which file, in which language, with related places or without, and how other files are named. */
export interface Telling {
  readonly uri: string
  readonly language: Language
  readonly related: boolean
  readonly uriOf: (path: string) => string
  /** Where the schema in force declares its fields, by their names. */
  readonly fields?: ReadonlyMap<string, Location> | undefined
}

/** A finding as LSP tells it, with the message that the caller gives. */
export function diagnosticOf({ diagnostic, source }: Found, message: string, options: Telling): Diagnostic {
  const { rule, severity, span } = diagnostic
  const related = options.related ? relatedOf(diagnostic, options.language) : []
  const places = related.map(({ place, message: why }) => ({
    location:
      'file' in place
        ? { uri: options.uriOf(place.file), range: { start: place.start, end: place.end } }
        : { uri: options.uri, range: rangeOf(source, spanOf(homeOf(source.dataset, diagnostic), place)) },
    message: why,
  }))
  const field = places.length === 0 ? fieldOf(source, diagnostic, options) : undefined
  if (field) places.push({ location: field, message: theField[options.language] })
  return {
    range: rangeOf(source, span),
    severity: severities[severity],
    code: rule,
    codeDescription: { href: `vigie-rule:/${rule}.md` },
    source: 'vigie',
    message,
    ...(places.length > 0 && { relatedInformation: places }),
    data: dataOf(diagnostic),
  }
}

function dataOf({ rule, row, column, facts }: Found['diagnostic']): DiagnosticData {
  const known = ruleById(rule)
  const flaw = known?.scope === 'tree' ? known.flawOf?.(facts) : undefined
  return {
    rule,
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column }),
    ...(flaw === undefined ? {} : { flaw }),
  }
}

const theField = { fr: 'Le champ du schéma.', en: 'The field in the schema.' } as const

/** Where the field is declared that a finding is about, of a rule that a schema asks for or that speaks instead of one. */
function fieldOf({ dataset }: Source, diagnostic: Found['diagnostic'], { fields }: Telling): Location | undefined {
  const { rule, column } = diagnostic
  if (!fields || column === undefined || ![rule, ...(ruleById(rule)?.insteadOf ?? [])].some(isOfSchema))
    return undefined
  return fields.get(homeOf(dataset, diagnostic).described.header.fields[column]?.name ?? '')
}

function isOfSchema(id: string): boolean {
  return ruleById(id)?.schema === true
}

function spanOf({ table }: Dataset, { row, column }: Place): Span {
  const line = row ?? table.headerRow
  if (line === undefined) return { start: 0, end: 0 }
  return (column === undefined ? undefined : table.cellSpan(line, column)) ?? table.rowSpan(line)
}
