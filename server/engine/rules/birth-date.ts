import { daysReader } from '../model/dated-column'
import { mostlyOf } from '../model/lesson'
import { wordsOf } from '../model/identifier'
import { areOnePersonEach } from '../model/person-rows'
import { areDead, areOfficials, haveOtherBirths, isCounted, isPublic } from '../model/persons'
import { signature } from '../model/signature'
import type { Column } from '../model/table'
import { writtenDate } from '../model/written-date'
import { cellRule } from './rule'

interface Facts {
  /** The year alone, where the schema does not ask for a day. */
  readonly year: string | undefined
}

/** The day on which a person was born. */
export const birthDate = cellRule<Facts>({
  id: 'birth-date',
  severity: 'warning',
  preset: 'standard',
  concepts: ['personal-data', 're-identification-risk'],
  concerns: signature.digit,

  check(column) {
    if (!isOfBirths(column)) return undefined
    const daysOf = daysReader(column)
    const isDayAsked = column.field?.type === 'date' || column.field?.type === 'datetime'
    return text => {
      const years = new Set(daysOf(text).map(day => day.slice(0, 4)))
      if (years.size === 0 && writtenDate(text.trim()) === undefined) return undefined
      return { year: years.size === 1 && !isDayAsked ? [...years][0] : undefined }
    }
  },

  personal: column => isOfBirths(column) && column.learn(areDays),

  message: {
    fr: () =>
      'Une date de naissance complète se trouve ici : jointe à une commune, elle suffit souvent à désigner une personne ; gardez l’année ou une tranche d’âge.',
    en: () =>
      'A full date of birth stands here: together with a commune it is often enough to single out a person; keep the year or an age band.',
  },

  fix: (_text, { year }) => (year === undefined ? '' : [year, '']),
  choices: [
    { fr: () => 'n’y garder que l’année', en: () => 'keep the year alone' },
    { fr: () => 'les vider', en: () => 'empty them' },
  ],
})

/** Whether a label names a birth, and neither the rows nor the schema say that it is a public one. */
function isOfBirths(column: Column): boolean {
  const words = wordsOf(column)
  const isNamed = words.some(word => BIRTH.test(word)) || /^(?:date )?nee?(?: e)? le$/.test(words.join(' '))
  if (!isNamed || words.some(word => ABOUT.test(word)) || isPublic(column)) return false
  if (areDead(column.beside)) return false
  if (areOfficials(column.beside) || haveOtherBirths(column.beside)) return false
  return !isCounted(column.beside) || areOnePersonEach(column.beside)
}

const BIRTH = /^(?:naissances?|naiss|datenaissance|datenaiss|ddn|birth|birthdate|birthday|dob)$/
const ABOUT =
  /^(?:nb|nbre|nombre|lieu|commune|ville|pays|departement|dep|code|insee|taux|rang|conge|prime|acte|mini|minimum|minimale|min|maxi|maximum|maximale|max|limite)$/

const areDays = mostlyOf(0.5, value => writtenDate(value.trim()) !== undefined)
