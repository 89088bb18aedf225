import { tally } from '../model/lesson'
import { signature } from '../model/signature'
import { shown } from '../model/shown'
import { isMonthShown, writtenDate } from '../model/written-date'
import {
  type DayOrder,
  dayOrder,
  expectsDate,
  isReadable,
  keepsTime,
  looksIso,
  orderTold,
  writtenAnew,
} from './date-column'
import { cellRule } from './rule'

interface Facts {
  readonly text: string
  /** The days it may mean, the one to write first. */
  readonly days: readonly string[]
  /** `certain`: it reads in one way. `column`: the other dates of the column tell day from month. `month`: it has no day. */
  readonly because: 'certain' | 'column' | 'unsettled' | 'century' | 'month'
  /** Whether seconds were added to the time that was told. */
  readonly isPadded: boolean
}

/** A date that people read and machines do not: day first, month in letters, marks other than those of ISO 8601. */
export const localDate = cellRule<Facts>({
  id: 'local-date',
  severity: 'warning',
  preset: 'essentiel',
  concepts: ['iso-8601-date'],
  insteadOf: ['type-error', 'pattern', 'column-comparison', 'edge-whitespace'],
  concerns: signature.digit,

  check(column) {
    if (!expectsDate(column)) return undefined
    const { field } = column
    const isTimed = keepsTime(column)
    return {
      accept: looksIso,
      test(text) {
        const date = writtenDate(text.trim())
        if (!date && isMonthShown(text.trim())) return { text, days: [], because: 'month', isPadded: false }
        if (!date || (date.layout === 'iso' && (date.clock === 'none' || !field))) return undefined
        if (isReadable(text, field)) return undefined
        const { days, isPadded } = writtenAnew(date, { field, isTimed })
        if (date.days.length === 0) return { text, days, because: 'century', isPadded }
        if (days.length === 0) return undefined
        const order = days.length > 1 ? column.learn(orderOf) : undefined
        const wanted = order === 'month-first' ? days.toReversed() : days
        if (field?.constraints.pattern?.matches?.(wanted[0]!) === false) return undefined
        const because = days.length === 1 ? 'certain' : order === undefined ? 'unsettled' : 'column'
        return { text, days: wanted, because, isPadded }
      },
    }
  },

  message: {
    fr({ text, days: [day, other], because }) {
      const value = shown.fr(text)
      if (because === 'century')
        return `${value} n’a que deux chiffres pour l’année : écrivez la date en entier sous la forme AAAA-MM-JJ, car le siècle ne se devine pas.`
      if (because === 'month')
        return `${value} est ce qu’un tableur montre d’une date dont il cache le jour : donnez à la colonne un format de date complet, AAAA-MM-JJ, et enregistrez de nouveau, car le jour manque dans le fichier.`
      if (because === 'unsettled')
        return `${value} peut se lire ${day} ou ${other} : écrivez les dates sous la forme AAAA-MM-JJ, qui ne se lit que d’une façon.`
      if (because === 'column')
        return `${value} n’est pas écrite AAAA-MM-JJ : d’après les autres dates de la colonne, c’est ${day}, et non ${other}.`
      return `${value} n’est pas écrite AAAA-MM-JJ : un logiciel ne la lit et ne la trie bien qu’écrite ${day}.`
    },
    en({ text, days: [day, other], because }) {
      const value = shown.en(text)
      if (because === 'century')
        return `${value} gives only two digits of its year: write the whole date as YYYY-MM-DD, since the century cannot be guessed.`
      if (because === 'month')
        return `${value} is what a spreadsheet shows of a date whose day it hides: give the column a whole date format, YYYY-MM-DD, and save again, since the file lacks the day.`
      if (because === 'unsettled')
        return `${value} may mean ${day} or ${other}: write dates as YYYY-MM-DD, which reads in one way only.`
      if (because === 'column')
        return `${value} is not written YYYY-MM-DD: by the other dates of the column it is ${day}, and not ${other}.`
      return `${value} is not written YYYY-MM-DD: software reads and sorts it well only when written ${day}.`
    },
  },

  fix: (_text, { days, because }) => (because === 'certain' || because === 'column' ? days[0] : undefined),
  safe: ({ because, isPadded }) => because === 'certain' && !isPadded,
  // A day that equals its month tells nothing of which comes first.
  evidenceFor: { rules: ['local-date', 'ambiguous-date'], tells: ({ text }) => tellsOrder(orderTold(text)) },
})

function tellsOrder(told: ReturnType<typeof orderTold>): boolean {
  return told === 'day-first' || told === 'month-first'
}

/** Which of day and month comes first in the column, as far as its first dates tell. */
const orderOf = tally<DayOrder | undefined, DayOrder | 'either'>({
  kindOf: orderTold,
  judge: counts => dayOrder(counts.get('day-first') ?? 0, counts.get('month-first') ?? 0),
})
