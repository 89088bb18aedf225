import type { FieldType } from '../model/field'
import type { DateProfile } from '../model/profile'
import type { Sorted } from './numbers'
import { histogramOf, quantile } from './spread'

/** How the numbers of a type of dates are told, and the unit in which they are measured. */
interface Calendar {
  readonly unit: DateProfile['unit']
  /** How many of the type's numbers make a unit. */
  readonly perUnit: number
  readonly inWords: (number: number) => string
}

/** Milliseconds. */
const DAY = 86_400_000

const calendars: Partial<Record<FieldType, Calendar>> = {
  date: { unit: 'day', perUnit: 1, inWords: days => isoOf(days * DAY).slice(0, -9) },
  datetime: { unit: 'day', perUnit: DAY, inWords: isoOf },
  yearmonth: {
    unit: 'month',
    perUnit: 1,
    inWords: months => `${padded(Math.floor(months / 12), 4)}-${padded((months % 12) + 1, 2)}`,
  },
  year: { unit: 'year', perUnit: 1, inWords: year => padded(year, 4) },
}

/** The calendar of a type; undefined for one whose values are no dates. */
export function calendarOf(type: FieldType): Calendar | undefined {
  return calendars[type]
}

/** The figures of dates, of which there is at least one. */
export function dateProfile(sorted: Sorted, count: number, { unit, perUnit, inWords }: Calendar): DateProfile {
  const { values } = sorted
  const [first, last] = [values[0]!, values.at(-1)!]
  const units = [...new Set(Array.from(values, value => Math.floor(value / perUnit)))]
  const steps = Float64Array.from(units.slice(1), (value, i) => value - units[i]!).toSorted()
  const usualStep = steps[(steps.length - 1) >> 1]
  const widest = steps.at(-1)
  const at = units.findIndex((value, i) => i > 0 && widest === value - units[i - 1]!)
  const { from, to, counts } = histogramOf(sorted, count, first, last)
  const hasGap = usualStep !== undefined && widest !== undefined && widest > 2 * usualStep
  return {
    first: inWords(first),
    last: inWords(last),
    median: inWords(Math.floor(quantile(sorted, count, 0.5))),
    span: units.at(-1)! - units[0]!,
    unit,
    ...(usualStep !== undefined && { usualStep }),
    ...(hasGap && {
      gap: {
        after: dayOf(units[at - 1]! * perUnit),
        before: dayOf(units[at]! * perUnit),
        length: widest,
      },
    }),
    histogram: { from: inWords(from), to: inWords(Math.min(to, last)), counts },
  }

  function dayOf(value: number): string {
    return inWords(value).slice(0, 10)
  }
}

function isoOf(milliseconds: number): string {
  // Beyond what a Date can tell there are no dates of public data.
  const date = new Date(Math.min(Math.max(milliseconds, -62_167_219_200_000), 253_402_300_799_000))
  return date.toISOString().slice(0, 19)
}

function padded(number: number, digits: number): string {
  return String(number).padStart(digits, '0')
}
