import { readDuration } from '../../model/duration'
import { DAY } from './calendar'
import type { Reading } from './reading'

// Mean lengths of the Gregorian calendar, so that durations of different units compare.
const YEAR = 365.2425 * DAY
const UNITS = [YEAR, YEAR / 12, 7 * DAY, DAY, 3_600_000, 60_000, 1000]

/** Durations of ISO 8601 such as P1Y2M3DT4H5M6S, in milliseconds, a year being 365.2425 days and a month its twelfth. */
export function duration(): Reading {
  return {
    read: text => {
      const read = readDuration(text)
      if (!read) return
      const length = UNITS.reduce((sum, unit, index) => sum + unit * read.parts[index]!, 0)
      return read.isNegative ? -length : length
    },
  }
}
