import type { Dataset } from '../engine/dataset'
import type { Language, Said } from '../engine/model/language'
import { inLanguage } from '../engine/model/localised'
import type { SchemaSource } from '../engine/model/schema'
import { shown } from '../engine/model/shown'
import { scoreInWords, scoresIn } from '../engine/quality-score'
import { catalogue } from '../engine/schema/catalogue'
import { tied } from '../engine/schema/recognise'
import { treeWords } from '../engine/tree-words'
import type { Reading } from './reading'
import type { Status } from '../protocol'
import { today } from '../today'

/** What a file is read as, and what else it could be; also for a file that cannot be read. */
export function statusOf(reading: Reading | undefined, language: Language): Status {
  if (!reading) return { why: words[language].nothing, candidates: candidatesOf(undefined, language) }
  const { source, disk, project } = reading
  const { dataset } = source
  const { applied } = dataset
  const isTable = dataset.readable && disk?.readable !== false
  return {
    ...(applied &&
      isTable && {
        schema: {
          id: applied.schema.id,
          ...(applied.schema.version === undefined ? {} : { version: applied.schema.version }),
          title: inLanguage(applied.schema.title, language) ?? applied.schema.id,
          source: applied.source,
        },
      }),
    why: (project.problem ?? project.notice)?.[language] ?? whySchema(reading, language),
    ...(project.problem && { isBroken: true }),
    ...(isTable && dataset.json && { json: dataset.json }),
    ...(isTable && !dataset.json && { dialect: dialectOf(dataset, disk ?? dataset, language) }),
    ...(dataset.tree && { isTree: true }),
    ...scoreOf(dataset, language),
    candidates: candidatesOf(dataset, language),
  }
}

function scoreOf(dataset: Dataset, language: Language): Pick<Status, 'score'> {
  const [score] = scoresIn(dataset, today())
  return score ? { score: { points: score.points, why: scoreInWords(score, language) } } : {}
}

function whySchema({ source: { dataset }, project }: Reading, language: Language): string {
  if (dataset.tree) return treeWords[dataset.tree.kind][language]
  if (dataset.applied) return sources[dataset.applied.source][language]
  if (project.schema === 'none') return words[language].none
  const rivals = tied(dataset.candidates).length
  return rivals > 0 ? words[language].tied(rivals) : words[language].unknown
}

/** The text's own marks come from the editor's text, those of the bytes from the disk. */
function dialectOf(
  { dialect, sniffed, table }: Dataset,
  disk: Dataset,
  language: Language,
): NonNullable<Status['dialect']> {
  const say = words[language]
  const rows = sniffed.reasons.find(reason => reason.because === 'consistent-rows')
  const told = sniffed.reasons.some(reason => reason.because === 'told' && reason.part === 'delimiter')
  return {
    encoding: disk.dialect.encoding,
    byteOrderMark: disk.dialect.byteOrderMark,
    lineTerminator: disk.dialect.lineTerminator,
    delimiter: dialect.delimiter,
    decimalChar: dialect.decimalChar,
    ...(table.headerRow === undefined ? {} : { headerRow: table.headerRow }),
    why: told ? say.told : rows ? say.rows(rows) : say.oneColumn,
  }
}

function candidatesOf(dataset: Dataset | undefined, language: Language): Status['candidates'] {
  if (dataset?.tree) return []
  const likely = (dataset?.candidates ?? []).map(({ schema, found }) => ({
    id: schema.id,
    title: inLanguage(schema.title, language) ?? schema.id,
    why: words[language].shared({ found: found.length, fields: schema.fields.length }),
  }))
  const rest = catalogue
    .filter(({ id }) => likely.every(candidate => candidate.id !== id))
    .map(({ id, title }) => ({ id, title: inLanguage(title, language) ?? id, why: words[language].inCatalogue }))
  return [...likely, ...rest]
}

const sources: Readonly<Record<SchemaSource, Readonly<Record<Language, string>>>> = {
  flag: { fr: 'Vous avez choisi ce schéma.', en: 'You chose this schema.' },
  config: { fr: 'Les réglages désignent ce schéma.', en: 'The settings name this schema.' },
  datapackage: {
    fr: 'Le fichier datapackage.json désigne ce schéma.',
    en: 'The file datapackage.json names this schema.',
  },
  neighbour: { fr: 'Ce schéma est à côté du fichier.', en: 'This schema stands beside the file.' },
  detected: { fr: 'L’en-tête ressemble nettement à ce schéma.', en: 'The header clearly resembles this schema.' },
}

interface Words {
  readonly nothing: string
  readonly none: string
  readonly unknown: string
  readonly tied: (rivals: number) => string
  readonly told: string
  readonly oneColumn: string
  readonly inCatalogue: string
  readonly rows: Said<Rows>['fr']
  readonly shared: Said<{ readonly found: number; readonly fields: number }>['fr']
}

interface Rows {
  readonly delimiter: string
  readonly matching: number
  readonly rows: number
  readonly cells: number
}

const words: Readonly<Record<Language, Words>> = {
  fr: {
    nothing: 'Ce fichier ne peut pas être lu.',
    none: 'Vous avez choisi de vous passer de schéma.',
    unknown: 'L’en-tête ne ressemble nettement à aucun schéma du catalogue.',
    tied: rivals => `${rivals} schémas conviennent aussi bien : cliquez pour choisir.`,
    told: 'Vous avez choisi ce délimiteur.',
    oneColumn: 'Aucun délimiteur ne partage les lignes en colonnes.',
    inCatalogue: 'Schéma du catalogue.',
    rows: ({ delimiter, matching, rows, cells }) =>
      `${matching} lignes sur les ${rows} premières ont ${cells} cellules séparées par ${shown.fr(delimiter)}.`,
    shared: ({ found, fields }) => `${found} de ses ${fields} champs sont dans l’en-tête.`,
  },
  en: {
    nothing: 'This file cannot be read.',
    none: 'You chose to do without a schema.',
    unknown: 'The header clearly resembles no schema of the catalogue.',
    tied: rivals => `${rivals} schemas fit equally well: click to choose.`,
    told: 'You chose this delimiter.',
    oneColumn: 'No delimiter divides the rows into columns.',
    inCatalogue: 'A schema of the catalogue.',
    rows: ({ delimiter, matching, rows, cells }) =>
      `${matching} of the first ${rows} rows have ${cells} cells separated by ${shown.en(delimiter)}.`,
    shared: ({ found, fields }) => `${found} of its ${fields} fields are in the header.`,
  },
}
