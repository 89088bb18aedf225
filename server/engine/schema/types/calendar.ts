const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Milliseconds in a day. */
export const DAY = 86_400_000

/** True for a date that the Gregorian calendar has, in the years 1 to 9999. */
export function isDate(year: number, month: number, day: number): boolean {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return false
  return day <= DAYS[month - 1]! + (month === 2 && isLeap(year) ? 1 : 0)
}

/** Days from 1970-01-01 to a date of the Gregorian calendar. */
export function dayNumber(year: number, month: number, day: number): number {
  // Date.UTC takes the years 0 to 99 for 1900 to 1999: count one cycle of 400 years (146,097 days) later.
  return Date.UTC(year + 400, month - 1, day) / DAY - 146_097
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}
