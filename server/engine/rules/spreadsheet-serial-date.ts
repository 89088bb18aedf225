import { accepting, ISO_LAYOUT } from '../model/accept'
import { labelWords } from '../model/identifier'
import { tally, totalOf } from '../model/lesson'
import { signature } from '../model/signature'
import { shown } from '../model/shown'
import type { Column } from '../model/table'
import { writtenDate } from '../model/written-date'
import { DAY_FIRST, expectsDate, wantsIsoDate } from './date-column'
import { columnRule } from './rule'

/** 3 October 1954 and 8 April 2064: five digits outside are hardly a day that someone wrote. */
const FIRST = 20_000
const LAST = 60_000
/** Number of 1 January 1970 in the 1900 date system of spreadsheets (ECMA-376, part 1, 18.17.4.1). */
const EPOCH = 25_569
const DAY_WORDS = new Set(['date', 'dates', 'jour', 'day', 'le'])

interface Facts {
  readonly text: string
  /** The day in ISO 8601. */
  readonly iso: string
  /** The day as the schema wants it; undefined when its format says more than a day. */
  readonly day: string | undefined
}

/** A date of which a spreadsheet kept the number of days since 1900. */
export const spreadsheetSerialDate = columnRule<Facts>({
  id: 'spreadsheet-serial-date',
  severity: 'warning',
  preset: 'standard',
  concepts: ['spreadsheet-traps', 'iso-8601-date'],
  insteadOf: ['type-error', 'pattern', 'mixed-type-column', 'edge-whitespace'],
  concerns: signature.digit,

  check(column) {
    const { field } = column
    if (field ? field.type !== 'date' && !wantsIsoDate(column) : !holdsDates(column)) return undefined
    const format = field?.type === 'date' ? field.format : 'default'
    return {
      accept: isMarked,
      kindOf: text => (isSerial(text) ? 'serial' : undefined),
      judge: counts => new Map(counts.has('serial') ? [['serial', text => ({ text, ...dayOf(text, format) })]] : []),
    }
  },

  message: {
    fr: ({ text, iso, day = iso }) =>
      `${shown.fr(text)} est sans doute la date ${iso}, dont un tableur n’a gardé que le nombre de jours depuis 1900 : écrivez ${day}, qui est ce que cette colonne attend.`,
    en: ({ text, iso, day = iso }) =>
      `${shown.en(text)} is most likely the date ${iso}, of which a spreadsheet kept only the number of days since 1900: write ${day}, which is what this column expects.`,
  },

  fix: (_text, { day }) => day,
})

/** Without a schema: nearly all values are dates or such numbers, and the dates or the label say which it is. */
function holdsDates(column: Column): boolean {
  const found = column.learn(expectsDate(column) ? amongDates : serialsAndDates)
  if (found === 'no serials') return true
  return (
    found === 'mostly dates' ||
    (found === 'mostly serials' && labelWords(column.label).some(word => DAY_WORDS.has(word)))
  )
}

type Found = 'no serials' | 'mostly dates' | 'mostly serials' | 'others'

const serialsAndDates = tally<Found, 'serial' | 'date' | 'other'>({
  kindOf: value => (isSerial(value) ? 'serial' : writtenDate(value.trim()) ? 'date' : 'other'),
  judge(counts) {
    const [serials, dates] = [counts.get('serial') ?? 0, counts.get('date') ?? 0]
    if (serials === 0 || serials + dates < 0.8 * totalOf(counts)) return 'others'
    return dates > serials ? 'mostly dates' : 'mostly serials'
  },
})

/** The same where dates are expected. That there is no number decides nothing elsewhere, so that one that is typed does not either. */
const amongDates = tally<Found, 'serial' | 'date' | 'other'>({
  kindOf: serialsAndDates.kindOf,
  judge: (counts, of) => (counts.has('serial') ? serialsAndDates.judge(counts, of) : 'no serials'),
})

function isSerial(text: string): boolean {
  const number = text.trim()
  return /^\d{5}$/.test(number) && Number(number) >= FIRST && Number(number) <= LAST
}

function dayOf(text: string, format: string): Pick<Facts, 'iso' | 'day'> {
  const iso = new Date((Number(text) - EPOCH) * 86_400_000).toISOString().slice(0, 10)
  if (format === 'default' || format === 'any') return { iso, day: iso }
  const parts: Readonly<Record<string, string>> = { Y: iso.slice(0, 4), m: iso.slice(5, 7), d: iso.slice(8) }
  const day = format.replace(/^fmt:/, '').replace(/%([Ymd])/g, (_, part: string) => parts[part]!)
  return { iso, day: day.includes('%') ? undefined : day }
}

/** A digit first, and a mark in one of the places where dates have them. */
const isMarked = accepting(
  { is: 'moment', layouts: [ISO_LAYOUT, DAY_FIRST] },
  (bytes, from, to) =>
    to - from > 5 && isDigit(bytes[from]!) && !(isDigit(bytes[from + 2]!) && isDigit(bytes[from + 4]!)),
)

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39
}
