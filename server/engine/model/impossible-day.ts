import { writtenDate } from './written-date'

/** Why no calendar has a day: the part that is wrong and, for a day, the month that is too short for it. */
export type ImpossibleDay =
  | { readonly what: 'day'; readonly year: number; readonly month: number; readonly last: number }
  | { readonly what: 'month' | 'zero' | 'year' }

/** What is wrong with a text that has the form of a date and is none; undefined for a day that exists and for other texts. */
export function impossibleDay(text: string): ImpossibleDay | undefined {
  if (text.length > 60) return undefined
  const day = text.replace(/(?:T|,?\s+(?:à\s+)?)\d{1,2}\s?[:h].*$/i, '')
  if (writtenDate(day)) return undefined
  const [, year, , month, last] = YEAR_FIRST.exec(day) ?? COMPACT.exec(day) ?? []
  if (year !== undefined) return wrongPart(Number(year), Number(month), Number(last))
  const [, first, , second, ending] = YEAR_LAST.exec(day) ?? []
  if (ending === undefined) return inWords(day)
  const isMonthFirst = Number(second) > 12 && Number(first) <= 12
  return isMonthFirst
    ? wrongPart(Number(ending), Number(first), Number(second))
    : wrongPart(Number(ending), Number(second), Number(first))
}

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/
const COMPACT = /^((?:19|20)\d\d)()(\d\d)(\d\d)$/

function wrongPart(year: number, month: number, day: number): ImpossibleDay | undefined {
  if (month === 0 || day === 0) return { what: 'zero' }
  if (month > 12) return { what: 'month' }
  if (year === 0) return { what: 'year' }
  // Counted in a year of the same length: JavaScript takes the years 0 to 99 for 1900 to 1999.
  const last = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
  return day > last ? { what: 'day', year, month, last } : undefined
}

/** “31 avril 2024”: with a first day in its place, the rest is a date. */
function inWords(text: string): ImpossibleDay | undefined {
  const number = /(?<!\d)\d{1,2}(?!\d)/.exec(text)?.[0]
  if (number === undefined) return undefined
  const first = writtenDate(text.replace(number, '1'))
  const [year, month] = first?.layout === 'words' ? (first.days[0]?.split('-') ?? []) : []
  return year === undefined ? undefined : wrongPart(Number(year), Number(month), Number(number))
}
