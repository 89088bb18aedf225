import { numberIn } from '../figure-words'
import { type Box, boxOf } from '../model/box'
import { inPercent } from '../model/counted'
import type { MapPicture } from '../model/card'
import type { Language } from '../model/language'
import { localNumber } from '../model/local-number'
import type { Point } from '../model/territory'
import type { PointCloud } from './point-cloud'

/** Metres of a degree of latitude. */
const DEGREE = 111_195
/** Height of the frame as a share of its width. */
const HEIGHT = 2 / 3
/** Room round the points, as a share of their extent, and the narrowest frame, in metres. */
const MARGIN = 0.1
const NARROWEST = 200

/** A picture of where points lie; distances are true along both axes at the middle latitude (equirectangular projection). */
export function mapPicture({ points, far, count }: PointCloud, language: Language): MapPicture {
  const say = words[language]
  const box = boxOf(points.length > 0 ? points : far.map(({ point }) => point))
  const [west, south, east, north] = box
  const frame = frameOf(box)
  const scale = roundBelow(frame.width / 3)
  const told = [
    say.points(count, {
      high: lengthIn((north - south) * DEGREE, language),
      wide: lengthIn((east - west) * frame.degree, language),
      middle: placeIn([(west + east) / 2, (south + north) / 2], language),
    }),
    ...peakOf(points, box, say),
    ...(far.length > 0 ? [say.far(far.length)] : []),
    ...(points.length + far.length < count ? [say.some(numberIn(points.length, language))] : []),
  ]
  return {
    kind: 'map',
    points: points.map(frame.place),
    far: far.map(({ point }) => frame.place(point)).map(([x, y]) => [within(x), within(y)]),
    scale: { share: scale / frame.width, told: lengthIn(scale, language) },
    told: told.join(' '),
  }
}

/** A point as people write it. */
export function placeIn([longitude, latitude]: Point, language: Language): string {
  const degrees = (degree: number) => localNumber(Math.abs(degree), language, { maximumFractionDigits: 3 })
  const { north, south, east, west, and } = words[language]
  return `${degrees(latitude)}°\u00A0${latitude < 0 ? south : north}${and}${degrees(longitude)}°\u00A0${longitude < 0 ? west : east}`
}

/** The frame round a box: its width in metres, those of a degree of longitude, and where a point lies in it. */
function frameOf([west, south, east, north]: Box) {
  const [x, y] = [(west + east) / 2, (south + north) / 2]
  const degree = Math.max(1, DEGREE * Math.cos((y * Math.PI) / 180))
  const needed = Math.max((east - west) * degree, ((north - south) * DEGREE) / HEIGHT, NARROWEST)
  const width = needed * (1 + 2 * MARGIN)
  const place = ([longitude, latitude]: Point): readonly [number, number] => [
    rounded(0.5 + ((longitude - x) * degree) / width),
    rounded(0.5 - ((latitude - y) * DEGREE) / (width * HEIGHT)),
  ]
  return { width, degree, place }
}

function rounded(share: number): number {
  return Math.round(share * 1_000) / 1_000
}

function within(share: number): number {
  return Math.max(0, Math.min(1, share))
}

/** The greatest of 1, 2 and 5 times a power of ten that is no more than this. */
function roundBelow(length: number): number {
  const power = 10 ** Math.floor(Math.log10(length))
  return power * (length >= 5 * power ? 5 : length >= 2 * power ? 2 : 1)
}

function lengthIn(metres: number, language: Language): string {
  if (metres < 1) return words[language].nothing
  if (metres < 1_000) return `${numberIn(Math.round(metres), language)}\u00A0m`
  const kilometres = metres / 1_000
  return `${numberIn(kilometres < 10 ? Math.round(kilometres * 10) / 10 : Math.round(kilometres), language)}\u00A0km`
}

/** Points below which no ninth of the box is said to hold the most. */
const MANY = 9

/** Which ninth of the box holds the most points. */
function peakOf(points: readonly Point[], [west, south, east, north]: Box, say: Words): readonly string[] {
  if (points.length < MANY || west === east || south === north) return []
  const ninths = Array.from({ length: 9 }, () => 0)
  for (const [x, y] of points)
    ninths[3 * third((north - y) / (north - south)) + third((x - west) / (east - west))]! += 1
  const most = Math.max(...ninths)
  return [say.peak(say.ninths[ninths.indexOf(most)]!, most / points.length)]
}

function third(share: number): number {
  return Math.min(2, Math.floor(3 * share))
}

interface Words {
  readonly north: string
  readonly south: string
  readonly east: string
  readonly west: string
  readonly and: string
  readonly nothing: string
  readonly points: (
    count: number,
    box: { readonly high: string; readonly wide: string; readonly middle: string },
  ) => string
  readonly ninths: readonly string[]
  readonly peak: (ninth: string, share: number) => string
  readonly far: (count: number) => string
  readonly some: (shown: string) => string
}

const words: Readonly<Record<Language, Words>> = {
  fr: {
    north: 'N',
    south: 'S',
    east: 'E',
    west: 'O',
    and: ' et ',
    nothing: '0 m',
    points: (count, { high, wide, middle }) =>
      count === 1
        ? `Un point, à ${middle}.`
        : `${numberIn(count, 'fr')} points, sur ${high} du nord au sud et ${wide} d’ouest en est, autour de ${middle}.`,
    ninths: [
      'au nord-ouest',
      'au nord',
      'au nord-est',
      'à l’ouest',
      'au centre',
      'à l’est',
      'au sud-ouest',
      'au sud',
      'au sud-est',
    ],
    peak: (ninth, share) => `Le plus grand nombre se trouve ${ninth} (${inPercent(share, 'fr')}).`,
    far: count =>
      count === 1
        ? 'Un point est loin des autres : un losange le montre au bord du cadre.'
        : `${count} points sont loin des autres : des losanges les montrent au bord du cadre.`,
    some: shown => `Le dessin en montre ${shown}, pris à intervalles réguliers, et la part se compte parmi eux.`,
  },
  en: {
    north: 'N',
    south: 'S',
    east: 'E',
    west: 'W',
    and: ' and ',
    nothing: '0 m',
    points: (count, { high, wide, middle }) =>
      count === 1
        ? `One point, at ${middle}.`
        : `${numberIn(count, 'en')} points, over ${high} from north to south and ${wide} from west to east, around ${middle}.`,
    ninths: [
      'in the north-west',
      'in the north',
      'in the north-east',
      'in the west',
      'in the middle',
      'in the east',
      'in the south-west',
      'in the south',
      'in the south-east',
    ],
    peak: (ninth, share) => `The most are ${ninth} (${inPercent(share, 'en')}).`,
    far: count =>
      count === 1
        ? 'One point is far from the others: a diamond shows it at the edge of the frame.'
        : `${count} points are far from the others: diamonds show them at the edge of the frame.`,
    some: shown =>
      `The picture shows ${shown} of them, taken at regular intervals, and the share is counted among these.`,
  },
}
