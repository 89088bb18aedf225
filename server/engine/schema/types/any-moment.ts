import { fullYear, type Moment } from './moment'
import { monthNames, monthNumber, weekdayNames } from './names'
import { offsetMinutes } from './strptime'

// No layout of a date is longer; the expressions below never meet more.
const LONGEST = 64
const CLOCK =
  /(?:^|[\sT,])(\d{1,2})(?:[:h](\d{2})(?::(\d{2}(?:[.,]\d+)?))?\s*(am|pm)?|\s*(am|pm|h))\s*(z|[+-]\d{2}:?\d{2}|utc|gmt)?$/i
const YEAR_FIRST = /^(\d{4})([-/.]?)(\d{2})\2(\d{2})$/
const DAY_FIRST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/
const WEEKDAY = new RegExp(`^(?:${weekdayNames.join('|')})\\.?,?\\s+`, 'iu')
const MONTH = monthNames.join('|')
const DAY_MONTH = new RegExp(
  `^(\\d{1,2})(?:st|nd|rd|th|er)?[\\s-]+(?:of\\s+)?(${MONTH})\\.?,?[\\s-]+(\\d{4}|\\d{2})$`,
  'iu',
)
const MONTH_DAY = new RegExp(`^(${MONTH})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})$`, 'iu')
const MONTH_YEAR = new RegExp(`^(${MONTH})\\.?,?\\s+(\\d{4})$`, 'iu')

/** The moment of a text in any common layout, the day before the month as in France; undefined when there is none. */
export function anyMoment(text: string): Moment | undefined {
  const whole = text.trim()
  if (whole.length > LONGEST) return
  const clock = CLOCK.exec(whole)
  const rest = (clock ? whole.slice(0, clock.index) : whole).replace(/\s+at$|\s+à$|,$/u, '')
  if (rest === '') return clock ? time(clock) : undefined
  const day = date(rest.replace(WEEKDAY, ''))
  return day && { ...day, ...(clock && time(clock)) }
}

function time([, hour, minute = '0', second = '0', half, halfOrHour, zone]: RegExpExecArray): Moment {
  const period = (half ?? halfOrHour)?.toLowerCase()
  const hours = Number(hour)
  return {
    // Past noon on a clock of twelve hours; 13 pm is no time and fails later.
    hour: period === 'am' || period === 'pm' ? (hours > 12 ? 99 : (hours % 12) + (period === 'pm' ? 12 : 0)) : hours,
    minute: Number(minute),
    second: Number(second.replace(',', '.')),
    ...(zone && { offset: /^[+-]/.test(zone) ? offsetMinutes(zone) : 0 }),
  }
}

function date(text: string): Moment | undefined {
  let match = YEAR_FIRST.exec(text)
  if (match) return { year: Number(match[1]), month: Number(match[3]), day: Number(match[4]) }
  if ((match = DAY_FIRST.exec(text))) {
    const [first, second] = [Number(match[1]), Number(match[3])]
    const dayFirst = second <= 12
    return { year: year(match[4]!), month: dayFirst ? second : first, day: dayFirst ? first : second }
  }
  if ((match = DAY_MONTH.exec(text)))
    return { day: Number(match[1]), month: monthNumber(match[2]!)!, year: year(match[3]!) }
  if ((match = MONTH_DAY.exec(text)))
    return { month: monthNumber(match[1]!)!, day: Number(match[2]), year: year(match[3]!) }
  if ((match = MONTH_YEAR.exec(text))) return { month: monthNumber(match[1]!)!, year: year(match[2]!) }
  return
}

function year(digits: string): number {
  return digits.length === 2 ? fullYear(Number(digits)) : Number(digits)
}
