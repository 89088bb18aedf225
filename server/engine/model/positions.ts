import { anyNamed, askedOnce } from './asked-once'
import { lookLikeCommunes } from './commune-codes'
import { checkOf } from './custom-check'
import { type Named, wordsOf } from './identifier'
import type { Lesson } from './lesson'
import { placeColumn } from './place-column'
import { putIn } from './put-in'
import { isMissing } from './row-check'
import { type Lie, type Point, territoriesAlong } from './territory'
import type { Column } from './table'

/** Columns that hold points of France: one with both coordinates, or one for each. */
export interface Positions {
  /** The column of the latitude first, where there are two. */
  readonly columns: readonly Column[]
  /** Whether the schema asks for French coordinates. */
  readonly isAsked: boolean
  /** The point that cells hold, as longitude and latitude; undefined without a value, or for what is none. */
  readonly point: (texts: readonly string[]) => Point | undefined
  /** The number among these cells that is no degree, where no schema says how great one may be: most have lost their decimal mark. */
  readonly beyond: (texts: readonly string[]) => string | undefined
  /** The same cells with the two coordinates in each other's place; undefined where that cannot be written. */
  readonly swapped: (texts: readonly string[]) => readonly string[] | undefined
}

/** The positions of a table: those of which its schema says that they are French, and those whose values do. */
export function positionsOf(columns: readonly Column[]): readonly Positions[] {
  const points = geopointColumns(columns).filter(column => asksFrance([column]) || column.learn(arePointsOfFrance))
  const pairs = coordinateColumns(columns).filter(pair => asksFrance(pair) || isPairOfFrance(...pair))
  return [...points.map(pointColumn), ...pairs.map(coordinatePair)]
}

/** Positions that should be French where a row has the code of a commune. */
interface CommunePositions {
  readonly positions: Positions
  /** The column of the codes. */
  readonly codes: Column
}

/**
 * The positions of a table of French communes, though too many lie abroad for the values alone to say so: some lie in
 * France, one column has the codes of communes and none a country.
 */
export function positionsOfCommunes(columns: readonly Column[]): readonly CommunePositions[] {
  if (coordinateColumns(columns).length === 0 || namesCountry(columns)) return []
  const [codes, ...others] = columns.filter(column => placeColumn(column)?.kind === 'commune-code')
  if (!codes || others.length > 0 || !codes.learn(lookLikeCommunes)) return []
  return coordinateColumns(columns)
    .filter(pair => !asksFrance(pair) && !isPairOfFrance(...pair) && isPairWithFrance(...pair))
    .map(pair => ({ positions: coordinatePair(pair), codes }))
}

const namesCountry = anyNamed(/^(?:pays|country|countries|nation|nationalite|etranger|foreign|abroad)$/)

/** The positions of a table, wherever they lie. */
export function positionsAnywhere(columns: readonly Column[]): readonly Positions[] {
  return [...geopointColumns(columns).map(pointColumn), ...coordinateColumns(columns).map(coordinatePair)]
}

function asksFrance(columns: readonly Column[]): boolean {
  return columns.some(({ field }) => checkOf(field, 'coordinates') !== undefined)
}

const geopointColumns = askedOnce((columns: readonly Column[]) =>
  columns.filter(({ field }) => field?.type === 'geopoint'),
)

function pointColumn(column: Column): Positions {
  const { field } = column
  return {
    columns: [column],
    isAsked: asksFrance([column]),
    point: ([text = '']) => (isMissing(column, text) ? undefined : (field?.read(text) as Point | undefined)),
    beyond: () => undefined,
    swapped: ([text = '']) => {
      const turned = text.replace(TWO_NUMBERS, '$3$2$1')
      return field?.read(turned) === undefined || turned === text ? undefined : [turned]
    },
  }
}

/** Two plain numbers and what stands between them, which stays: an object has names there. */
const TWO_NUMBERS = /([+-]?\d[\d.]*)([^\deE+.-]*)([+-]?\d[\d.]*)/

const arePointsOfFrance: Lesson<boolean> = (values, { field }) => {
  const points = values.flatMap(value => {
    const point = field?.read(value) as Point | undefined
    return point ? [point] : []
  })
  if (points.length < READABLE * values.length) return false
  const placed = points.filter(([longitude, latitude]) => longitude !== 0 || latitude !== 0)
  const lying = territoriesAlong(
    'longitude',
    placed.map(([longitude]) => longitude),
    FRENCH,
  )
  const standing = territoriesAlong(
    'latitude',
    placed.map(([, latitude]) => latitude),
    FRENCH,
  )
  return meet(lying, standing)
}

