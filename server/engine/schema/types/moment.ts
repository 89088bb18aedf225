import { DAY, dayNumber, isDate } from './calendar'

/** A point in time as it is written; what is absent was not written. */
export interface Moment {
  readonly year?: number
  readonly month?: number
  readonly day?: number
  readonly hour?: number
  readonly minute?: number
  /** With its fraction. */
  readonly second?: number
  /** Minutes ahead of UTC. */
  readonly offset?: number
}

/** The year that two digits stand for, as POSIX has it: 69 to 99 are 1969 to 1999, 0 to 68 are 2000 to 2068. */
export function fullYear(short: number): number {
  return short + (short < 69 ? 2000 : 1900)
}

/** Days since 1970-01-01, a month or a day that is not written being the first; undefined for a date that never was. */
export function toDays({ year = 1900, month = 1, day = 1 }: Moment): number | undefined {
  return isDate(year, month, day) ? dayNumber(year, month, day) : undefined
}

/** Milliseconds since midnight UTC, a time without zone being taken as UTC. */
export function toTime({ hour = 0, minute = 0, second = 0, offset = 0 }: Moment): number | undefined {
  if (hour > 23 || minute > 59 || second >= 60) return
  return Math.round(((hour * 60 + minute - offset) * 60 + second) * 1000)
}

/** Milliseconds since 1970-01-01T00:00:00Z, a time without zone being taken as UTC. */
export function toInstant(moment: Moment): number | undefined {
  const days = toDays(moment)
  const time = toTime(moment)
  return days === undefined || time === undefined ? undefined : days * DAY + time
}
