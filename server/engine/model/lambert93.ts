import type { Point } from './territory'

/** Easting and northing in metres that lie in mainland France, Corsica included, in Lambert-93 (EPSG:2154). */
const EASTINGS = [-357_823, 1_313_633] as const
const NORTHINGS = [6_037_008, 7_230_728] as const

/** Whether two numbers are a position in Lambert-93. */
export function isLambert93(easting: number, northing: number): boolean {
  return isIn(easting, EASTINGS) && isIn(northing, NORTHINGS)
}

/** Whether a number can only be a northing of Lambert-93: no longitude, latitude or easting is as great. */
export function isNorthing(value: number): boolean {
  return isIn(value, NORTHINGS)
}

/** The constants of the projection: IGN, “Projection cartographique conique conforme de Lambert”, NTG 71 and 76. */
const EXPONENT = 0.725607765
const CONSTANT = 11_754_255.426
const POLE = [700_000, 12_655_612.05] as const
const MERIDIAN = 3
const ECCENTRICITY = 0.08181919112
const DEGREES = 180 / Math.PI

/** The degrees (WGS 84) of a position in Lambert-93, within a metre. */
export function degreesOf(easting: number, northing: number): Point {
  const [x, y] = [easting - POLE[0], POLE[1] - northing]
  const isometric = Math.log(Math.hypot(x, y) / CONSTANT) / -EXPONENT
  let latitude = 2 * Math.atan(Math.exp(isometric)) - Math.PI / 2
  // It converges by three digits a round.
  for (let round = 0; round < 6; round++) {
    const sine = ECCENTRICITY * Math.sin(latitude)
    const swelling = ((1 + sine) / (1 - sine)) ** (ECCENTRICITY / 2)
    latitude = 2 * Math.atan(swelling * Math.exp(isometric)) - Math.PI / 2
  }
  return [MERIDIAN + (Math.atan(x / y) / EXPONENT) * DEGREES, latitude * DEGREES]
}

function isIn(value: number, [from, to]: readonly [number, number]): boolean {
  return value >= from && value <= to
}
