import { numberIn } from '../engine/figure-words'
import type { Dataset } from '../engine/dataset'
import { homeOf } from '../engine/home'
import type { Diagnostic } from '../engine/model/diagnostic'
import type { Language } from '../engine/model/language'
import { scoreInWords, scoresIn } from '../engine/quality-score'
import { messageOf, ruleTitle } from '../engine/say'
import { fieldName } from './entry'
import { escaped, htmlHead, htmlTail } from './html-page'
import { type Group, grouped, linesOf } from './group'
import type { FileReport, Reporter, ReportStyle } from './report'
import { countsInWords, dialectInWords, placeInWords, schemaInWords, severityWord, wayOut } from './words'

const texts = {
  fr: { title: 'Rapport de Vigie', place: 'Ligne : colonne', severity: 'Gravité', found: 'Constat', times: 'fois' },
  en: { title: 'Vigie report', place: 'Row: column', severity: 'Severity', found: 'Finding', times: 'times' },
} as const

const STYLE = `td:nth-child(2) { white-space: nowrap }
.error td:nth-child(2) { font-weight: bold }
`

/** One page that stands alone, on screen and on paper. */
export function htmlReporter(style: ReportStyle): Reporter {
  return {
    start: () => startOf(style),
    *file(report) {
      yield* sectionOf(report, grouped(report.dataset, report.found), style)
      const { path, counts } = report
      return { path, counts, repairable: 0 }
    },
    separator: '',
    end: () => htmlTail,
  }
}

/** The page of one file whose findings are known. */
export function htmlReport(file: Omit<FileReport, 'found'>, groups: readonly Group[], style: ReportStyle): string {
  return [startOf(style), ...sectionOf(file, groups, style), htmlTail].join('')
}

function startOf({ language, version }: ReportStyle): string {
  return htmlHead(texts[language].title, { language, version }, STYLE)
}

function* sectionOf(
  { path, dataset, counts }: Omit<FileReport, 'found'>,
  groups: readonly Group[],
  { language, today }: ReportStyle,
): Generator<string> {
  const text = texts[language]
  const lines = linesOf(groups)
  yield `<section>\n<h2>${escaped(path)}</h2>\n`
  if (dataset.readable)
    yield `<p>${escaped(schemaInWords(dataset, language))}<br>${escaped(dialectInWords(dataset, language))}</p>\n`
  for (const score of scoresIn(dataset, today)) yield `<p>${escaped(scoreInWords(score, language))}</p>\n`
  yield `<p><strong>${escaped(countsInWords(counts, language))}</strong></p>\n`
  if (lines.length > 0) {
    const labels = [text.place, text.severity, text.found].map(label => `<th scope="col">${label}</th>`).join('')
    yield `<table>\n<thead><tr>${labels}</tr></thead>\n<tbody>\n`
    for (const line of lines) yield lineOf(dataset, line, language)
    yield '</tbody>\n</table>\n'
  }
  yield '</section>\n'
}

function lineOf(dataset: Dataset, line: Diagnostic | Group, language: Language): string {
  const diagnostic = 'rule' in line ? line : line.first[0]!
  const count = 'rule' in line ? 1 : line.count
  const fix = wayOut(dataset, diagnostic, language)
  const field = fieldName(homeOf(dataset, diagnostic), diagnostic.column)
  const many = count > 1 ? `, ${numberIn(count, language)} ${texts[language].times}` : ''
  return (
    `<tr class="${diagnostic.severity}"><td>${escaped(placeInWords(dataset, diagnostic, language))}${many}</td>` +
    `<td>${severityWord(diagnostic.severity, language)}</td>` +
    `<td>${escaped(messageOf(diagnostic, language))}` +
    `<small>${escaped([field, ruleTitle(diagnostic.rule, language)].filter(Boolean).join(' · '))}</small>` +
    `${fix ? `<small>${escaped(fix)}</small>` : ''}</td></tr>\n`
  )
}
