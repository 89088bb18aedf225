import { unaccented } from './fold'

/** A day as people write it, which may be read in more than one way. */
export interface WrittenDate {
  /** `iso`: YYYY-MM-DD as it should be. `either`: day and month may be exchanged. `words`: the month has its name. */
  readonly layout: 'iso' | 'year-first' | 'day-first' | 'month-first' | 'either' | 'words'
  /** The days it may mean, as YYYY-MM-DD, day before month first; none when the century is missing. */
  readonly days: readonly string[]
  /** What follows the day. */
  readonly clock: 'none' | 'midnight' | 'time'
  /** What follows it, as ISO 8601 has it; undefined for nothing, and for an hour beyond the clock of twelve that it goes by. */
  readonly time: Time | undefined
}

/** A time of day as it was told: `14:30`, the seconds `:20.5` or none, the zone `Z`, `+02:00` or none. */
interface Time {
  readonly minutes: string
  readonly seconds: string
  readonly zone: string
}

/** Reads a day in the layouts of France, of spreadsheets and of ISO 8601; undefined for a day that no calendar has. */
export function writtenDate(text: string): WrittenDate | undefined {
  // The longest that is read: “mercredi 24 septembre 2025 à 00:00:00.000000+00:00”.
  if (text.length > 60 || !/\d/.test(text)) return undefined
  const found = /[:h]/i.test(text) ? CLOCK.exec(text) : null
  const day = found ? text.slice(0, found.index) : text
  const clock = found ? clockOf(found) : 'none'
  const time = found ? timeOf(found) : undefined
  const read = /^\d/.test(day) ? (yearFirst(day) ?? yearLast(day) ?? inWords(day)) : inWords(day)
  return clock && read && { ...read, clock, time }
}

/** Whether a text is a month and its year as spreadsheets show a date whose day they do not: “nov.-17”. */
export function isMonthShown(text: string): boolean {
  const [, name] = /^(\p{L}{3,5})\.?-(?:\d\d|\d{4})$/u.exec(text) ?? []
  return name !== undefined && monthNamed(unaccented(name)) !== undefined
}

/** True for a day of the Gregorian calendar, in the years 1 to 9999. */
function isDay(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return day <= [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!
}

type Day = Omit<WrittenDate, 'clock' | 'time'>

const CLOCK =
  /(?<=\d|\.)(?:T|,?\s+(?:à\s+)?)(\d{1,2})(?::|\s?h\s?)(\d{2})?(?::(\d{2}(?:[.,]\d{1,9})?))?\s*(Z|[+-]\d{2}:?\d{2}|am|pm)?$/i

/** Midnight said without a time zone adds nothing to the day. */
function clockOf([found, hours, minutes = '0', seconds = '0', zone]: RegExpExecArray): 'midnight' | 'time' | undefined {
  if (Number(hours) > 23 || Number(minutes) > 59 || Number.parseInt(seconds, 10) > 60) return undefined
  return zone === undefined && !/[1-9]/.test(found) ? 'midnight' : 'time'
}

function timeOf([, hours, minutes = '00', seconds, zone = '']: RegExpExecArray): Time | undefined {
  const half = /^[ap]m$/i.test(zone) ? zone.toLowerCase() : undefined
  const hour = half ? hourOfDay(Number(hours), half === 'pm') : hours!
  if (hour === undefined) return undefined
  return {
    minutes: `${hour.padStart(2, '0')}:${minutes}`,
    seconds: seconds === undefined ? '' : `:${seconds.replace(',', '.')}`,
    zone: half ? '' : zone.toUpperCase().replace(/^(.\d\d)(\d\d)$/, '$1:$2'),
  }
}

/** The hour of a clock of twelve hours, which begins at 12; undefined for one that it does not have. */
function hourOfDay(hour: number, isAfternoon: boolean): string | undefined {
  return hour < 1 || hour > 12 ? undefined : String((hour % 12) + (isAfternoon ? 12 : 0))
}

function yearFirst(text: string): Day | undefined {
  const [, year, mark, month, day] =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text) ?? /^((?:19|20)\d\d)()(\d\d)(\d\d)$/.exec(text) ?? []
  if (!isDay(Number(year), Number(month), Number(day))) return undefined
  const isIso = mark === '-' && text.length === 10
  return { layout: isIso ? 'iso' : 'year-first', days: [iso(year!, month!, day!)] }
}

function yearLast(text: string): Day | undefined {
  const [, first, , second, year] = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)$/.exec(text) ?? []
  if (year === undefined) return undefined
  // Any year with 29 February stands for one of two digits.
  const known = year.length === 4 ? Number(year) : 2000
  const isDayFirst = isDay(known, Number(second), Number(first))
  const isMonthFirst = isDay(known, Number(first), Number(second))
  if (!isDayFirst && !isMonthFirst) return undefined
  const layout = isDayFirst && isMonthFirst ? 'either' : isDayFirst ? 'day-first' : 'month-first'
  const days = [
    ...(isDayFirst ? [iso(year, second!, first!)] : []),
    ...(isMonthFirst ? [iso(year, first!, second!)] : []),
  ]
  return { layout, days: year.length === 4 ? [...new Set(days)] : [] }
}

const OPENING =
  /^(?:le\s+|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day|lun|mar|mer|jeu|ven|sam|dim|mon|tue|wed|thu|fri|sat|sun)(?:\.,?|,)?\s+)+/
const DAY_MONTH = /^(?<day>\d{1,2})(?:er|st|nd|rd|th)?[\s-]*(?<name>[a-z]{3,9})\.?,?[\s-]*(?<year>\d{4}|\d\d)$/
const MONTH_DAY = /^(?<name>[a-z]{3,9})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})$/

function inWords(text: string): Day | undefined {
  if (!endsInYear(text)) return undefined
  const plain = unaccented(text)
  const opened = plain.replace(OPENING, '')
  // “mar 6 2025” is a month, “mar. 6 mai 2025” a weekday.
  const { day, name, year } = (DAY_MONTH.exec(opened) ?? MONTH_DAY.exec(opened) ?? MONTH_DAY.exec(plain))?.groups ?? {}
  if (day === undefined || name === undefined || year === undefined) return undefined
  const month = monthNamed(name)
  const known = year.length === 4 ? Number(year) : 2000
  if (month === undefined || !isDay(known, month, Number(day))) return undefined
  return { layout: 'words', days: year.length === 4 ? [iso(year, String(month), day)] : [] }
}

/** Whether the digits may be those of a day and of a year that ends the text: most texts are told apart by that. */
function endsInYear(text: string): boolean {
  let digits = 0
  let groups = 0
  let isDigit = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const wasDigit = isDigit
    isDigit = code >= 0x30 && code <= 0x39
    if (!isDigit) continue
    digits++
    if (!wasDigit) groups++
  }
  return isDigit && groups === 2 && digits >= 3 && digits <= 6
}

const MONTHS = [
  ['janvier', 'january'],
  ['fevrier', 'february'],
  ['mars', 'march'],
  ['avril', 'april'],
  ['mai', 'may'],
  ['juin', 'june'],
  ['juillet', 'july'],
  ['aout', 'august'],
  ['septembre', 'september'],
  ['octobre', 'october'],
  ['novembre', 'november'],
  ['decembre', 'december'],
]

/** The month, from 1, that a name or its beginning surely means. */
function monthNamed(name: string): number | undefined {
  const fit = MONTHS.flatMap((names, index) => (names.some(full => full.startsWith(name)) ? [index + 1] : []))
  return fit.length === 1 ? fit[0] : undefined
}

function iso(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
