/** A point on the globe (WGS 84), in degrees. */
export type Point = readonly [longitude: number, latitude: number]

/** A territory of the Republic. */
export type TerritoryName =
  | 'mainland'
  | 'guadeloupe'
  | 'martinique'
  | 'guiana'
  | 'reunion'
  | 'mayotte'
  | 'miquelon'
  | 'antilles'
  | 'caledonia'
  | 'wallis'
  | 'polynesia'

/** Stretches of longitude and latitude, ends included. */
interface Box {
  readonly name: TerritoryName
  readonly longitude: readonly [number, number]
  readonly latitude: readonly [number, number]
}

/** Mainland France with Corsica, Guadeloupe, Martinique, French Guiana, La Réunion, Mayotte, as Validata bounds them. */
const CHECKED: readonly Box[] = [
  { name: 'mainland', longitude: [-5.141277, 9.560091], latitude: [41.333571, 51.088989] },
  { name: 'guadeloupe', longitude: [-61.809839, -61.001959], latitude: [15.832041, 16.514488] },
  { name: 'martinique', longitude: [-61.229033, -60.809655], latitude: [14.388646, 14.878723] },
  { name: 'guiana', longitude: [-54.60239, -51.619041], latitude: [2.111055, 5.748138] },
  { name: 'reunion', longitude: [55.216526, 55.836654], latitude: [-21.389631, -20.8718] },
  { name: 'mayotte', longitude: [45.01833, 45.299985], latitude: [-13.005254, -12.63659] },
]

/** About 25 km. */
const MARGIN = 0.25

/** The same with a margin for what lies off the coast or across a border, and the other territories of the Republic. */
const KNOWN: readonly Box[] = [
  ...CHECKED.map(({ name, longitude, latitude }) => ({
    name,
    longitude: widened(longitude),
    latitude: widened(latitude),
  })),
  // Saint-Pierre-et-Miquelon, Saint-Martin and Saint-Barthélemy, New Caledonia, Wallis and Futuna, French Polynesia.
  { name: 'miquelon', longitude: [-56.6, -56], latitude: [46.6, 47.3] },
  { name: 'antilles', longitude: [-63.3, -62.6], latitude: [17.7, 18.3] },
  { name: 'caledonia', longitude: [158, 172.5], latitude: [-23.5, -17.5] },
  { name: 'wallis', longitude: [-178.4, -175.9], latitude: [-14.6, -13] },
  { name: 'polynesia', longitude: [-155.1, -134], latitude: [-28.2, -7.5] },
]

/** Where a point lies. `checked`: by Validata's bounds, else by ours, which are wider. */
export function whereIs(point: Point, bounds: 'checked' | 'known'): 'inside' | 'swapped' | 'outside' {
  const boxes = bounds === 'checked' ? CHECKED : KNOWN
  const isInside = (one: Point) => boxes.some(box => holds(box, one))
  if (isInside(point)) return 'inside'
  return isInside([point[1], point[0]]) ? 'swapped' : 'outside'
}

/** The territory in whose bounds, with a margin, a point lies: beside France they hold some land of its neighbours. */
export function territoryAt(point: Point): TerritoryName | undefined {
  return KNOWN.find(box => holds(box, point))?.name
}

function holds(box: Box, [longitude, latitude]: Point): boolean {
  return isBetween(longitude, box.longitude) && isBetween(latitude, box.latitude)
}

/** How coordinates of one axis lie in a territory: in order, as those of the other axis, or now one and now the other. */
export type Lie = `${TerritoryName} ${'straight' | 'swapped' | 'mixed'}`

/** Of the degrees, those of each axis that are no mistake of a few rows where both are mixed. */
const MIXED = 0.1

/** The French territories in which so many of these degrees lie along an axis, and how: both axes of a point lie alike. */
export function territoriesAlong(
  axis: 'longitude' | 'latitude',
  degrees: readonly number[],
  share: number,
): readonly Lie[] {
  if (degrees.length === 0) return []
  return KNOWN.flatMap(({ name, latitude, longitude }) => {
    const [own, other] = axis === 'latitude' ? [latitude, longitude] : [longitude, latitude]
    const straight = degrees.filter(degree => isBetween(degree, own)).length / degrees.length
    const swapped = degrees.filter(degree => isBetween(degree, other)).length / degrees.length
    const lies: Lie[] = []
    if (straight >= share) lies.push(`${name} straight`)
    if (swapped >= share) lies.push(`${name} swapped`)
    if (straight >= MIXED && swapped >= MIXED && straight + swapped >= share) lies.push(`${name} mixed`)
    return lies
  })
}

function widened([from, to]: readonly [number, number]): readonly [number, number] {
  return [from - MARGIN, to + MARGIN]
}

function isBetween(value: number, [from, to]: readonly [number, number]): boolean {
  return value >= from && value <= to
}
