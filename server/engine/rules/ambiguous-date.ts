import { signature } from '../model/signature'
import { shown } from '../model/shown'
import { writtenDate } from '../model/written-date'
import { dayOrder, expectsDate, looksIso, orderTold } from './date-column'
import { columnRule } from './rule'

interface Facts {
  readonly text: string
  /** The two days that it may mean, day first. */
  readonly days: readonly string[]
  /** `nothing`: no date of the column settles it. `both`: some can only be read day first, others month first. */
  readonly others: 'nothing' | 'both'
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
    return {
      accept: looksIso,
      kindOf: text => (field?.type === 'date' && field.read(text) !== undefined ? undefined : orderTold(text)),
      judge(counts) {
        const dayFirst = counts.get('day-first') ?? 0
        if (dayOrder(dayFirst, counts.get('month-first') ?? 0)) return new Map()
        const others = dayFirst > 0 ? 'both' : 'nothing'
        return new Map([['either', text => ({ text, days: writtenDate(text.trim())?.days ?? [], others })]])
      },
    }
  },

  message: {
    fr: ({ text, days: [day, month], others }) =>
      others === 'both'
        ? `${shown.fr(text)} peut se lire ${day} ou ${month}, et la colonne mêle des dates qui commencent par le jour et d’autres par le mois : retrouvez ce que dit la source, puis écrivez AAAA-MM-JJ.`
        : `${shown.fr(text)} peut se lire ${day} ou ${month}, et aucune autre date de la colonne ne les départage : dites si le jour ou le mois vient en premier, puis écrivez AAAA-MM-JJ.`,
    en: ({ text, days: [day, month], others }) =>
      others === 'both'
        ? `${shown.en(text)} may mean ${day} or ${month}, and the column mixes dates that begin with the day and others with the month: find out what the source says, then write YYYY-MM-DD.`
        : `${shown.en(text)} may mean ${day} or ${month}, and no other date of the column tells which: say whether the day or the month comes first, then write YYYY-MM-DD.`,
  },

  fix: (_text, { days }) => days,
  choices: [
    { fr: () => 'le jour en premier', en: () => 'day first' },
    { fr: () => 'le mois en premier', en: () => 'month first' },
  ],
})
