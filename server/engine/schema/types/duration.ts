import { DAY } from './calendar'
import type { Reading } from './reading'

// ISO 8601 durations: weeks too, and a fraction in the last part.
const DURATION =
  /^(-|\+)?P(?=[\dT])(?:([\d.,]+)Y)?(?:([\d.,]+)M)?(?:([\d.,]+)W)?(?:([\d.,]+)D)?(?:T(?=\d)(?:([\d.,]+)H)?(?:([\d.,]+)M)?(?:([\d.,]+)S)?)?$/
const PART = /^\d+(?:[.,]\d+)?$/
// Mean lengths of the Gregorian calendar, so that durations of different units compare.
const YEAR = 365.2425 * DAY
const UNITS = [YEAR, YEAR / 12, 7 * DAY, DAY, 3_600_000, 60_000, 1000]

/** Durations of ISO 8601 such as P1Y2M3DT4H5M6S, in milliseconds, a year being 365.2425 days and a month its twelfth. */
export function duration(): Reading {
  return {
    read: text => {
      const match = DURATION.exec(text)
      if (!match) return
      const parts = match.slice(2)
      const written = parts.filter(part => part !== undefined)
      if (written.some((part, index) => !(index === written.length - 1 ? PART : /^\d+$/).test(part))) return
      const length = UNITS.reduce((sum, unit, index) => sum + unit * Number((parts[index] ?? '0').replace(',', '.')), 0)
      return match[1] === '-' ? -length : length
    },
  }
}
