import { accepting, ISO_LAYOUT, type Layout } from '../model/accept'
import { askedOnce } from '../model/asked-once'
import { labelWords } from '../model/identifier'
import type { Field } from '../model/field'
import { mostlyOf, share, tally, totalOf } from '../model/lesson'
import type { Column } from '../model/table'
import { isMonthShown, type WrittenDate, writtenDate } from '../model/written-date'

const DATE_WORDS = new Set(
  (
    'date dates jour jours day debut fin echeance maj ne nee naissance deces signature notification publication parution ' +
    'creation inauguration ouverture fermeture reception depot livraison arrivee birth death'
  ).split(' '),
)

/** Which of day and month is written first. */
export type DayOrder = 'day-first' | 'month-first'

/** Dates in one order for each one in the other, beyond which the few are taken for slips. */
const MAJORITY = 10

/** Whether the schema wants YYYY-MM-DD here or, when it does not speak of the column, its values and its label do. */
export function expectsDate(column: Column): boolean {
  const { field, label, learn } = column
  if (field) return wantsIsoDate({ field }) || wantsIsoMoment({ field })
  const dates = learn(mostDates)
  if (dates !== 'local') return dates === 'iso'
  if (isOfTimetable(column)) return learn(areMarked)
  return saysDate(label) || learn(areFullDates) || (abbreviatesDate(label) && learn(areMarked))
}

/** Dates that are enough whatever the label says. */
const LEAST = 5

/** Whether the values leave no doubt that they are dates: years of four digits, and a day that can be no month. */
const areFullDates = tally<boolean, 'sure' | 'full' | 'other'>({
  kindOf(value) {
    const text = value.trim()
    if (!/(?<!\d)\d{4}(?!\d)/.test(text)) return 'other'
    const days = writtenDate(text)?.days.length ?? 0
    return days === 1 ? 'sure' : days > 1 ? 'full' : 'other'
  },
  judge: counts => counts.has('sure') && totalOf(counts) - (counts.get('other') ?? 0) >= LEAST,
})

/** Whether nearly all values are dates, and how most of these are written. */
const mostDates = tally<'iso' | 'local' | undefined, 'iso' | 'local' | 'none'>({
  kindOf(value) {
    const text = value.trim()
    const date = writtenDate(text)
    if (!date) return isMonthShown(text) ? 'local' : 'none'
    return date.layout === 'iso' ? 'iso' : 'local'
  },
  judge(counts) {
    const [iso, local] = [counts.get('iso') ?? 0, counts.get('local') ?? 0]
    if (counts.size === 0 || iso + local < 0.8 * totalOf(counts)) return undefined
    return iso > local ? 'iso' : 'local'
  },
})

/** Whether the schema wants YYYY-MM-DD here. */
export function wantsIsoDate({ field }: Pick<Column, 'field'>): boolean {
  if (field?.type === 'date') return ['default', '%Y-%m-%d', 'fmt:%Y-%m-%d'].includes(field.format)
  const matches = field?.constraints.pattern?.matches
  return field?.type === 'string' && matches?.('2017-03-14') === true && matches('14/03/2017') === false
}

/** Whether the schema wants YYYY-MM-DDThh:mm:ss here. */
function wantsIsoMoment({ field }: Pick<Column, 'field'>): boolean {
  return field?.type === 'datetime' && field.format === 'default'
}

/** Whether the time of day counts in a column: by its schema or, when it has none, as some value tells one that is not midnight. */
export function keepsTime({ field, learn }: Column): boolean {
  return field ? wantsIsoMoment({ field }) : learn(tellTimes)
}

const tellTimes = share({
  test: value => writtenDate(value.trim())?.clock === 'time',
  isEnough: passing => passing > 0,
})

/**
 * The days or, in a column that keeps the time, the moments that a date may mean, as ISO 8601 writes them; none where the
 * column is about moments and the date tells none, or the other way round. `isPadded`: its field wants seconds, and it tells none.
 */
export function writtenAnew(
  { days, clock, time, layout }: WrittenDate,
  { field, isTimed }: { readonly field: Field | undefined; readonly isTimed: boolean },
): { readonly days: readonly string[]; readonly isPadded: boolean } {
  if (!isTimed || (clock === 'none' && !field)) return { days: clock === 'time' ? [] : days, isPadded: false }
  if (!time || (layout === 'iso' && !field)) return { days: [], isPadded: false }
  const { minutes, seconds, zone } = time
  const isPadded = field !== undefined && seconds === ''
  return { days: days.map(day => `${day}T${minutes}${isPadded ? ':00' : seconds}${zone}`), isPadded }
}

/** Whether the schema reads the value as the date, or the moment, that it wants: a pattern alone reads none. */
export function isReadable(text: string, field: Field | undefined): boolean {
  return (field?.type === 'date' || field?.type === 'datetime') && field.read(text) !== undefined
}

/** Whether a label speaks of a day, as “publié le” does. */
function saysDate(label: string): boolean {
  const words = labelWords(label)
  return words.some(word => DATE_WORDS.has(word)) || (words.length > 1 && words.at(-1) === 'le')
}

/** Whether a short label may speak of a day, as DATDC and DT_MAJ do. */
function abbreviatesDate(label: string): boolean {
  return labelWords(label).some(word => /^(?:dat|dt)/.test(word))
}

/** Whether a column is one of GTFS, whose days have eight digits: https://gtfs.org/documentation/schedule/reference/#field-types. */
function isOfTimetable({ label, beside }: Column): boolean {
  return /^feed_(?:start|end)_date$/.test(label) || (/^(?:(?:start|end)_)?date$/.test(label) && isOfService(beside))
}

const isOfService = askedOnce((beside: readonly Column[]) => beside.some(({ label }) => label === 'service_id'))

/** Eight digits are what some standards ask for. */
const areMarked = mostlyOf(0.8, value => /\d[/.-]\d/.test(value))

/** The order of a column that has so many dates which read in one order only; undefined when they do not settle it. */
export function dayOrder(dayFirst: number, monthFirst: number): DayOrder | undefined {
  if (dayFirst === monthFirst || Math.max(dayFirst, monthFirst) < MAJORITY * Math.min(dayFirst, monthFirst))
    return undefined
  return dayFirst > monthFirst ? 'day-first' : 'month-first'
}

/** What a date tells of the order of its column; a year of two digits may itself be a day. */
export function orderTold(text: string): DayOrder | 'either' | undefined {
  const date = writtenDate(text.trim())
  if (!date || date.days.length === 0) return undefined
  if (date.layout === 'either') return date.days.length === 2 ? 'either' : undefined
  return date.layout === 'day-first' || date.layout === 'month-first' ? date.layout : undefined
}

/** DD/MM/YYYY. */
export const DAY_FIRST: Layout = {
  width: 10,
  at: { d: 0, m: 3, Y: 6 },
  literals: [
    { at: 2, byte: 0x2f },
    { at: 5, byte: 0x2f },
  ],
}

/** Bytes in the places of YYYY-MM-DD: right or impossible, it is no date written otherwise. */
export const looksIso = accepting({ is: 'moment', layouts: [ISO_LAYOUT] }, (bytes, from, to) => {
  if (to - from !== 10 || bytes[from + 4] !== 0x2d || bytes[from + 7] !== 0x2d) return false
  for (const at of [0, 1, 2, 3, 5, 6, 8, 9]) if (bytes[from + at]! < 0x30 || bytes[from + at]! > 0x39) return false
  return true
})
