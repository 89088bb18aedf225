import { dayWithin, holdsDates } from '../model/dated-column'
import { type ImpossibleDay, impossibleDay } from '../model/impossible-day'
import { shown } from '../model/shown'
import { signature } from '../model/signature'
import { cellRule } from './rule'

type Facts = ImpossibleDay & { readonly text: string }

/** A day that no calendar has, such as 30 February: it was mistyped, or made up by a program. */
export const impossibleDate = cellRule<Facts>({
  id: 'impossible-date',
  severity: 'error',
  preset: 'standard',
  concepts: ['validity', 'iso-8601-date'],
  insteadOf: [
    'type-error',
    'pattern',
    'local-date',
    'implausible-date',
    'column-comparison',
    'inverted-interval',
    'mixed-type-column',
    'edge-whitespace',
  ],
  concerns: signature.digit,

  check(column) {
    if (!holdsDates(column)) return undefined
    const { field } = column
    const isDated = field?.type === 'date' || field?.type === 'datetime'
    return {
      accept: isDay,
      test(text) {
        const found = impossibleDay(text.trim())
        if (!found || (isDated && field?.read(text) !== undefined)) return undefined
        return { ...found, text }
      },
    }
  },

  message: {
    fr(facts) {
      const value = shown.fr(facts.text)
      if (facts.what === 'day')
        return `${value} n’existe pas : ${MONTHS.fr[facts.month - 1]} ${facts.year} n’a que ${facts.last} jours, reprenez la date dans le document d’origine.`
      if (facts.what === 'month')
        return `${value} n’existe pas : l’année n’a que douze mois, reprenez la date dans le document d’origine.`
      if (facts.what === 'year')
        return `${value} n’existe pas : le calendrier n’a pas d’année 0, reprenez la date dans le document d’origine.`
      return `${value} n’existe pas : les jours et les mois se comptent à partir de 1, et une date inconnue laisse la cellule vide.`
    },
    en(facts) {
      const value = shown.en(facts.text)
      if (facts.what === 'day')
        return `${value} does not exist: ${MONTHS.en[facts.month - 1]} ${facts.year} has only ${facts.last} days, so look the date up in the original document.`
      if (facts.what === 'month')
        return `${value} does not exist: a year has only twelve months, so look the date up in the original document.`
      if (facts.what === 'year')
        return `${value} does not exist: the calendar has no year 0, so look the date up in the original document.`
      return `${value} does not exist: days and months count from 1, and an unknown date leaves the cell empty.`
    },
  },
})

const isDay = dayWithin({ after: 0, before: Number.MAX_SAFE_INTEGER, newYear: 'fine' })

const MONTHS = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}