/** Of the values of a column, those that must be coordinates. */
const READABLE = 0.8
/** Of the coordinates, those that must lie in one territory for the column to be taken for French. */
const FRENCH = 2 / 3
/** The same where codes of communes say that they are. */
const SOME = 1 / 3

const LATITUDE = /^(?:lat|latitude|latitudes|ylat)$/
const LONGITUDE = /^(?:lon|lng|long|longitude|longitudes|xlong)$/

/** Whether a label says that its column holds one of both coordinates. */
export function namesCoordinate(column: Named): boolean {
  return wordsOf(column).some(word => LATITUDE.test(word) || LONGITUDE.test(word))
}

/** The columns of a latitude and a longitude, whatever they hold: under the same other words, of which there is one each. */
export const coordinateColumns = askedOnce(
  (columns: readonly Column[]): readonly (readonly [latitude: Column, longitude: Column])[] => {
    const sides = new Map<string, Side[]>()
    for (const side of columns.flatMap(column => sideOf(column) ?? [])) {
      putIn(sides, side.of, side)
    }
    return [...sides.values()].flatMap(([one, other, ...more]) => {
      if (!one || !other || more.length > 0 || one.axis === other.axis) return []
      return [one.axis === 'latitude' ? [one.column, other.column] : [other.column, one.column]]
    })
  },
)

function coordinatePair([latitude, longitude]: readonly [latitude: Column, longitude: Column]): Positions {
  return {
    columns: [latitude, longitude],
    isAsked: asksFrance([latitude, longitude]),
    point: ([lat = '', lon = '']) => {
      const [x, y] = [degreesOf(longitude, lon), degreesOf(latitude, lat)]
      // Beyond the globe they are no degrees.
      return Math.abs(x) <= 180 && Math.abs(y) <= 180 ? [x, y] : undefined
    },
    beyond: texts => texts.find((text, i) => ![latitude, longitude][i]?.field && isBeyondGlobe(text)),
    swapped: ([lat = '', lon = '']) => [lon, lat],
  }
}

interface Side {
  readonly axis: Axis
  /** The other words of the label. */
  readonly of: string
  readonly column: Column
}

function sideOf(column: Column): Side | undefined {
  const { field } = column
  if (field && !['number', 'string', 'any'].includes(field.type)) return undefined
  const words = wordsOf(column)
  const sides = words.filter(word => LATITUDE.test(word) || LONGITUDE.test(word))
  if (sides.length !== 1) return undefined
  const of = words.filter(word => word !== sides[0]).join(' ')
  return { axis: LATITUDE.test(sides[0]!) ? 'latitude' : 'longitude', of, column }
}

type Axis = 'latitude' | 'longitude'

function isPairOfFrance(latitude: Column, longitude: Column): boolean {
  return meet(latitude.learn(territories, 'latitude'), longitude.learn(territories, 'longitude'))
}

/** The same of some of the points only. */
function isPairWithFrance(latitude: Column, longitude: Column): boolean {
  return meet(latitude.learn(territoriesOfSome, 'latitude'), longitude.learn(territoriesOfSome, 'longitude'))
}

function meet(some: readonly Lie[], others: readonly Lie[]): boolean {
  return some.some(one => others.includes(one))
}

const territories = territoriesOf(FRENCH)
const territoriesOfSome = territoriesOf(SOME)

/** The French territories in which such a share of the coordinates of a column lies. */
function territoriesOf(share: number): Lesson<readonly Lie[]> {
  return (values, of) => {
    const found = values.map(value => degreesOf(of, value)).filter(degree => !Number.isNaN(degree))
    if (found.length < READABLE * values.length) return []
    // A zero is what stands for no position, or on the meridian: it tells no territory.
    return territoriesAlong(
      of.about as Axis,
      found.filter(degree => degree !== 0),
      share,
    )
  }
}

function isBeyondGlobe(text: string): boolean {
  return /^\s*[+-]?\d{3,20}(?:[.,]\d+)?\s*$/.test(text) && Math.abs(Number(text.replace(',', '.'))) > 180
}

/** The degrees of a cell; NaN without a value or for what is no number. */
export function degreesOf(column: Pick<Column, 'field'>, text: string): number {
  if (isMissing(column, text)) return Number.NaN
  const value = column.field?.type === 'number' ? column.field.read(text) : undefined
  if (typeof value === 'number') return value
  return /^\s*[+-]?\d{1,3}(?:[.,]\d+)?\s*$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
}
