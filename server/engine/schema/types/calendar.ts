const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Milliseconds in a day. */
export const DAY = 86_400_000

/** True for a date that the Gregorian calendar has, in the years 1 to 9999. */
export function isDate(year: number, month: number, day: number): boolean {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return false
  return day <= DAYS[month - 1]! + (month === 2 && isLeap(year) ? 1 : 0)
}

/** Days from 1970-01-01 to a date of the Gregorian calendar, from the year 1 on. */
export function dayNumber(year: number, month: number, day: number): number {
  // In years that begin in March the leap day comes last, and the months have 31, 30, 31, 30, 31 days over and over.
  const years = month > 2 ? year : year - 1
  const months = month > 2 ? month - 3 : month + 9
  const leapDays = (years >> 2) - Math.floor(years / 100) + Math.floor(years / 400)
  return years * 365 + leapDays + Math.floor((months * 153 + 2) / 5) + day - 719_469
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}
