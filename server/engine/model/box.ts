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

/** The box that four numbers tell, or six with the heights between them; undefined for what is none. */
export function toldBox(value: unknown): Box | undefined {
  const sides: readonly unknown[] = Array.isArray(value) ? value : []
  const half = sides.length / 2
  if ((half !== 2 && half !== 3) || !sides.every(side => typeof side === 'number')) return undefined
  const [west, south, east, north] = [sides[0]!, sides[1]!, sides[half]!, sides[half + 1]!]
  return south <= north ? [west, south, east, north] : undefined
}

/** Whether a point lies in a box. East of the antimeridian a box ends west of where it begins. */
export function isInBox([west, south, east, north]: Box, [longitude, latitude]: Point): boolean {
  if (latitude < south || latitude > north) return false
  return west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east
}

/**
 * A box wider on each side by one unit of the last decimal with which that side is written.
 * `told`: the list of its numbers as it is written.
 */
export function asRounded([west, south, east, north]: Box, told: string): Box {
  const units = Array.from(
    told.matchAll(NUMBER),
    ([, decimals = '', power = '0']) => 10 ** (Number(power) - decimals.length),
  )
  const half = units.length / 2
  const [left, bottom, right, top] = [
    west - units[0]!,
    south - units[1]!,
    east + units[half]!,
    north + units[half + 1]!,
  ]
  // Round the globe, the two sides may meet.
  return west > east && left <= right ? [-180, bottom, 180, top] : [left, bottom, right, top]
}

const NUMBER = /-?\d+(?:\.(\d+))?(?:e([+-]?\d+))?/gi
