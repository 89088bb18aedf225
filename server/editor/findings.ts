import type { Diagnostic } from 'vscode-languageserver'
import type { Checked, Found, Source } from './checked'
import { columnInWords } from './column-in-words'
import { diagnosticOf, offsetOf, type Telling } from './convert'
import { counted } from '../engine/model/counted'
import { severities } from '../engine/model/diagnostic'
import type { Language, Said } from '../engine/model/language'
import type { Span } from '../engine/model/span'
import type { Gathered } from '../engine/noted'
import { rowsOf } from '../engine/rows-of'
import { messageOf } from '../engine/say'
import type { Range } from '../protocol/range'
import { type Group, linesOf } from '../report/group'
import { rowsInWords } from '../report/words'

/** Entries, and bytes of JSON, that one report may have. */
const ENTRIES = 1_000
const BYTES = 390_000

/** Rows that the entry of a group names. */
const ROWS = 5

/** What one entry of a report says. */
interface Entry {
  readonly first: Found
  readonly count: number
  /** From 0. */
  readonly rows: readonly number[]
}

/** The entries of a report, the worst where not all can be told. */
function entriesOf({ live, onDisk, source, isText }: Checked): Gathered<Entry> {
  const disk = onDisk.slice(0, ENTRIES - 1).map(first => ({ first, count: 1, rows: [] }))
  if (!isText) return { entries: disk, untold: onDisk.length - disk.length }
  const { entries, untold } = live.gathered(ENTRIES - 1 - disk.length)
  const ofText = entries.map(({ first, count, rows }) => ({ first: { diagnostic: first, source }, count, rows }))
  if (untold === 0) ofText.sort((a, b) => a.first.diagnostic.span.start - b.first.diagnostic.span.start)
  return { entries: [...disk, ...ofText], untold: untold + onDisk.length - disk.length }
}

/** The whole report of a file, the worst first where not all can be told. */
export function reportOf(checked: Checked, options: Telling): Diagnostic[] {
  return reportOfEntries(entriesOf(checked), options)
}

/** The same of a file that was checked from disk. */
export function reportOfGroups(source: Source, groups: readonly Group[], options: Telling): Diagnostic[] {
  const all = linesOf(groups).map((line): Entry => {
    const [first, count] = 'rule' in line ? [line, 1] : [line.first[0]!, line.count]
    const rows = 'rule' in line ? [] : line.first.slice(0, ROWS).flatMap(({ row }) => row ?? [])
    return { first: { diagnostic: first, source }, count, rows }
  })
  const told = all.length < ENTRIES ? all : all.toSorted((a, b) => rank(a) - rank(b)).slice(0, ENTRIES - 1)
  return reportOfEntries({ entries: told, untold: all.length - told.length }, options)
}

function rank({ first }: Entry): number {
  return severities.indexOf(first.diagnostic.severity)
}

function reportOfEntries({ entries: told, untold }: Gathered<Entry>, options: Telling): Diagnostic[] {
  // Counted once: where there are comments, row by row.
  const group = told.find(({ count }) => count > 1)
  const all = group ? rowsOf(group.first.source.dataset) : 0
  const entries: Diagnostic[] = []
  const encoder = new TextEncoder()
  let bytes = 0
  const others = (count: number): Diagnostic => {
    const start = { line: 0, character: 0 }
    return { range: { start, end: start }, severity: 3, source: 'vigie', message: untoldSaid[options.language](count) }
  }
  for (const one of told) {
    const entry = diagnosticOf(one.first, sentenceOf(one, all, options.language), options)
    bytes += encoder.encode(JSON.stringify(entry)).length + 1
    if (bytes > BYTES) return [...entries, others(told.length - entries.length + untold)]
    entries.push(entry)
  }
  return untold > 0 ? [...entries, others(untold)] : entries
}

/** What an entry says; `all`: data rows of the table. */
function sentenceOf({ first, count, rows }: Entry, all: number, language: Language): string {
  const message = messageOf(first.diagnostic, language)
  if (count === 1) return message
  const { column } = first.diagnostic
  if (column === undefined) return manyTimes[language]({ count, message })
  const named = columnInWords(first.source.dataset, column, language)
  const where = rowsInWords({ count, all, first: rows.map(row => row + 1) }, language)
  return many[language]({ column: named, where, count, message })
}

/** The findings that touch a range of the editor's text, in order of report. */
export function touching({ live, onDisk, source, isText }: Checked, range: Range): Found[] {
  // What was found on disk counts in the bytes of another text.
  const disk = onDisk.filter(({ diagnostic: { span }, source: read }) => {
    const { start, end } = spanOf(read, range)
    return span.start <= end && span.end >= start
  })
  if (!isText) return disk
  const found = live.between(spanOf(source, range)).toSorted((a, b) => a.span.start - b.span.start)
  return [...disk, ...found.map(diagnostic => ({ diagnostic, source }))]
}

function spanOf(source: Source, { start, end }: Range): Span {
  return { start: offsetOf(source, start), end: offsetOf(source, end) }
}

interface Many {
  readonly column: string
  readonly where: string
  readonly count: number
  readonly message: string
}

const many: Said<Many> = {
  fr: ({ column, where, count, message }) =>
    `${counted(count, 'fr')} cellules de ${column} (${where}), dont la première : ${message}`,
  en: ({ column, where, count, message }) =>
    `${counted(count, 'en')} cells of ${column} (${where}), the first of which: ${message}`,
}

const manyTimes: Said<Pick<Many, 'count' | 'message'>> = {
  fr: ({ count, message }) => `${counted(count, 'fr')} fois dans ce fichier, dont la première : ${message}`,
  en: ({ count, message }) => `${counted(count, 'en')} times in this file, the first of which: ${message}`,
}

const untoldSaid: Said<number> = {
  fr: count =>
    count === 1
      ? 'Un autre problème n’est pas montré ici : corrigez d’abord les autres.'
      : `${counted(count, 'fr')} autres problèmes ne sont pas montrés ici : corrigez d’abord ceux-ci.`,
  en: count =>
    count === 1
      ? 'One more problem is not shown here: fix the others first.'
      : `${counted(count, 'en')} more problems are not shown here: fix these first.`,
}
