import type { Dataset } from '../engine/dataset'
import { type Figure, figuresOf, gapInWords } from '../engine/figures'
import type { Language } from '../engine/model/language'
import type { ColumnProfile, TableProfile } from '../engine/model/profile'
import { escaped, htmlHead, htmlTail } from './html-page'
import { datasetEntry } from './json'
import type { ReportStyle } from './report'
import { dialectInWords, schemaInWords } from './words'

/** The profile of one file. */
interface FileProfile {
  readonly path: string
  readonly dataset: Dataset
  readonly profile: TableProfile
}

export type ProfileFormat = 'text' | 'json' | 'html'

/** One way to print profiles, file by file. */
interface ProfileReporter {
  start(): string
  file(file: FileProfile): string
  end(): string
}

/** Prints profiles as text, as one JSON object, or as a page that stands alone. */
export function profileReporter(format: ProfileFormat, style: ReportStyle): ProfileReporter {
  if (format === 'json') return asJson(style)
  return format === 'html' ? asHtml(style) : asText(style)
}

function asJson({ version }: ReportStyle): ProfileReporter {
  let count = 0
  return {
    start: () => `{"version":1,"tool":{"name":"vigie","version":${JSON.stringify(version)}},"files":[`,
    file: ({ path, dataset, profile: { rows, columns } }) => {
      const told = columns.map(countedFromOne)
      return `${count++ > 0 ? ',' : ''}\n${JSON.stringify({ path, ...datasetEntry(dataset), rows, columns: told })}`
    },
    end: () => '\n]}\n',
  }
}

/** Rows and columns count from 1 in what is printed. */
function countedFromOne({ column, numbers, ...told }: ColumnProfile): ColumnProfile {
  if (!numbers) return { column: column + 1, ...told }
  const { outliers } = numbers
  const farthest = outliers.farthest.map(({ value, row }) => ({ value, row: row + 1 }))
  return { column: column + 1, ...told, numbers: { ...numbers, outliers: { ...outliers, farthest } } }
}

const BARS = '▁▂▃▄▅▆▇█'

function asText({ language }: ReportStyle): ProfileReporter {
  return {
    start: () => '',
    file: ({ path, dataset, profile: { rows, columns } }) => {
      const head = `${path}\n${schemaInWords(dataset, language)}\n${dialectInWords(dataset, language)}\n`
      return head + columns.map(column => columnText(column, rows, language)).join('') + '\n'
    },
    end: () => '',
  }
}

function columnText(column: ColumnProfile, rows: number, language: Language): string {
  const figures = figuresOf(column, rows, language)
  const width = Math.max(...figures.map(({ name }) => name.length))
  const lines = figures.map(({ name, value }) => `  ${name.padEnd(width)}  ${value}`)
  const counts = countsOf(column)
  if (counts) lines.push(`  ${counts.map(count => barOf(count, Math.max(...counts))).join('')}`)
  const gap = gapInWords(column, language)
  return `\n${labelOf(column, language)}\n${[...lines, ...(gap ? [`  ${gap}`] : [])].join('\n')}\n`
}

function barOf(count: number, most: number): string {
  return count === 0 ? ' ' : BARS[Math.min(BARS.length - 1, Math.floor((count / most) * BARS.length))]!
}

/** The heights of the bars of a column that has some. */
function countsOf({ numbers, dates, isCode }: ColumnProfile): readonly number[] | undefined {
  const { counts = [] } = (isCode ? undefined : (numbers?.histogram ?? dates?.histogram)) ?? {}
  return counts.length > 1 ? counts : undefined
}

function labelOf({ label, column }: ColumnProfile, language: Language): string {
  return label.trim() || { fr: `Colonne ${column + 1}`, en: `Column ${column + 1}` }[language]
}

const titles = { fr: 'Profil des colonnes', en: 'Profile of the columns' } as const
const bySize: Readonly<Record<Language, (first: string, last: string, counts: string) => string>> = {
  fr: (first, last, counts) => `Répartition des valeurs, de ${first} à ${last} : ${counts}`,
  en: (first, last, counts) => `Values by size, from ${first} to ${last}: ${counts}`,
}

const STYLE = `
section section { break-inside: avoid; border-top: 1px solid #8886; margin-top: 1.5rem }
th { font-weight: normal; width: 14rem }
svg { fill: currentColor; display: block; width: 100%; max-width: 30rem; height: 4rem; margin: .6rem 0 }
`

function asHtml({ language, version }: ReportStyle): ProfileReporter {
  return {
    start: () => htmlHead(titles[language], { language, version }, STYLE),
    file: ({ path, dataset, profile: { rows, columns } }) =>
      `<section>\n<h2>${escaped(path)}</h2>\n` +
      `<p>${escaped(schemaInWords(dataset, language))}<br>${escaped(dialectInWords(dataset, language))}</p>\n` +
      `${columns.map(column => columnHtml(column, rows, language)).join('')}</section>\n`,
    end: () => htmlTail,
  }
}

function columnHtml(column: ColumnProfile, rows: number, language: Language): string {
  const figures = figuresOf(column, rows, language)
  const gap = gapInWords(column, language)
  return (
    `<section>\n<h3>${escaped(labelOf(column, language))}</h3>\n${picture(column, language)}` +
    `<table><tbody>\n${figures.map(figureHtml).join('')}</tbody></table>\n` +
    `${gap ? `<p>${escaped(gap)}</p>\n` : ''}</section>\n`
  )
}

function figureHtml({ name, value }: Figure): string {
  return `<tr><th scope="row">${escaped(name)}</th><td>${escaped(value)}</td></tr>\n`
}

/** The histogram, with what it shows as its name. */
function picture(column: ColumnProfile, language: Language): string {
  const counts = countsOf(column)
  const histogram = column.numbers?.histogram ?? column.dates?.histogram
  if (!counts || !histogram) return ''
  const most = Math.max(...counts)
  const words = bySize[language](String(histogram.from), String(histogram.to), counts.join(', '))
  const rects = counts.map((count, i) => {
    const height = count === 0 ? 0 : Math.max(1, Math.round((count / most) * 100))
    return `<rect x="${i * 10}" y="${100 - height}" width="9" height="${height}"/>`
  })
  return (
    `<svg role="img" viewBox="0 0 ${counts.length * 10} 100" preserveAspectRatio="none" aria-label="${escaped(words)}">` +
    `${rects.join('')}</svg>\n`
  )
}
