import { opened } from '../files/opened'
import type { Dataset } from '../engine/dataset'
import { figuresOf, gapInWords } from '../engine/figures'
import type { ColumnProfile } from '../engine/model/profile'
import { shortened } from '../engine/model/shown'
import type { Language } from '../engine/model/language'
import { profileInSteps } from '../engine/profile'
import type { Problem } from '../files/files'
import { fieldName } from '../report/entry'
import { dialectInWords, schemaInWords } from '../report/words'
import { isNamed } from './column-name'
import { cancellable } from './cancellable'
import { type Judging, judgingMembers } from './judging'
import type { Refusal } from './grounds'
import { count, flag, listOf, objectOf, text } from './json-schema'
import { type Answer, type Around, colon, type Tool } from './tool'

interface Asked extends Judging {
  readonly path: string
  readonly columns?: readonly (string | number)[]
  readonly limit?: number
  readonly cursor?: number
}

/** Frequent values that are told of a column. */
const NAMED = 5
/** Outliers that are told of a column. */
const FARTHEST = 3

const number = { type: 'number' }
const type = objectOf({ type: text, 'format?': text })

export const profileTool: Tool = {
  name: 'vigie_profile',
  title: { fr: 'Décrire les colonnes', en: 'Describe columns' },
  description: {
    fr: 'Les faits de chaque colonne d’un tableau : type déclaré et type trouvé, cellules remplies, valeurs différentes et fréquentes, moyenne et médiane, quartiles, valeurs extrêmes, étendue et trous des dates. Ne modifie rien. Aucune valeur n’est dite d’une colonne qui contient des données personnelles.',
    en: 'The facts of each column of a table: type declared and type found, filled cells, different and frequent values, mean and median, quartiles, extremes, spans and gaps of dates. Changes nothing. No value is told of a column that holds personal data.',
  },
  input: language => {
    const say = members[language]
    return objectOf({
      path: { type: 'string', description: say.path },
      'columns?': { ...listOf({ type: ['string', 'integer'] }), minItems: 1, description: say.columns },
      'limit?': { type: 'integer', minimum: 1, maximum: 50, description: say.limit },
      'cursor?': { type: 'integer', minimum: 0, description: say.cursor },
      ...judgingMembers(language),
    })
  },
  output: objectOf({
    path: text,
    schema: text,
    format: text,
    rows: count,
    columnCount: count,
    columns: listOf(
      objectOf({
        column: count,
        label: text,
        'field?': text,
        found: type,
        'declared?': type,
        isCode: flag,
        filled: count,
        absent: count,
        unread: count,
        understood: count,
        distinct: objectOf({ count, margin: number }),
        isWithheld: flag,
        'texts?': objectOf({ shortest: count, longest: count }),
        'numbers?': objectOf({
          ...Object.fromEntries(
            ['least', 'lowerQuartile', 'median', 'upperQuartile', 'greatest', 'mean', 'sum'].map(name => [
              name,
              number,
            ]),
          ),
          'outliers?': objectOf({
            below: count,
            above: count,
            farthest: listOf(objectOf({ value: number, row: count })),
          }),
        }),
        'dates?': objectOf({
          first: text,
          last: text,
          median: text,
          'gap?': objectOf({ after: text, before: text }),
        }),
        top: listOf(objectOf({ value: text, count })),
        'meanAndMedian?': text,
      }),
    ),
    'nextCursor?': count,
    notes: listOf(text),
  }),
  writes: false,
  run: profileAsked,
}

async function profileAsked(asked: Asked, around: Around): Promise<Answer | Refusal> {
  const { language } = around
  const inputs = await around.grounds.inputs({ ...asked, paths: [asked.path] }, 'profile')
  if ('problem' in inputs) return inputs
  const { value: input } = await inputs.files.next()
  if (!input) return { problem: inputs.told.at(-1) ?? noTable(asked.path) }
  try {
    const dataset = opened(input)
    if (!dataset.readable || dataset.tree) return { problem: noTable(asked.path) }
    const wanted = columnsWanted(dataset, asked)
    if ('problem' in wanted) return wanted
    const { columns, next } = wanted
    const profile = await cancellable(profileInSteps(dataset, { columns }), around.signal, around.tell)
    const head = {
      path: input.path,
      schema: schemaInWords(dataset, language),
      format: dialectInWords(dataset, language),
    }
    const notes = inputs.told.map(problem => problem[language])
    const facts = {
      ...head,
      rows: profile.rows,
      columnCount: dataset.described.columns.length,
      columns: profile.columns.map(column => columnTold(column, dataset, language)),
      ...(next !== undefined && { nextCursor: next }),
      notes,
    }
    const lines = [
      ...Object.values(head),
      ...profile.columns.map(column => columnInWords(column, profile.rows, language)),
      ...(next === undefined ? [] : [moreColumns(next)[language]]),
      ...notes,
    ]
    return { text: lines.join('\n'), facts }
  } finally {
    input.paged?.close()
    // A folder has others.
    await inputs.files.return(undefined)
  }
}

