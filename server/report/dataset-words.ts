import type { Dataset } from '../engine/dataset'
import { toldBy } from '../engine/metadata/told'
import { frequencyOf } from '../engine/model/frequency'
import { type Language, locales } from '../engine/model/language'
import { licenceOf } from '../engine/model/licence'
import { inLanguage } from '../engine/model/localised'
import { shortened } from '../engine/model/shown'
import { rowsOf } from '../engine/rows-of'
import { verdictWords } from '../engine/verdict-words'
import type { Describing } from '../described/document'
import type { Line } from './block'
import { fieldName } from './entry'
import type { Reported } from './reported'

/** The verdict in a line: its headline, and what it counts. */
export function sentenceOn({ dataset, verdict: { state, counts } }: Reported, language: Language): Line {
  const say = verdictWords[language]
  const { error: errors, warning: warnings } = counts
  const rows = rowsOf(dataset)
  const sentence = rows > 0 ? say.sentence({ errors, warnings, rows }) : `${say.brief({ errors, warnings })}.`
  return state === 'yes' && rows === 0
    ? [{ strong: `${say.headline.yes}.` }]
    : [{ strong: `${say.headline[state]}.` }, ` ${sentence}`]
}

/** The title of the schema in force. */
export function schemaTitle({ applied }: Dataset, language: Language): string | undefined {
  return applied && (inLanguage(applied.schema.title, language) ?? applied.schema.id)
}

/** What a column is called: the title of its field, else its name. */
export function columnTitle(dataset: Dataset, column: number | undefined, language: Language): string | undefined {
  const field = column === undefined ? undefined : dataset.described.header.fields[column]
  const name = inLanguage(field?.title, language) ?? fieldName(dataset, column)?.trim()
  return name || undefined
}

/** A day, a month or a year as people write it. */
export function dayInWords(day: string, language: Language): string {
  if (!/^\d{4}-\d\d/.test(day)) return day
  const isDay = /^\d{4}-\d\d-\d\d/.test(day)
  const date = new Date(`${isDay ? day.slice(0, 10) : `${day.slice(0, 7)}-01`}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return day
  const said = date.toLocaleDateString(locales[language], {
    ...(isDay && { day: 'numeric' }),
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return language === 'fr' ? said.replace(/^1 /, '1er ') : said
}

/** What the document that describes a file says of it, in words where it uses codes. */
export function metadataOf(described: Describing | undefined, language: Language = 'fr') {
  const [description] = described?.dataset.tree?.descriptions ?? []
  const told = description && toldBy(description)
  return {
    title: brief(told?.title),
    keeper: brief(told?.keeper),
    licence: told?.licence && (licenceOf(told.licence)?.title ?? brief(told.licence)),
    purpose: brief(told?.purpose),
    modified: brief(told?.modified),
    frequency: told?.frequency && frequencyOf(told.frequency)?.words[language],
  }
}

function brief(text: string | undefined): string | undefined {
  return text && shortened(text)
}
