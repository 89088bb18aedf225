import type { Point } from './territory'

/** The sides of a stretch of the globe, in degrees (WGS 84), as GeoJSON orders them (RFC 7946, section 5). */
export type Box = readonly [west: number, south: number, east: number, north: number]

/** The smallest one that holds some points, one at least. */
export function boxOf(points: readonly Point[]): Box {
  let [west, south] = points[0]!
  let [east, north] = points[0]!
  for (const [longitude, latitude] of points) {
    west = Math.min(west, longitude)
    east = Math.max(east, longitude)
    south = Math.min(south, latitude)
    north = Math.max(north, latitude)
  }
  return [west, south, east, north]
}
