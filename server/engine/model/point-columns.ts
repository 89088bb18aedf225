import { isGeometry } from './geometry-column'
import { readGeometry } from './geometry'
import { wordsOf } from './identifier'
import { coordinateColumns, degreesOf } from './positions'
import { isMissing } from './row-check'
import type { Column } from './table'
import { type Point, whereIs } from './territory'

/** Columns that hold points of the globe, wherever these lie. */
export interface PointColumns {
  /** The column of the latitude first, where there are two. */
  readonly columns: readonly Column[]
  /** The point that cells hold; undefined without a value, or for what is none. */
  readonly point: (texts: readonly string[]) => Point | undefined
}

/** The columns of points: a latitude with its longitude, geopoints, points of GeoJSON, and two numbers under a label that says so. */
export function pointColumns(columns: readonly Column[]): readonly PointColumns[] {
  const pairs = coordinateColumns(columns).map(([latitude, longitude]) => ({
    columns: [latitude, longitude],
    point: ([lat = '', lon = '']: readonly string[]) =>
      onGlobe([degreesOf(longitude, lon), degreesOf(latitude, lat)] as const),
  }))
  return [...pairs, ...columns.flatMap(column => single(column) ?? [])]
}

const PLACE =
  /^(?:coord|coords|coordonnees?|coordinates?|geo|geopoint|gps|point|position|localisation|location|latlon|latlng|lonlat)$/

function single(column: Column): PointColumns | undefined {
  const { field, label } = column
  const read = (point: (text: string) => Point | undefined): PointColumns => ({
    columns: [column],
    point: ([text = '']) => (isMissing(column, text) ? undefined : point(text)),
  })
  if (isGeometry(column)) return read(geometryPoint)
  if (field?.type === 'geopoint') return read(text => field.read(text) as Point | undefined)
  if (field && field.type !== 'string' && field.type !== 'any') return undefined
  return wordsOf({ field, label }).some(word => PLACE.test(word)) ? read(twoNumbers) : undefined
}

/** A geometry of several positions is no point. */
function geometryPoint(text: string): Point | undefined {
  const { positions = [] } = readGeometry(text) ?? {}
  const [first] = positions
  return first && positions.length === 1 ? onGlobe([first.longitude, first.latitude]) : undefined
}

const TWO_NUMBERS = /^[[(\s]*([+-]?\d{1,3}(?:\.\d+)?)\s*[,;\s]\s*([+-]?\d{1,3}(?:\.\d+)?)[\])\s]*$/

/** Both orders are in use: the latitude stands first unless that leaves France and the other does not. */
function twoNumbers(text: string): Point | undefined {
  const found = TWO_NUMBERS.exec(text)
  if (!found) return undefined
  const [first, second] = [Number(found[1]), Number(found[2])]
  return onGlobe(whereIs([second, first], 'known') === 'swapped' ? [first, second] : [second, first])
}

function onGlobe([longitude, latitude]: Point): Point | undefined {
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 ? [longitude, latitude] : undefined
}
