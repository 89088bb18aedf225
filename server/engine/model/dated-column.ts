import { accepting, type Accept, type DayBounds } from './accept'
import { labelWords } from './identifier'
import { mostlyOf } from './lesson'
import type { Column, Evidence } from './table'
import { writtenDate } from './written-date'

/** Words of labels under which dates stand, however they are written. */
const DATE_WORDS = new Set(
  'date dates jour jours day debut fin start end echeance maj naissance deces birth'.split(' '),
)

/** True for a column of dates: its schema says so or, where it does not speak of the column, its values and label do. */
export function holdsDates({ field, label, learn }: Evidence): boolean {
  if (field && field.type !== 'string') return field.type === 'date' || field.type === 'datetime'
  if (field) {
    const matches = field.constraints.pattern?.matches
    return matches?.('2017-03-14') === true && matches('x') === false
  }
  if (!learn(areDated)) return false
  return labelWords(label).some(word => DATE_WORDS.has(word)) || learn(areIso)
}

const areDated = mostlyOf(0.8, looksDated)
const areIso = mostlyOf(0.5, value => ISO.test(value))

/** Reads the days that a cell of a column of dates may mean, as YYYY-MM-DD; none for what is no date. */
export function daysReader({ field }: Pick<Column, 'field'>): (text: string) => readonly string[] {
  if (field?.type !== 'date' && field?.type !== 'datetime') return text => writtenDate(text.trim())?.days ?? []
  const unit = field.type === 'date' ? DAY : 1
  return text => {
    const value = field.read(text)
    const at = typeof value === 'number' ? new Date(value * unit) : undefined
    return at && Math.abs(at.getTime()) < YEAR_10000 ? [at.toISOString().slice(0, 10)] : []
  }
}

/**
 * The day of the bytes YYYY-MM-DD or DD/MM/YYYY as the number YYYYMMDD; 0 for any other bytes, for a day that no
 * calendar has, and for 29 February.
 */
export function plainDay(bytes: Uint8Array, from: number, to: number): number {
  if (to - from !== 10) return 0
  const isYearFirst = bytes[from + 4] === 0x2d && bytes[from + 7] === 0x2d
  if (!isYearFirst && (bytes[from + 2] !== 0x2f || bytes[from + 5] !== 0x2f)) return 0
  const year = digits(bytes, isYearFirst ? from : from + 6, 4)
  const month = digits(bytes, isYearFirst ? from + 5 : from + 3, 2)
  const day = digits(bytes, isYearFirst ? from + 8 : from, 2)
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > LAST_DAYS[month]!) return 0
  return 10_000 * year + 100 * month + day
}

/** A test of the days of a column: true for one within bounds, however the column writes its dates. */
export function dayWithin(bounds: DayBounds): Accept {
  const { after, before, newYear, moments } = bounds
  return accepting({ is: 'plain-day', bounds }, (bytes, from, to) => {
    if (to - from > 10 && bytes[from + 10] === T && bytes[from + 4] === DASH) {
      const day = plainDay(bytes, from, from + 10)
      return moments !== undefined && day > moments.after && day < moments.before
    }
    const day = plainDay(bytes, from, to)
    return day > after && day < before && (newYear === 'fine' || day % 10_000 !== 101)
  })
}

const T = 0x54
const DASH = 0x2d
const LAST_DAYS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const ISO = /^\s*\d{4}-\d\d-\d\d(?!\d)/
const DATED = /^(?:\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})(?!\d)/
/** Milliseconds in a day, and from 1970 to a year that has five digits. */
const DAY = 86_400_000
const YEAR_10000 = 253_402_300_800_000

/** A date that no calendar has is evidence as well. */
function looksDated(value: string): boolean {
  const text = value.trim()
  return DATED.test(text) || writtenDate(text) !== undefined
}

function digits(bytes: Uint8Array, at: number, count: number): number {
  let number = 0
  for (let i = at; i < at + count; i++) {
    const digit = bytes[i]! - 0x30
    if (digit < 0 || digit > 9) return -1
    number = 10 * number + digit
  }
  return number
}
