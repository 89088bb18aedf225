import type { Dataset } from '../engine/dataset'
import type { Diagnostic } from '../engine/model/diagnostic'
import type { Language } from '../engine/model/language'
import { messageOf, ruleTitle } from '../engine/say'
import { fieldName } from './entry'
import { type Group, grouped, linesOf } from './group'
import type { Reporter, ReportStyle } from './report'
import { countsInWords, dialectInWords, numberIn, placeInWords, schemaInWords, severityWord, wayOut } from './words'

const texts = {
  fr: { title: 'Rapport de Vigie', place: 'Ligne : colonne', severity: 'Gravité', found: 'Constat', times: 'fois' },
  en: { title: 'Vigie report', place: 'Row : column', severity: 'Severity', found: 'Finding', times: 'times' },
} as const

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { margin: 2rem auto; max-width: 70rem; padding: 0 1rem }
h2 { overflow-wrap: anywhere; margin-top: 2.5rem }
table { border-collapse: collapse; width: 100% }
th, td { border-bottom: 1px solid #8886; padding: .4rem .6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere }
th { white-space: nowrap }
td:first-child { font-variant-numeric: tabular-nums; white-space: nowrap }
.error td:nth-child(2) { font-weight: bold }
small { display: block; opacity: .8 }
@media print { body { margin: 0; max-width: none } thead { display: table-header-group } tr { break-inside: avoid } }
`

/** One page that stands alone, on screen and on paper. */
export function htmlReporter({ language, version }: ReportStyle): Reporter {
  const text = texts[language]
  return {
    start: () =>
      `<!doctype html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">\n` +
      `<meta name="viewport" content="width=device-width">\n<meta name="generator" content="vigie ${escaped(version)}">\n` +
      `<title>${text.title}</title>\n<style>${STYLE}</style>\n</head>\n<body>\n<h1>${text.title}</h1>\n`,
    *file({ path, dataset, diagnostics, counts }) {
      const lines = linesOf(grouped(dataset, diagnostics))
      yield `<section>\n<h2>${escaped(path)}</h2>\n`
      if (dataset.readable)
        yield `<p>${escaped(schemaInWords(dataset, language))}<br>${escaped(dialectInWords(dataset, language))}</p>\n`
      yield `<p><strong>${escaped(countsInWords(counts, language))}</strong></p>\n`
      if (lines.length > 0) {
        const labels = [text.place, text.severity, text.found].map(label => `<th scope="col">${label}</th>`).join('')
        yield `<table>\n<thead><tr>${labels}</tr></thead>\n<tbody>\n`
        for (const line of lines) yield lineOf(dataset, line, language)
        yield '</tbody>\n</table>\n'
      }
      yield '</section>\n'
    },
    end: () => '</body>\n</html>\n',
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

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, character => entities[character]!)
}
