import type { Dataset } from '../dataset'
import { type PointColumns, pointColumns } from '../model/point-columns'
import type { Point } from '../model/territory'
import { Ends } from '../profile/ends'
import { fencesOf } from '../profile/spread'
import { Withheld } from '../withheld'

/** Where the points of a table lie. */
export interface PointCloud {
  /** The column of the latitude first, where there are two. */
  readonly columns: readonly number[]
  readonly count: number
  /** All of them, or one in so many; those that lie far off left out. */
  readonly points: readonly Point[]
  /** Those that lie far from the others, at most five along each axis and side; rows count from 0. */
  readonly far: readonly { readonly point: Point; readonly row: number }[]
}

/** Points that are drawn, at most. */
const MOST = 1_500
/** Points below which none is far from the others. */
const FEW = 8
/** Quartile distances beyond which a point is far: “far out” in Tukey’s words (Exploratory Data Analysis, 1977). */
const REACH = 3
/** Steps after which others may have their turn. */
const STEP = 500

/** The clouds of the points whose first column is among these. Columns of which less than half of the cells are points make none. */
export function* pointClouds(dataset: Dataset, columns: readonly number[]): Generator<void, readonly PointCloud[]> {
  if (!dataset.readable) return []
  const withheld = new Withheld(dataset)
  const clouds: PointCloud[] = []
  for (const held of pointColumns(dataset.described.columns)) {
    const isWanted = columns.includes(held.columns[0]!.index)
    if (!isWanted || held.columns.some(({ index }) => withheld.isInColumn(index))) continue
    const cloud = yield* cloudOf(dataset, held)
    if (cloud) clouds.push(cloud)
  }
  return clouds
}

function* cloudOf({ table }: Dataset, { columns, point }: PointColumns): Generator<void, PointCloud | undefined> {
  const sample = new Sample()
  const [alongWest, alongSouth] = [new Ends(), new Ends()]
  const pointIn = (row: number) => point(columns.map(({ index }) => table.text(row, index) ?? ''))
  let [count, filled] = [0, 0]
  for (let row = table.firstDataRow; row < table.rowCount; row++) {
    if (row % STEP === 0) yield
    if (!table.isData(row) || (table.text(row, columns[0]!.index) ?? '').trim() === '') continue
    filled++
    const found = pointIn(row)
    if (!found) continue
    count++
    sample.add(found)
    alongWest.add(found[0], row)
    alongSouth.add(found[1], row)
  }
  if (count === 0 || 2 * count < filled) return undefined
  const [west, east] = boundsOf(sample.points.map(([longitude]) => longitude))
  const [south, north] = boundsOf(sample.points.map(([, latitude]) => latitude))
  const rows = new Set([...alongWest.beyond(west, east), ...alongSouth.beyond(south, north)].map(({ mark }) => mark))
  return {
    columns: columns.map(({ index }) => index),
    count,
    points: sample.points.filter(([x, y]) => x >= west && x <= east && y >= south && y <= north),
    far: [...rows].flatMap(row => {
      const found = pointIn(row)
      return found ? [{ point: found, row }] : []
    }),
  }
}

/** Between which degrees a point is not far from the others: anywhere, when they are few or most lie in one place. */
function boundsOf(degrees: readonly number[]): readonly [number, number] {
  const sorted = degrees.toSorted((a, b) => a - b)
  const [lower, upper] = [0.25, 0.75].map(share => sorted[Math.floor(share * (sorted.length - 1))]!) as [number, number]
  if (degrees.length < FEW || lower === upper) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  return fencesOf(lower, upper, REACH)
}

/** Points from all over the table: every one, then every second, every fourth… as they become many. */
class Sample {
  points: Point[] = []
  #step = 1
  #met = 0

  add(point: Point): void {
    if (this.#met++ % this.#step !== 0) return
    this.points.push(point)
    if (this.points.length <= MOST) return
    this.points = this.points.filter((_, i) => i % 2 === 0)
    this.#step *= 2
  }
}
