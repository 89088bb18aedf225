import { counted } from '../model/counted'
import type { Language } from '../model/language'
import { signature } from '../model/signature'
import { shown } from '../model/shown'
import { writtenDate } from '../model/written-date'
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
import { columnRule } from './rule'

interface Facts {
  readonly text: string
  /** The two days that it may mean, day first. */
  readonly days: readonly string[]
  /** How many dates of the column can only be read day first, and month first; undefined where they do not disagree. */
  readonly others: Readonly<Record<DayOrder, number>> | undefined
}

/** A date whose day and month cannot be told apart, even by the other dates of the column. */
export const ambiguousDate = columnRule<Facts>({
  id: 'ambiguous-date',
  severity: 'warning',
  preset: 'standard',
  concepts: ['iso-8601-date'],
  insteadOf: ['local-date', 'type-error', 'pattern', 'edge-whitespace'],
  concerns: signature.digit,

  check(column) {
    if (!expectsDate(column)) return undefined
    const { field } = column
    const isTimed = keepsTime(column)
    const daysOf = (text: string) => {
      const date = writtenDate(text.trim())
      return date ? writtenAnew(date, { field, isTimed }).days : []
    }
    return {
      accept: looksIso,
      kindOf: text => (isReadable(text, field) || daysOf(text).length === 0 ? undefined : orderTold(text)),
      judge(counts) {
        const dayFirst = counts.get('day-first') ?? 0
        const monthFirst = counts.get('month-first') ?? 0
        if (dayOrder(dayFirst, monthFirst)) return new Map()
        const others = dayFirst > 0 ? { 'day-first': dayFirst, 'month-first': monthFirst } : undefined
        return new Map([['either', text => ({ text, days: daysOf(text), others })]])
      },
    }
  },

  message: {
    fr: ({ text, days: [day, month], others }) =>
      others
        ? `${shown.fr(text)} peut se lire ${day} ou ${month}, et la colonne mêle les deux, le jour en premier dans ${datesOf(others['day-first'], 'fr')} et le mois dans ${datesOf(others['month-first'], 'fr')} : retrouvez ce que dit la source, puis écrivez AAAA-MM-JJ.`
        : `${shown.fr(text)} peut se lire ${day} ou ${month}, et aucune autre date de la colonne ne les départage : dites si le jour ou le mois vient en premier, puis écrivez AAAA-MM-JJ.`,
    en: ({ text, days: [day, month], others }) =>
      others
        ? `${shown.en(text)} may mean ${day} or ${month}, and the column mixes both, the day first in ${datesOf(others['day-first'], 'en')} and the month in ${datesOf(others['month-first'], 'en')}: find out what the source says, then write YYYY-MM-DD.`
        : `${shown.en(text)} may mean ${day} or ${month}, and no other date of the column tells which: say whether the day or the month comes first, then write YYYY-MM-DD.`,
  },

  fix: (_text, { days }) => days,
  choices: [
    {
      fr: ({ others }) => `le jour en premier${others ? `, comme dans ${datesOf(others['day-first'], 'fr')}` : ''}`,
      en: ({ others }) => `day first${others ? `, as in ${datesOf(others['day-first'], 'en')}` : ''}`,
    },
    {
      fr: ({ others }) => `le mois en premier${others ? `, comme dans ${datesOf(others['month-first'], 'fr')}` : ''}`,
      en: ({ others }) => `month first${others ? `, as in ${datesOf(others['month-first'], 'en')}` : ''}`,
    },
  ],
})

function datesOf(count: number, language: Language): string {
  return `${counted(count, language)} date${count > 1 ? 's' : ''}`
}
