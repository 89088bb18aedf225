import { labelIdentifier, wordsOf } from '../model/identifier'
import { areOnlyOrganisations, arePersons, nameOccupants } from '../model/person-rows'
import { isPublic, namesPrivatePersons } from '../model/persons'
import { positionsOf } from '../model/positions'
import { mostlyOf } from '../model/lesson'
import { signature } from '../model/signature'
import type { Column } from '../model/table'
import { cellRule } from './rule'

interface Facts {
  readonly what: 'address' | 'position'
  /** The same said less precisely. */
  readonly coarse: string
}

/** Decimals of a degree with which a position is that of a house, and those that leave a district. */
const EXACT = 4
const KEPT = 2

/** Where a person lives, to the house. */
export const homeAddress = cellRule<Facts>({
  id: 'home-address',
  severity: 'warning',
  preset: 'complet',
  concepts: ['re-identification-risk', 'personal-data'],
  concerns: signature.digit,

  check(column) {
    const what = isOfHomes(column) ? whatIn(column) : undefined
    if (what === 'address') return text => (HOUSE.test(text) ? { what, coarse: withoutHouse(text) } : undefined)
    if (what === 'position') return text => (DEGREES.test(text) ? { what, coarse: rounded(text) } : undefined)
    return undefined
  },

  personal: column => isOfHomes(column) && whatIn(column) === 'address' && column.learn(areHouses),

  message: {
    fr: ({ what }) =>
      what === 'address'
        ? 'Une adresse au numéro près se trouve ici, dans un fichier de personnes : avec l’âge ou le sexe elle désigne quelqu’un ; gardez la rue, le quartier ou la commune.'
        : 'Une position au mètre près se trouve ici, dans un fichier de personnes : elle mène à un logement ; gardez deux décimales, ou le quartier.',
    en: ({ what }) =>
      what === 'address'
        ? 'An address down to the house stands here, in a file of persons: with an age or a sex it singles somebody out; keep the street, the district or the commune.'
        : 'A position to the metre stands here, in a file of persons: it leads to a home; keep two decimals, or the district.',
  },

  fix: (_text, { coarse }) => [coarse, ''],
  choices: [
    {
      fr: () => 'n’y garder que la rue ou la commune, ou deux décimales d’une position',
      en: () => 'keep the street or the commune alone, or two decimals of a position',
    },
    { fr: () => 'les vider', en: () => 'empty them' },
  ],
})

function isOfHomes(column: Column): boolean {
  if (isPublic(column) || areOnlyOrganisations(column.beside)) return false
  return arePersons(column.beside) || namesPrivatePersons(column) || nameOccupants(column.beside)
}

function whatIn(column: Column): Facts['what'] | undefined {
  if (wordsOf(column).some(word => ADDRESS.test(word)) && labelIdentifier(column.label) === undefined) return 'address'
  const isHalf = positionsOf(column.beside).some(({ columns }) => columns.length === 2 && columns.includes(column))
  return isHalf ? 'position' : undefined
}

const ADDRESS = /^(?:adresses?|adr|voie|rue|domicile|residence|habitation|address|street)$/
const HOUSE =
  /^\s*\d{1,4}\s?(?:bis|ter|quater|[A-D])?,?\s+(?:rue|r\.|avenue|av\.?|bd|boulevard|place|pl\.?|chemin|ch\.|allées?|all\.|impasse|imp\.|route|rte|quai|cours|square|sentier|passage|venelle|lotissement|résidence|hameau|lieu-?dit|villa|cité|mail|street|road)(?=\s)/iu
const DEGREES = new RegExp(`^\\s*[+-]?\\d{1,3}[.,]\\d{${EXACT},}\\s*$`)

const areHouses = mostlyOf(0.5, value => HOUSE.test(value))

/** The postal code and the town where they stand in it, else the street. */
function withoutHouse(text: string): string {
  const town = /(?<!\d)\d{5}\s+\p{L}.*$/u.exec(text)?.[0]
  return (town ?? text.replace(/^\s*\d{1,4}\s?(?:bis|ter|quater|[A-D])?,?\s+/i, '')).trim()
}

function rounded(text: string): string {
  const fixed = Number(text.replace(',', '.')).toFixed(KEPT)
  return text.includes(',') ? fixed.replace('.', ',') : fixed
}
