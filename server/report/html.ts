import { numberIn } from '../engine/figure-words'
import type { Dataset } from '../engine/dataset'
import type { Diagnostic } from '../engine/model/diagnostic'
import type { Language } from '../engine/model/language'
import { scoreInWords, scoresIn } from '../engine/quality-score'
import { messageOf, ruleTitle } from '../engine/say'
import { fieldName } from './entry'
import { escaped, htmlHead, htmlTail } from './html-page'
import { type Group, grouped, linesOf } from './group'
import type { Reporter, ReportStyle } from './report'
import { countsInWords, dialectInWords, placeInWords, schemaInWords, severityWord, wayOut } from './words'

const texts = {
  fr: { title: 'Rapport de Vigie', place: 'Ligne : colonne', severity: 'Gravité', found: 'Constat', times: 'fois' },
  en: { title: 'Vigie report', place: 'Row : column', severity: 'Severity', found: 'Finding', times: 'times' },
} as const

const STYLE = `.error td:nth-child(2) { font-weight: bold }
`

/** One page that stands alone, on screen and on paper. */
export function htmlReporter({ language, version, today }: ReportStyle): Reporter {
  const text = texts[language]
  return {
    start: () => htmlHead(text.title, { language, version }, STYLE),
    *file({ path, dataset, diagnostics, counts }) {
      const lines = linesOf(grouped(dataset, diagnostics))
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
    },
    end: () => htmlTail,
  }
}

function lineOf(dataset: Dataset, line: Diagnostic | Group, language: Language): string {
  const diagnostic = 'rule' in line ? line : line.first[0]!
  const count = 'rule' in line ? 1 : line.count
  const fix = wayOut(dataset, diagnostic, language)
  const field = fieldName(dataset, diagnostic.column)
  const many = count > 1 ? `, ${numberIn(count, language)} ${texts[language].times}` : ''
  return (
    `<tr class="${diagnostic.severity}"><td>${escaped(placeInWords(dataset, diagnostic, language))}${many}</td>` +
    `<td>${severityWord(diagnostic.severity, language)}</td>` +
    `<td>${escaped(messageOf(diagnostic, language))}` +
    `<small>${escaped([field, ruleTitle(diagnostic.rule, language)].filter(Boolean).join(' · '))}</small>` +
    `${fix ? `<small>${escaped(fix)}</small>` : ''}</td></tr>\n`
  )
}
