import { checkOf } from '../model/custom-check'
import { degreesOf, isLambert93, isNorthing } from '../model/lambert93'
import { mostlyOf, share } from '../model/lesson'
import { coordinateColumns } from '../model/positions'
import { shownList } from '../model/shown'
import type { Column } from '../model/table'
import { rowRule } from './rule'

interface Facts {
  readonly texts: readonly string[]
  /** The cells with the degrees of the same point; none where the projection is not known. */
  readonly inDegrees: readonly { readonly column: number; readonly value: string }[]
}

/** Metres, of Lambert-93 mostly, in columns that are called latitude and longitude. */
export const projectedCoordinates = rowRule<Facts>({
  id: 'projected-coordinates',
  severity: 'error',
  preset: 'standard',
  concepts: ['coordinate-reference-system'],
  insteadOf: [
    'swapped-coordinates',
    'outside-territory',
    'minimum',
    'maximum',
    'magnitude-slip',
    'outlier',
    'coordinate-precision',
  ],

  check({ table, columns }) {
    const pairs = coordinateColumns(columns).filter(
      pair =>
        !pair.some(isPermitted) &&
        (pair.some(({ learn }) => learn(hasNorthings)) || pair.every(({ learn }) => learn(areBeyond))),
    )
    if (pairs.length === 0) return undefined
    return row => {
      if (row.width !== table.columnCount) return undefined
      for (const [latitude, longitude] of pairs) {
        const texts = [row.text(latitude.index), row.text(longitude.index)] as const
        const point = pointIn(texts)
        const areNoDegrees = texts.every(isBeyond) && [latitude, longitude].every(({ learn }) => learn(areBeyond))
        if (!point && areNoDegrees) return { column: latitude.index, facts: { texts, inDegrees: [] } }
        if (!point) continue
        const inDegrees = [
          { column: latitude.index, value: point[1].toFixed(6) },
          { column: longitude.index, value: point[0].toFixed(6) },
        ]
        return { column: latitude.index, facts: { texts, inDegrees } }
      }
      return undefined
    }
  },

  message: {
    fr: ({ texts, inDegrees }) =>
      inDegrees.length === 0
        ? `${shownList.fr(texts)} ne sont pas des degrés, qui ne dépassent jamais 180 : ce sont sans doute des mètres d’une projection locale, comme CC48, convertissez-les en degrés (WGS 84), ou nommez ces colonnes « x » et « y » et dites laquelle.`
        : `${shownList.fr(texts)} sont des mètres (Lambert-93) dans des colonnes nommées latitude et longitude : une carte attend des degrés (WGS 84) et ne montrera pas ce point.`,
    en: ({ texts, inDegrees }) =>
      inDegrees.length === 0
        ? `${shownList.en(texts)} are no degrees, which never go beyond 180: most likely they are metres of a local projection, such as CC48, so convert them to degrees (WGS 84), or call these columns “x” and “y” and say which one it is.`
        : `${shownList.en(texts)} are metres (Lambert-93) in columns called latitude and longitude: a map expects degrees (WGS 84) and will not show this point.`,
  },

  fix({ inDegrees }, { row }) {
    return row === undefined || inDegrees.length === 0
      ? undefined
      : inDegrees.map(({ column, value }) => ({ set: 'cell', row, column, value }))
  },
})

/** What a schema declares without asking for degrees may be metres. */
function isPermitted({ field }: Column): boolean {
  return field !== undefined && field.constraints.maximum === undefined && !checkOf(field, 'coordinates')
}

/** The point of two cells, whichever holds the northing; undefined when they are not in Lambert-93. */
function pointIn([latitude, longitude]: readonly [string, string]): ReturnType<typeof degreesOf> | undefined {
  const [one, other] = [metres(latitude), metres(longitude)]
  if (isLambert93(other, one)) return degreesOf(other, one)
  return isLambert93(one, other) ? degreesOf(one, other) : undefined
}

const hasNorthings = share({ test: value => isNorthing(metres(value)), isEnough: northings => northings > 0 })

/** Whether a number is greater than any degree. */
function isBeyond(text: string): boolean {
  return Math.abs(metres(text)) > 180
}

const areBeyond = mostlyOf(0.8, isBeyond)

/** NaN for what is no plain number. */
function metres(text: string): number {
  return /^\s*-?\d{1,7}(?:[.,]\d+)?\s*$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
}
