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
  const said = new Date(Date.parse(day)).toLocaleDateString(locales[language], options)
  return language === 'fr' ? said.replace(' 1 ', ' 1er ') : said
}

/** How long before or after today: in days, then in months, then in years and months, then in years, all of them whole. */
export function distanceOf(day: string, today: string, language: Language): string {
  const days = Math.round((Date.parse(day) - Date.parse(today)) / DAY)
  const far = Math.abs(days)
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  if (far < 61) return relative.format(days, 'day')
  const months = Math.trunc(days / 30.44)
  const over = Math.abs(months % 12)
  if (far < 730) return relative.format(months, 'month')
  if (far < EXACT && over > 0) return words[language].years(Math.trunc(months / 12), over)
  return relative.format(Math.trunc(days / 365.25), 'year')
}

/** Milliseconds. */
const DAY = 86_400_000
/** Days beyond which months are not told. */
const EXACT = 3_653

const words = {
  fr: {
    or: ' ou ',
    years: (years: number, months: number) =>
      `${years < 0 ? 'il y a' : 'dans'} ${Math.abs(years)} ans et ${months} mois`,
  },
  en: {
    or: ' or ',
    years: (years: number, months: number) => {
      const long = `${Math.abs(years)} years and ${months} month${months === 1 ? '' : 's'}`
      return years < 0 ? `${long} ago` : `in ${long}`
    },
  },
} as const
