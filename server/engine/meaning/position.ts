import { localNumber } from '../model/local-number'
import type { Language } from '../model/language'
import { pointColumns } from '../model/point-columns'
import { type TerritoryName, territoryAt } from '../model/territory'
import type { Meaning } from './meaning'

/** A point of the globe, which a row may tell in two cells: which way it lies, in which territory, and how exactly it is told. */
export const positionMeaning: Meaning = (value, column, { language, beside }) => {
  const told = pointColumns(column.beside).find(({ columns }) => columns.some(({ index }) => index === column.index))
  const point = told?.point(told.columns.map(beside))
  if (!told || !point) return undefined
  const [longitude, latitude] = point
  const say = words[language]
  const territory = territoryAt(point)
  const degrees = (number: number) => localNumber(Math.abs(number), language, { maximumFractionDigits: 12 })
  return [
    say.point(degrees(latitude), latitude < 0, degrees(longitude), longitude < 0),
    territory ? say.within(say.territories[territory]) : say.elsewhere,
    exactness(told.columns.length > 1 ? [value] : (value.match(NUMBERS) ?? []), language),
  ]
}

/** Metres that one degree is worth at most (WGS 84): of longitude at the equator, of latitude at the poles. */
const DEGREE = 111_700
/** Metres below which a map shows no difference. */
const FINE = 1

/** The numbers of a point in one cell, where a comma parts them. */
const NUMBERS = /\d+(?:\.\d+)?/g

/** What the last digit of a coordinate is worth on the ground; of two numbers, that of the less exact one. */
function exactness(numbers: readonly string[], language: Language): string {
  const decimals = numbers.map(number => /[.,](\d+)\D*$/.exec(number)?.[1]?.length ?? 0)
  const metres = DEGREE / 10 ** Math.min(...decimals)
  const say = words[language]
  const digit = numbers.length > 1 ? say.digitOfTwo : say.digit
  if (metres < FINE) return say.fine(digit)
  const [length, unit] = metres < 1_000 ? [metres, 'm'] : [metres / 1_000, 'km']
  return say.exact(digit, `${localNumber(Number(length.toPrecision(2)), language)}\u00A0${unit}`)
}

interface Words {
  readonly point: (latitude: string, isSouth: boolean, longitude: string, isWest: boolean) => string
  readonly within: (territory: string) => string
  readonly elsewhere: string
  readonly digit: string
  readonly digitOfTwo: string
  readonly exact: (digit: string, length: string) => string
  readonly fine: (digit: string) => string
  readonly territories: Readonly<Record<TerritoryName, string>>
}

const words: Readonly<Record<Language, Words>> = {
  fr: {
    point: (latitude, isSouth, longitude, isWest) =>
      `Point à ${latitude}° de latitude ${isSouth ? 'sud' : 'nord'} et ${longitude}° de longitude ${isWest ? 'ouest' : 'est'}`,
    within: territory => `Dans le rectangle qui contient ${territory}`,
    elsewhere: 'Loin de la France métropolitaine et d’outre-mer',
    digit: 'Son dernier chiffre',
    digitOfTwo: 'Le dernier chiffre du moins précis de ses deux nombres',
    exact: (digit, length) => `${digit} vaut au plus ${length} sur le terrain`,
    fine: digit => `${digit} vaut moins d’un mètre sur le terrain`,
    territories: {
      mainland: 'la France métropolitaine',
      guadeloupe: 'la Guadeloupe',
      martinique: 'la Martinique',
      guiana: 'la Guyane',
      reunion: 'La Réunion',
      mayotte: 'Mayotte',
      miquelon: 'Saint-Pierre-et-Miquelon',
      antilles: 'Saint-Martin et Saint-Barthélemy',
      caledonia: 'la Nouvelle-Calédonie',
      wallis: 'Wallis-et-Futuna',
      polynesia: 'la Polynésie française',
    },
  },
  en: {
    point: (latitude, isSouth, longitude, isWest) =>
      `Point at latitude ${latitude}° ${isSouth ? 'south' : 'north'}, longitude ${longitude}° ${isWest ? 'west' : 'east'}`,
    within: territory => `Within the rectangle that holds ${territory}`,
    elsewhere: 'Far from mainland France and its overseas territories',
    digit: 'Its last digit',
    digitOfTwo: 'The last digit of the less exact of its two numbers',
    exact: (digit, length) => `${digit} is worth ${length} at most on the ground`,
    fine: digit => `${digit} is worth less than a metre on the ground`,
    territories: {
      mainland: 'mainland France',
      guadeloupe: 'Guadeloupe',
      martinique: 'Martinique',
      guiana: 'French Guiana',
      reunion: 'La Réunion',
      mayotte: 'Mayotte',
      miquelon: 'Saint-Pierre-et-Miquelon',
      antilles: 'Saint-Martin and Saint-Barthélemy',
      caledonia: 'New Caledonia',
      wallis: 'Wallis and Futuna',
      polynesia: 'French Polynesia',
    },
  },
}
