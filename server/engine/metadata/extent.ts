import type { Statement } from '../model/description'
import type { Node } from '../model/tree'
import { spoken } from './reading'

/** The box of a geometry, as the statement `west south east north`; undefined where it has none, or tells no degrees. */
export function extentOf(node: Node | undefined, geometry: unknown): Statement | undefined {
  const corners = cornersOf(geometry)
  if (!node || corners.length < 2) return undefined
  const longitudes = corners.map(([longitude]) => longitude)
  const latitudes = corners.map(([, latitude]) => latitude)
  const [west, south] = [least(longitudes), least(latitudes)]
  const [east, north] = [-least(longitudes.map(side => -side)), -least(latitudes.map(side => -side))]
  const isDegrees = west >= -180 && east <= 180 && south >= -90 && north <= 90
  return isDegrees && west < east && south < north ? { node, text: `${west} ${south} ${east} ${north}` } : undefined
}

/** The box of what a text says in WKT or GeoJSON. */
export function extentIn(node: Node | undefined, text = spoken(node)?.text): Statement | undefined {
  if (text === undefined || text.length > LONGEST) return undefined
  if (text.startsWith('{')) return extentOf(node, parsed(text))
  // Of a named system of coordinates the order of the axes is not known for sure; without a name it is CRS 84 (GeoSPARQL, 8.5).
  const [, inside] =
    /^(?:<[^>]*CRS\/1\.3\/CRS84\/?>|<[^>]*\/CRS84>)?\s*(?:MULTI)?POLYGON\s*([\s\d.,()+\-e]+)$/i.exec(text) ?? []
  const positions = inside?.match(/[-+\d.e]+\s+[-+\d.e]+/gi)?.map(position => position.split(/\s+/).map(Number))
  return positions && extentOf(node, positions)
}

/** The box of a shape of schema.org, which tells latitudes first (https://schema.org/GeoShape). */
export function extentOfShape(node: Node | undefined): Statement | undefined {
  const numbers =
    spoken(node)
      ?.text.split(/[\s,]+/)
      .map(Number) ?? []
  const positions = numbers.flatMap((latitude, i) => (i % 2 === 0 ? [[numbers[i + 1], latitude]] : []))
  return extentOf(node, positions)
}

/** Characters of a geometry beyond which it is not read. */
const LONGEST = 1_000_000

type Corner = readonly [longitude: number, latitude: number]

/** All positions of a geometry of GeoJSON, or of lists of positions. */
function cornersOf(value: unknown): readonly Corner[] {
  const found: Corner[] = []
  const left: unknown[] = [value]
  while (left.length > 0) {
    const next = left.pop()
    if (!Array.isArray(next)) {
      const { coordinates, geometries, geometry } = (next ?? {}) as Readonly<Record<string, unknown>>
      left.push(...[coordinates, geometries, geometry].filter(Array.isArray))
    } else if (typeof next[0] === 'number') {
      if (typeof next[1] === 'number' && !Number.isNaN(next[0] + next[1])) found.push([next[0], next[1]])
    } else for (const inner of next) left.push(inner)
  }
  return found
}

function least(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => Math.min(one, other), Infinity)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
