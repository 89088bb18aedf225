import type { Dataset } from './dataset'
import { inferInSteps } from './infer'
import { labelIdentifier } from './model/identifier'
import type { Language } from './model/language'
import type { Period } from './model/described-file'
import { unaccented } from './model/fold'
import type { ColumnProfile, TableProfile } from './model/profile'
import { columnTypes, profileInSteps } from './profile'
import { calendarOf } from './profile/calendar'
import { rowsOf } from './rows-of'
import { bundledText } from './schema/catalogue'

/** A file as the folder knows it. */
interface FileKnown {
  /** Seen from the folder of the descriptor. */
  readonly path: string
  readonly bytes: number
  /** SHA-256 in hexadecimal, where it could be computed. */
  readonly sha256?: string | undefined
}

/** What a dataset tells of itself: a resource of Data Package 2, and what its package could say by it. */
export interface SelfDescribed {
  readonly resource: Readonly<Record<string, unknown>>
  readonly coverage: { readonly start: string; readonly end: string } | undefined
  /** The code of the only commune that it is about. */
  readonly commune: string | undefined
}

/**
 * Describes a table by its data alone, which is read to its end: the schema in force or the one that the data allow, its
 * dialect, its counts, the period of its dates. In steps of some milliseconds; never throws.
 */
export function* describeInSteps(dataset: Dataset, file: FileKnown): Generator<number, SelfDescribed> {
  const { applied, decoded } = dataset
  const known = applied && bundledText(applied.schema.id)
  const schema = known === undefined ? yield* inferInSteps(dataset) : JSON.parse(known)
  const profile = yield* profileInSteps(dataset)
  const period = periodIn(profile)
  const isTabs = dataset.dialect.delimiter === '\t'
  const resource = {
    name: nameFrom(file.path),
    type: 'table',
    path: file.path,
    format: isTabs ? 'tsv' : 'csv',
    mediatype: isTabs ? 'text/tab-separated-values' : 'text/csv',
    encoding: decoded.encoding,
    bytes: file.bytes,
    ...(file.sha256 !== undefined && { hash: `sha256:${file.sha256}` }),
    stats: { rows: rowsOf(dataset), fields: dataset.table.columnCount },
    dialect: dialectOf(dataset),
    schema,
  }
  return { resource, coverage: period && { start: period.first, end: period.last }, commune: communeIn(profile) }
}

/** A new package around a resource, with `…` and a hint where only a person knows. */
export function packageAround({ resource, coverage, commune }: SelfDescribed, language: Language) {
  const say = hints[language]
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: resource['name'],
    title: say.title,
    description: say.description,
    licenses: [{ name: say.licence }],
    contributors: [{ title: say.office, email: '…@…', role: 'contact' }],
    sources: [{ title: say.source }],
    resources: [resource],
    vigie: {
      purpose: say.purpose,
      policy: say.policy,
      frequency: say.frequency,
      temporalCoverage: coverage ?? { start: '…', end: '…' },
      spatialCoverage: { code: commune ?? say.code, name: '…', granularity: '…' },
      collectionDate: '…',
      personalData: say.personalData,
      governance: { producer: '…', steward: '…', deputy: '…', nextReview: '…' },
    },
  }
}

/** Only what Table Dialect would not assume. */
function dialectOf({ dialect, table }: Dataset): Readonly<Record<string, unknown>> {
  const { delimiter, quoteChar, headerRows, commentChar, commentRows, escapeChar, doubleQuote, nullSequence } = dialect
  const isUsualHeader = table.headerRow === 0
  return {
    delimiter,
    ...(quoteChar !== '"' && { quoteChar }),
    ...(escapeChar !== undefined && { escapeChar }),
    ...(!doubleQuote && { doubleQuote }),
    ...(nullSequence !== undefined && { nullSequence }),
    ...(commentChar !== undefined && { commentChar }),
    ...(commentRows.length > 0 && { commentRows: commentRows.map(row => row + 1) }),
    ...(table.headerRow === undefined && { header: false }),
    ...(!isUsualHeader && headerRows.length > 0 && { headerRows: headerRows.map(row => row + 1) }),
  }
}

/** The name of a file as an identifier: lower case, without accents. */
function nameFrom(path: string): string {
  const file = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '')
  const plain = unaccented(file)
  return plain.replace(/[^a-z\d._]+/g, '-').replace(/^-+|-+$/g, '') || 'data'
}

/** Dates of a person’s life say nothing of the period of the data. */
const OF_PERSONS = /naiss|birth|deces|death/

/** The period of the dates of a table: of the column that most rows fill, those of persons’ lives apart. */
export function periodIn({ columns }: TableProfile): Period | undefined {
  const dated = columns.filter(
    ({ dates, isWithheld, label, unread }) =>
      dates && !isWithheld && unread === 0 && !OF_PERSONS.test(unaccented(label)),
  )
  const fullest = dated.toSorted((a, b) => b.filled - a.filled)[0]?.dates
  return fullest && { first: day(fullest.first), last: day(fullest.last), median: day(fullest.median) }
}

/** The same where nothing else is asked of the table: its columns of dates alone are read, in steps of some milliseconds. */
export function* periodInSteps(dataset: Dataset): Generator<number, Period | undefined> {
  const types = dataset.readable && !dataset.tree ? columnTypes(dataset) : []
  const columns = types.flatMap((type, index) => (type === 'any' || calendarOf(type) ? [index] : []))
  return columns.length === 0 ? undefined : periodIn(yield* profileInSteps(dataset, { columns }))
}

function day(moment: string): string {
  return /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(moment)?.[0] ?? moment
}

function communeIn({ columns }: TableProfile): string | undefined {
  const told = columns.filter(isOneCommune).map(({ top }) => top[0]?.value)
  return new Set(told).size === 1 ? told[0] : undefined
}

function isOneCommune({ label, distinct, isWithheld }: ColumnProfile): boolean {
  return !isWithheld && labelIdentifier(label) === 'commune-code' && distinct.count === 1
}

const hints = {
  fr: {
    title: '… le sujet, le territoire et la période',
    description:
      '… ce que contiennent les données, d’où elles viennent, ce qu’elles ne disent pas, en plus de 100 caractères',
    licence: '… etalab-2.0 ou ODbL-1.0',
    office: '… le service',
    source: '… le logiciel, l’enquête ou le registre',
    purpose: '… à quelle décision ces données servent',
    policy: '… la politique publique dont elles relèvent, en quelques mots',
    frequency: '… annual, monthly, daily, punctual',
    code: '… le code INSEE ou le SIREN',
    personalData: '… none, anonymised, consent ou legal-obligation',
  },
  en: {
    title: '… the subject, the territory and the period',
    description: '… what the data holds, where it comes from, what it does not tell, in more than 100 characters',
    licence: '… etalab-2.0 or ODbL-1.0',
    office: '… the office',
    source: '… the software, the survey or the register',
    purpose: '… which decision this data serves',
    policy: '… the public policy that it belongs to, in a few words',
    frequency: '… annual, monthly, daily, punctual',
    code: '… the INSEE code or the SIREN',
    personalData: '… none, anonymised, consent or legal-obligation',
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>
