import { levelOf, readGeometry } from './geometry'

/** Why a value is no geometry of GeoJSON, and where in it, as a JSON pointer (RFC 7946, section 3.1). */
export type GeometryFault =
  | { readonly kind: 'type'; readonly at: string; readonly told: string }
  /** Not two or three numbers. */
  | { readonly kind: 'position'; readonly at: string }
  /** Too few or too many brackets for its type. */
  | { readonly kind: 'nesting'; readonly at: string; readonly type: string }
  /** A line of one position. */
  | { readonly kind: 'few'; readonly at: string }
  /** A collection without its list of geometries. */
  | { readonly kind: 'no-geometries'; readonly at: string }
  /** No place on the globe. */
  | { readonly kind: 'beyond'; readonly at: string; readonly told: string }

/** Beyond it numbers are metres of a projection, of which others speak. */
const DEGREES_AT_MOST = 1_000

/** The first fault of a geometry; undefined for one without. */
export function geometryFault(text: string): GeometryFault | undefined {
  const read = readGeometry(text)
  if (read?.isSound && !read.positions.some(({ longitude, latitude }) => isBeyond(longitude, latitude)))
    return undefined
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // What is wrong with the text itself is told of the text.
    return undefined
  }
  return faultOf(value, '', 0)
}

/** Collections in collections beyond which nothing is looked at. */
const DEEPEST = 10

function faultOf(value: unknown, at: string, depth: number): GeometryFault | undefined {
  const { type, coordinates, geometries } = (value ?? {}) as Readonly<Record<string, unknown>>
  if (type === 'GeometryCollection') {
    if (!Array.isArray(geometries)) return { kind: 'no-geometries', at: `${at}/geometries` }
    if (depth > DEEPEST) return undefined
    return first(geometries, (one, i) => faultOf(one, `${at}/geometries/${i}`, depth + 1))
  }
  const level = typeof type === 'string' ? levelOf(type) : undefined
  if (level === undefined)
    return { kind: 'type', at: typeof type === 'string' ? `${at}/type` : at, told: String(type ?? '') }
  if (Array.isArray(coordinates) && coordinates.length === 0) return undefined
  return ofCoordinates(coordinates, { at: `${at}/coordinates`, level, type: String(type) })
}

function ofCoordinates(
  value: unknown,
  { at, level, type }: { readonly at: string; readonly level: number; readonly type: string },
): GeometryFault | undefined {
  if (!Array.isArray(value)) return { kind: 'nesting', at, type }
  if (level > 0) {
    const inner = first(value, (one, i) => ofCoordinates(one, { at: `${at}/${i}`, level: level - 1, type }))
    return inner ?? (level === 1 && isLine(type) && value.length === 1 ? { kind: 'few', at } : undefined)
  }
  if (Array.isArray(value[0])) return { kind: 'nesting', at, type }
  const numbers: readonly unknown[] = value
  if (numbers.length < 2 || !numbers.every(one => typeof one === 'number')) return { kind: 'position', at }
  const [longitude = 0, latitude = 0] = value as readonly number[]
  return isBeyond(longitude, latitude) ? { kind: 'beyond', at, told: `${longitude}, ${latitude}` } : undefined
}

/** Rings are judged as such, points need no other. */
function isLine(type: string): boolean {
  return type === 'LineString' || type === 'MultiLineString'
}

function isBeyond(longitude: number, latitude: number): boolean {
  const [x, y] = [Math.abs(longitude), Math.abs(latitude)]
  return (x > 180 || y > 90) && x < DEGREES_AT_MOST && y < DEGREES_AT_MOST
}

function first<One, Found>(
  all: readonly One[],
  find: (one: One, index: number) => Found | undefined,
): Found | undefined {
  for (const [i, one] of all.entries()) {
    const found = find(one, i)
    if (found !== undefined) return found
  }
  return undefined
}
