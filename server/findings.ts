import type { Diagnostic } from 'vscode-languageserver'
import type { Checked, Found } from './check'
import { diagnosticOf, offsetOf } from './convert'
import { severities } from './engine/model/diagnostic'
import type { Language, Said } from './engine/model/language'
import { messageOf } from './engine/say'
import type { Range } from './protocol'

/** Cells of one rule and column that are told one by one. */
const SINGLE = 20
/** Entries, and bytes of JSON, that one report may have. */
const ENTRIES = 1_000
const BYTES = 390_000

/** Findings that one entry stands for; more than one only for many cells of a column. */
export interface Group {
  readonly first: Found
  readonly found: readonly Found[]
}

/** The findings as a reader is told them: beyond 20 cells of rule × column, one for all. */
function groupsOf(findings: readonly Found[]): readonly Group[] {
  const cells = new Map<string, Found[]>()
  for (const found of findings) {
    const key = keyOf(found)
    if (key === undefined) continue
    const same = cells.get(key)
    if (same) same.push(found)
    else cells.set(key, [found])
  }
  const groups: Group[] = []
  for (const found of findings) {
    const same = cells.get(keyOf(found) ?? '') ?? []
    if (same.length <= SINGLE) groups.push({ first: found, found: [found] })
    else if (same[0] === found) groups.push({ first: found, found: same })
  }
  return groups
}

/** The whole report of a file, the worst first where not all can be told. */
export function reportOf(
  checked: Checked,
  options: { readonly uri: string; readonly language: Language; readonly related: boolean },
): Diagnostic[] {
  const groups = groupsOf(checked.findings)
  const ordered = groups.length > ENTRIES - 1 ? groups.toSorted((a, b) => rank(a) - rank(b)) : groups
  const entries: Diagnostic[] = []
  const encoder = new TextEncoder()
  let bytes = 0
  for (const group of ordered) {
    const entry = diagnosticOf(group.first, sentenceOf(group, options.language), options)
    bytes += encoder.encode(JSON.stringify(entry)).length + 1
    if (entries.length >= ENTRIES - 1 || bytes > BYTES) {
      const start = { line: 0, character: 0 }
      const message = untold[options.language](groups.length - entries.length)
      return [...entries, { range: { start, end: start }, severity: 3, source: 'vigie', message }]
    }
    entries.push(entry)
  }
  return entries
}

function rank({ first }: Group): number {
  return severities.indexOf(first.diagnostic.severity)
}

/** What the entry of a group says. */
function sentenceOf({ first, found }: Group, language: Language): string {
  const message = messageOf(first.diagnostic, language)
  if (found.length === 1) return message
  const { column } = first.diagnostic
  const label = first.source.dataset.table.labels[column ?? 0] ?? ''
  const rows = found.slice(0, 5).map(({ diagnostic }) => (diagnostic.row ?? 0) + 1)
  return many[language]({ label: label.replace(/\s+/g, ' ').slice(0, 60), rows, count: found.length, message })
}

/** The findings that touch a range of the editor's text, in order of report. */
export function touching({ findings, source }: Checked, range: Range): Found[] {
  const start = offsetOf(source, range.start)
  const end = offsetOf(source, range.end)
  return findings.filter(found => {
    // What was found on disk counts in the bytes of another text.
    const [from, to] =
      found.source === source ? [start, end] : [offsetOf(found.source, range.start), offsetOf(found.source, range.end)]
    return found.diagnostic.span.start <= to && found.diagnostic.span.end >= from
  })
}

function keyOf({ diagnostic: { rule, row, column } }: Found): string | undefined {
  return row === undefined || column === undefined ? undefined : `${rule} ${column}`
}

interface Many {
  readonly label: string
  /** From 1. */
  readonly rows: readonly number[]
  readonly count: number
  readonly message: string
}

const many: Said<Many> = {
  fr: ({ label, rows, count, message }) =>
    `${count} cellules de la colonne « ${label} » (lignes ${rows.join(', ')}…), dont la première : ${message}`,
  en: ({ label, rows, count, message }) =>
    `${count} cells of the column “${label}” (rows ${rows.join(', ')}…), the first of which: ${message}`,
}

const untold: Said<number> = {
  fr: count =>
    count === 1
      ? 'Un autre problème n’est pas montré ici : corrigez d’abord les autres.'
      : `${count} autres problèmes ne sont pas montrés ici : corrigez d’abord ceux-ci.`,
  en: count =>
    count === 1
      ? 'One more problem is not shown here: fix the others first.'
      : `${count} more problems are not shown here: fix these first.`,
}
