/**
 * The keys by which an object is told that is a shape rather than a record: a geometry of GeoJSON or what holds some
 * (RFC 7946), a point as Table Schema has it.
 */
const TELLING: ReadonlyMap<string, number> = new Map([
  ['type', 1],
  ['coordinates', 2],
  ['geometry', 2],
  ['geometries', 2],
  ['features', 2],
  ['lon', 4],
  ['lat', 8],
])

/** The bit that a key adds to what its object is known by. */
export function shapeBit(key: string): number {
  return TELLING.get(key) ?? 0
}

/** Whether an object of so many keys, known by the bits of them all, is a shape. */
export function isShape(bits: number, keys: number): boolean {
  return (bits & 3) === 3 || (bits === 12 && keys === 2)
}
