import { columnConcept } from './column-concept'
import { conceptIn } from './concept'
import type { Dataset } from './dataset'
import { figureWords, numberIn } from './figure-words'
import { figuresOf, gapInWords } from './figures'
import { mapPicture, placeIn } from './cards/map-picture'
import type { Card } from './model/card'
import { columnIdentifier } from './model/column-identifier'
import type { Language } from './model/language'
import type { ColumnProfile, TableProfile } from './model/profile'
import type { Reader } from './model/reader'
import { pictureOf } from './cards/picture'
import type { PointCloud } from './cards/point-cloud'

/** What a card is made with. */
interface Known {
  readonly reader: Reader
  /** The points that lie in the columns. */
  readonly clouds: readonly PointCloud[]
}

/** A card of each column that was read. */
export function cardsOf(dataset: Dataset, { columns, rows }: TableProfile, known: Known): readonly Card[] {
  return columns.map(profile => cardOf(dataset, profile, { ...known, rows }))
}

function cardOf(
  { described, applied }: Dataset,
  profile: ColumnProfile,
  { reader: { language, level }, clouds, rows }: Known & { readonly rows: number },
): Card {
  const { column, label } = profile
  const told = described.columns[column]
  const field = told?.field
  const identifier = told && columnIdentifier(told)
  const { id, title, question } = conceptIn(
    columnConcept({ label, field, identifier, schema: applied?.schema.id, profile, rows }),
    language,
  )
  const cloud = clouds.find(({ columns }) => columns.includes(column))
  const drawnAt = cloud?.columns[0]
  const ownCloud = drawnAt === column ? cloud : undefined
  const picture = ownCloud ? mapPicture(ownCloud, language) : cloud ? undefined : pictureOf(profile, rows, language)
  const said =
    drawnAt === undefined || ownCloud
      ? gapInWords(profile, language)
      : words[language].drawn(described.columns[drawnAt]!.label)
  return {
    column,
    label,
    figures: figuresOf(profile, rows, language)
      .filter(({ isDetail }) => level === 'agent' || !isDetail)
      // The bars name them.
      .filter(({ name }) => picture?.kind !== 'bars' || name !== figureWords[language].top),
    question,
    concept: { id, title },
    far: farOf(profile, ownCloud, language),
    ...(said !== undefined && { said }),
    ...(picture && { picture }),
  }
}

function farOf({ numbers, isCode }: ColumnProfile, cloud: PointCloud | undefined, language: Language): Card['far'] {
  const told = (value: string, row: number) => ({ told: words[language].at(value, row + 1), row })
  if (cloud) return cloud.far.map(({ point, row }) => told(placeIn(point, language), row))
  if (!numbers || isCode) return []
  return numbers.outliers.farthest.map(({ value, row }) => told(numberIn(value, language), row))
}

const words: Readonly<
  Record<Language, { readonly at: (value: string, row: number) => string; readonly drawn: (label: string) => string }>
> = {
  fr: {
    at: (value, row) => `${value} (ligne ${row})`,
    drawn: label => `La carte des points est sous « ${label} ».`,
  },
  en: {
    at: (value, row) => `${value} (row ${row})`,
    drawn: label => `The map of the points is under “${label}”.`,
  },
}
