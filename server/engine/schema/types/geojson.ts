import { levelOf } from '../../model/geometry'
import { isObject, jsonValue } from '../json-value'
import type { Reading, Spelling } from './reading'

/** Geometry collections inside each other that are gone into. */
const MAX_NESTING = 32

/** GeoJSON objects (RFC 7946), or TopoJSON ones when the format says so. */
export function geojson({ format }: Spelling): Reading | undefined {
  if (format !== 'default' && format !== 'topojson') return
  const isValid = format === 'default' ? isGeojson : isTopojson
  return {
    read: text => {
      const value = jsonValue(text)
      return isObject(value) && isValid(value) ? value : undefined
    },
  }
}

function isGeojson(value: Record<string, unknown>): boolean {
  if (value['type'] === 'FeatureCollection')
    return Array.isArray(value['features']) && value['features'].every(isFeature)
  return isFeature(value) || isGeometry(value)
}

function isFeature(value: unknown): boolean {
  if (!isObject(value) || value['type'] !== 'Feature') return false
  const { properties, geometry } = value
  return (properties === null || isObject(properties)) && (geometry === null || isGeometry(geometry))
}

function isGeometry(value: unknown, nesting = 0): boolean {
  if (!isObject(value) || nesting > MAX_NESTING) return false
  const { type, coordinates, geometries } = value
  if (type === 'GeometryCollection')
    return Array.isArray(geometries) && geometries.every(geometry => isGeometry(geometry, nesting + 1))
  const level = typeof type === 'string' ? levelOf(type) : undefined
  if (level === undefined) return false
  return isNested(coordinates, level, isPosition) && isLongEnough(type as string, coordinates as unknown[])
}

/** A line has two positions or more, a ring of a polygon four or more and ends where it began. */
function isLongEnough(type: string, coordinates: unknown[]): boolean {
  if (type === 'LineString') return coordinates.length >= 2
  if (type === 'MultiLineString') return coordinates.every(line => (line as unknown[]).length >= 2)
  if (type === 'Polygon') return coordinates.every(isRing)
  if (type === 'MultiPolygon') return coordinates.every(polygon => (polygon as unknown[]).every(isRing))
  return true
}

function isRing(ring: unknown): boolean {
  const positions = ring as number[][]
  return positions.length >= 4 && String(positions[0]) === String(positions.at(-1))
}

function isPosition(value: unknown): boolean {
  return Array.isArray(value) && value.length >= 2 && value.every(part => typeof part === 'number')
}

function isNested(value: unknown, depth: number, isLeaf: (value: unknown) => boolean): boolean {
  if (depth === 0) return isLeaf(value)
  return Array.isArray(value) && value.every(part => isNested(part, depth - 1, isLeaf))
}

// TopoJSON, section 2: lines and areas are given by indexes of arcs.
const ARC_DEPTHS: Readonly<Record<string, number>> = { LineString: 1, MultiLineString: 2, Polygon: 2, MultiPolygon: 3 }

function isTopojson(value: Record<string, unknown>): boolean {
  const { type, objects, arcs } = value
  if (type !== 'Topology') return isTopology(value)
  return isObject(objects) && Object.values(objects).every(part => isTopology(part)) && isNested(arcs, 2, isPosition)
}

function isTopology(value: unknown, nesting = 0): boolean {
  if (!isObject(value) || nesting > MAX_NESTING) return false
  const { type, arcs, geometries, coordinates } = value
  if (type === null) return true
  if (type === 'GeometryCollection')
    return Array.isArray(geometries) && geometries.every(geometry => isTopology(geometry, nesting + 1))
  if (type === 'Point') return isPosition(coordinates)
  if (type === 'MultiPoint') return isNested(coordinates, 1, isPosition)
  return (
    typeof type === 'string' && Object.hasOwn(ARC_DEPTHS, type) && isNested(arcs, ARC_DEPTHS[type]!, Number.isInteger)
  )
}
