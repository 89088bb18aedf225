import type { Dataset } from './dataset'
import { boxOf } from './model/box'
import { dataRows } from './model/data-rows'
import type { Territory } from './model/described-file'
import { isGeometry } from './model/geometry-column'
import { placeColumn } from './model/place-column'
import { positionsOf } from './model/positions'
import type { Column } from './model/table'
import type { Point } from './model/territory'
import { Withheld } from './withheld'

/** Rows beyond which no more are read. */
const MOST = 200_000
/** Characters of a geometry that are read: its first position stands among them. */
const HEAD = 400
const COMMUNE = /^(?:\d{5}|2[AB]\d{3})$/
const POSITION = /\[\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)/

/** Where the rows of a table lie; undefined where no column tells it, or what it tells is personal data. */
export function territoryOf(dataset: Dataset): Territory | undefined {
  const { table, described } = dataset
  const withheld = new Withheld(dataset)
  const columns = described.columns.filter(({ index }) => !withheld.isInColumn(index))
  const commune = columns.find(column => placeColumn(column)?.kind === 'commune-code')
  const point = pointReader(columns)
  if (!commune && !point) return undefined
  const communes = new Map<string, number>()
  const points: Point[] = []
  for (const row of dataRows(table, MOST)) {
    const code = commune && row.text(commune.index)?.trim()
    if (code && COMMUNE.test(code)) communes.set(code, (communes.get(code) ?? 0) + 1)
    const found = point?.(column => row.text(column.index) ?? '')
    if (found) points.push(found)
  }
  return { communes, points: points.length > 0 ? { box: boxOf(points), median: medianOf(points) } : undefined }
}

/** Reads the point of a row, from the texts of its columns. */
function pointReader(
  columns: readonly Column[],
): ((text: (column: Column) => string) => Point | undefined) | undefined {
  const [positions] = positionsOf(columns)
  if (positions) return text => positions.point(positions.columns.map(text))
  const geometry = columns.find(isGeometry)
  if (!geometry) return undefined
  return text => {
    const [, longitude, latitude] = POSITION.exec(text(geometry).slice(0, HEAD)) ?? []
    return longitude === undefined ? undefined : [Number(longitude), Number(latitude)]
  }
}

/** The middle of the longitudes and that of the latitudes. */
function medianOf(points: readonly Point[]): Point {
  return [middle(points.map(([longitude]) => longitude)), middle(points.map(([, latitude]) => latitude))]
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
}
