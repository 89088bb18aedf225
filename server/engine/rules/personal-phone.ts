import { either } from '../model/accept'
import { checkOf } from '../model/custom-check'
import { labelIdentifier, labelWords, wordsOf } from '../model/identifier'
import { mostlyOf, share } from '../model/lesson'
import { holdsMobile, isBareMobile } from '../model/mobile'
import { fewDigits } from '../model/personal'
import { arePersons } from '../model/person-rows'
import { areOrganisations, isPublic } from '../model/persons'
import { signature } from '../model/signature'
import type { Column } from '../model/table'
import { isPlainNumber } from '../model/written-number'
import { cellRule } from './rule'

interface Facts {
  /** `private`: nothing says otherwise; `business`: the rows are organisations, which may well be called by it. */
  readonly is: 'private' | 'business'
}

/** Digits of a mobile number at least, without the zero or the code of the country before them. */
const DIGITS = 9

/** The number of a mobile telephone, which rings in the pocket of one person. */
export const personalPhone = cellRule<Facts>({
  id: 'personal-phone',
  severity: ({ is }) => (is === 'private' ? 'warning' : 'information'),
  preset: 'essentiel',
  concepts: ['personal-data'],
  concerns: signature.digit,

  check(column) {
    if (isPublished(column)) return undefined
    const isNamed = namesPhone(column)
    if (!isNamed && column.learn(areLong) && !column.learn(holdMobiles)) return undefined
    const is = isOfOrganisation(column) ? 'business' : 'private'
    return {
      accept: isNamed ? hasFewDigits : either(hasFewDigits, isPlainNumber),
      test(text) {
        const isFound = isNamed ? isBareMobile(text) || holdsMobile(text) : !BARE.test(text) && holdsMobile(text)
        return isFound ? { is } : undefined
      },
    }
  },

  personal: column => namesPhone(column) && !isPublished(column) && column.learn(areMobiles),

  message: {
    fr: ({ is }) =>
      is === 'private'
        ? 'Un numéro de téléphone mobile se trouve ici : il mène à une personne ; publiez plutôt le numéro du service, ou videz la cellule.'
        : 'Un numéro de téléphone mobile se trouve ici : s’il est celui d’une personne et non de l’organisme, videz la cellule.',
    en: ({ is }) =>
      is === 'private'
        ? 'A mobile telephone number stands here: it leads to one person; rather publish that of the service, or empty the cell.'
        : 'A mobile telephone number stands here: if it is that of a person and not of the organisation, empty the cell.',
  },

  fix: () => '',
})

/** Whether nearly all values have digits enough for a telephone number; those among which none is one are codes. */
const areLong = mostlyOf(0.9, value => MANY_DIGITS.test(value))
const MANY_DIGITS = new RegExp(`^(?:\\D*\\d){${DIGITS}}`)
const holdMobiles = share({ test: holdsMobile, isEnough: mobiles => mobiles > 0 })

/** Ten digits alone may be any code, unless the label says otherwise. */
const BARE = /^[+-]?\d*[.,]?\d*$/
const STAFF =
  /^(?:agents?|technicien|technicienne|referent|referente|responsable|usager|demandeur|personnel|portable|perso)$/

const ON_CALL = /^(?:astreintes?|permanences?|urgences?|standard|accueil|guichet|mairie|numerovert|hotline)$/

/** A schema of the catalogue, or one that asks for a number that can be called, means it to be published, as does a service on call. */
function isPublished(column: Column): boolean {
  if (isPublic(column) || checkOf(column.field, 'phone') !== undefined) return true
  return wordsOf(column).some(word => ON_CALL.test(word))
}

function namesPhone({ field, label }: Column): boolean {
  if ((field?.identifier ?? labelIdentifier(label)) === 'phone') return true
  return labelWords(field?.name ?? label).some(word =>
    /^(?:tel|tels|telephones?|mobiles?|portables?|gsm|phone)$/.test(word),
  )
}

function isOfOrganisation({ beside, label }: Column): boolean {
  return areOrganisations(beside) && !arePersons(beside) && !labelWords(label).some(word => STAFF.test(word))
}

const hasFewDigits = fewDigits(DIGITS)
const areMobiles = mostlyOf(0.5, value => holdsMobile(value) || isBareMobile(value))
