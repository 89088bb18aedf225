import { daysReader, holdsDates } from '../model/dated-column'
import { type Language, locales } from '../model/language'
import type { Meaning } from './meaning'

/** A day with its weekday and how far it is from today; both readings when day and month may be exchanged. */
export const dateMeaning: Meaning = (value, column, { language, today }) => {
  if (!holdsDates(column)) return undefined
  const days = [...new Set(daysReader(column)(value))]
  const [first, ...others] = days
  if (first === undefined) return undefined
  const said = days.map(day => inWords(day, language))
  if (others.length > 0) return [said.join(words[language].or)]
  return today === undefined ? said : [...said, distanceOf(first, today, language)]
}

function inWords(day: string, language: Language): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  return new Date(Date.parse(day)).toLocaleDateString(locales[language], options)
}

/** How long before or after today, in the largest unit that is told in whole numbers. */
export function distanceOf(day: string, today: string, language: Language): string {
  const days = Math.round((Date.parse(day) - Date.parse(today)) / DAY)
  const far = Math.abs(days)
  const [count, unit] =
    far < 61 ? [days, 'day' as const] : far < 730 ? [days / 30.44, 'month' as const] : [days / 365.25, 'year' as const]
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(Math.trunc(count), unit)
}

/** Milliseconds. */
const DAY = 86_400_000

const words = { fr: { or: ' ou ' }, en: { or: ' or ' } } as const
