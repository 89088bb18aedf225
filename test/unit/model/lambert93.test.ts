import { ok } from 'node:assert/strict'
import { degreesOf, isLambert93 } from '../../../server/engine/model/lambert93'

describe('lambert 93', () => {
  // The origin of the projection is exact by its definition; the others are read off a map, as near as it shows.
  const places = [
    ['the origin', 700_000, 6_600_000, 3, 46.5, 1e-8],
    ['the Eiffel tower', 648_237, 6_862_272, 2.2945, 48.8583, 5e-4],
    ['the town hall of Rennes', 351_860, 6_789_300, -1.68, 48.111, 2e-3],
  ] as const
  for (const [name, easting, northing, longitude, latitude, within] of places)
    it(`gives the degrees of ${name}`, () => {
      ok(isLambert93(easting, northing))
      const [x, y] = degreesOf(easting, northing)
      ok(Math.abs(x - longitude) < within && Math.abs(y - latitude) < within, `${x} ${y}`)
    })

  it('is no latitude, and not the other way round', () => {
    ok(!isLambert93(48.11, -1.68))
    ok(!isLambert93(6_600_000, 700_000))
  })
})