/** The columns asked for, or those of a page, and where the next one begins. */
function columnsWanted(
  dataset: Dataset,
  { columns: named, limit = 20, cursor = 0 }: Asked,
): Refusal | { readonly columns: readonly number[]; readonly next: number | undefined } {
  const all = dataset.described.columns
  const unknown = named?.find(name => !all.some(({ index }) => isNamed(dataset, index, name)))
  if (unknown !== undefined) return { problem: noColumn(String(unknown)) }
  const wanted = named ? all.filter(({ index }) => named.some(name => isNamed(dataset, index, name))) : all
  const columns = wanted.slice(cursor, cursor + limit).map(({ index }) => index)
  return { columns, next: wanted.length > cursor + limit ? cursor + limit : undefined }
}

function columnTold(profile: ColumnProfile, dataset: Dataset, language: Language) {
  const { column, label, found, declared, isCode, filled, absent, unread, understood, distinct } = profile
  const { isWithheld, texts, numbers, dates, top } = profile
  const field = declared && fieldName(dataset, column)
  const meanAndMedian = gapInWords(profile, language)
  return {
    column: column + 1,
    label,
    ...(field && field !== label && { field }),
    found,
    ...(declared && { declared }),
    isCode,
    filled,
    absent,
    unread,
    understood,
    distinct,
    isWithheld,
    ...(texts && { texts: { shortest: texts.shortest, longest: texts.longest } }),
    ...(numbers && { numbers: numbersTold(numbers) }),
    ...(dates && { dates: datesTold(dates) }),
    top: top.slice(0, NAMED).map(({ value, count: times }) => ({ value: shortened(value), count: times })),
    ...(meanAndMedian !== undefined && { meanAndMedian }),
  }
}

function numbersTold(numbers: NonNullable<ColumnProfile['numbers']>) {
  const { least, lowerQuartile, median, upperQuartile, greatest, mean, sum, outliers } = numbers
  const { below, above } = outliers
  const farthest = outliers.farthest.slice(0, FARTHEST).map(({ value, row }) => ({ value, row: row + 1 }))
  return {
    least,
    lowerQuartile,
    median,
    upperQuartile,
    greatest,
    mean,
    sum,
    ...(below + above > 0 && { outliers: { below, above, farthest } }),
  }
}

function datesTold({ first, last, median, gap }: NonNullable<ColumnProfile['dates']>) {
  return { first, last, median, ...(gap && { gap: { after: gap.after, before: gap.before } }) }
}

function columnInWords(profile: ColumnProfile, rows: number, language: Language): string {
  const figures = figuresOf(profile, rows, language).filter(({ isDetail }) => !isDetail)
  const told = figures.map(({ name, value }) => `${name}${colon[language]} ${value}`)
  return `${profile.column + 1}. ${profile.label} | ${told.join(' | ')}`
}

function moreColumns(cursor: number): Problem {
  return { fr: `cursor ${cursor} montre les colonnes suivantes.`, en: `cursor ${cursor} shows the next columns.` }
}

function noTable(path: string): Problem {
  return { fr: `${path} n’est pas un tableau.`, en: `${path} is not a table.` }
}

function noColumn(name: string): Problem {
  return { fr: `Aucune colonne ne s’appelle « ${name} ».`, en: `No column is called “${name}”.` }
}

const members = {
  fr: {
    path: 'Le tableau à décrire.',
    columns: 'Seulement ces colonnes : leur nom, ou leur numéro à partir de 1.',
    limit: 'Combien de colonnes dire, 20 par défaut.',
    cursor: 'Combien de colonnes passer : le nextCursor de la réponse d’avant.',
  },
  en: {
    path: 'The table to describe.',
    columns: 'Only these columns: their names, or their numbers from 1.',
    limit: 'How many columns to tell, 20 by default.',
    cursor: 'How many columns to skip: the nextCursor of the answer before.',
  },
} as const
