import { daysReader, holdsDates } from './dated-column'
import { labelWords } from './identifier'
import type { Column, Evidence } from './table'

export type PeriodUnit = 'day' | 'month' | 'year'

/** Labels of a column that says of which day, month or year each row is, and nothing else. */
const PERIOD =
  /^(?:annees?|years?|exercices?|millesimes?|dates?|mois|months?|jours?|days?|periodes?|releves?|mesures?|comptages?|observations?|measurement|count|du|de|des|la|le|l|d|of|the)$/
const OF_YEARS = /^(?:annees?|years?|exercices?|millesimes?)$/
const OF_MONTHS = /^(?:mois|months?|periodes?)$/
const MONTH = /^(\d{4})-(\d\d)$/
const YEAR = /^\d{4}$/
const DAY = 86_400_000

/** How the periods of a column are written. */
export type PeriodKind = 'years' | 'days'

/** How the periods of a column are written; undefined when it is not made of periods. */
export function periodKind(column: Evidence): PeriodKind | undefined {
  const words = labelWords(column.label)
  if (words.length === 0 || !words.every(word => PERIOD.test(word))) return undefined
  if (words.some(word => OF_YEARS.test(word))) return 'years'
  return holdsDates(column) || words.some(word => OF_MONTHS.test(word)) ? 'days' : undefined
}

/** A period as `unit number`, days and months being counted from year 0; undefined for what is none, or may be two. */
export function periodIn(text: string, kind: PeriodKind, of: Pick<Column, 'field'>): string | undefined {
  const plain = text.trim()
  if (kind === 'years') return YEAR.test(plain) ? `year ${plain}` : undefined
  const [, year, month] = MONTH.exec(plain) ?? []
  if (month !== undefined) return `month ${12 * Number(year) + Number(month) - 1}`
  const found = daysReader(of)(text)
  return found.length === 1 ? `day ${Date.parse(found[0]!) / DAY}` : undefined
}

/** A series of periods, each of which is there or not. */
interface Series {
  readonly unit: PeriodUnit
  /** In order, each once. */
  readonly numbers: readonly number[]
}

/** The series that periods make; days that all begin a month, or a year, stand for it. Undefined when they are of several kinds. */
export function seriesOf(kinds: Iterable<string>): Series | undefined {
  const units = new Set<string>()
  const numbers: number[] = []
  for (const kind of kinds) {
    const [unit = '', number] = kind.split(' ')
    units.add(unit)
    numbers.push(Number(number))
  }
  const [unit] = units as Set<PeriodUnit>
  if (unit === undefined || units.size > 1) return undefined
  numbers.sort((a, b) => a - b)
  if (unit !== 'day') return { unit, numbers }
  const dates = numbers.map(number => new Date(number * DAY))
  const isSameDay = dates.every(date => date.getUTCDate() === dates[0]!.getUTCDate())
  if (!isSameDay || dates.length < 3) return { unit, numbers }
  const isSameMonth = dates.every(date => date.getUTCMonth() === dates[0]!.getUTCMonth())
  if (isSameMonth) return { unit: 'year', numbers: dates.map(date => date.getUTCFullYear()) }
  return { unit: 'month', numbers: dates.map(date => 12 * date.getUTCFullYear() + date.getUTCMonth()) }
}

/** A period as ISO 8601 writes it. */
export function periodText(unit: PeriodUnit, number: number): string {
  if (unit === 'year') return String(number).padStart(4, '0')
  if (unit === 'month')
    return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`
  return new Date(number * DAY).toISOString().slice(0, 10)
}

/** The numbers that lack between the first and the last, with how many they are, told as far as `most`. */
export function gapsIn(
  numbers: readonly number[],
  most: number,
): { readonly missing: number; readonly first: readonly number[] } {
  const first: number[] = []
  let missing = 0
  for (let i = 1; i < numbers.length; i++) {
    missing += Math.max(0, numbers[i]! - numbers[i - 1]! - 1)
    for (let lost = numbers[i - 1]! + 1; lost < numbers[i]! && first.length < most; lost++) first.push(lost)
  }
  return { missing, first }
}
