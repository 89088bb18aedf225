import { accepting } from './accept'
import { mostlyOf } from './lesson'

/** A number as people write it. */
export interface WrittenNumber {
  /** Its digits before the decimal mark, a minus sign before them, nothing between them. */
  readonly whole: string
  /** Its digits after the decimal mark; undefined without one. */
  readonly decimals: string | undefined
  /** What stands between its digits, three by three. */
  readonly groups: 'none' | 'space' | 'point' | 'comma'
}

/** Whether nearly all values of a column are numbers, written with or without grouped digits. */
export const areWrittenNumbers = mostlyOf(0.8, value => writtenNumbers(value.trim()).length > 0)

/** The readings of a number written with or without grouped digits: two for `1,250` and `1.250`, none for what is no number. */
export function writtenNumbers(text: string): readonly WrittenNumber[] {
  if (text.length > 60) return []
  const plain = plainReading(text)
  if (plain) return [plain]
  return SPELLINGS.flatMap(([groups, spelling]) => {
    const [, sign = '', digits, decimals] = spelling.exec(text) ?? []
    if (digits === undefined) return []
    return [{ whole: (sign === '-' ? sign : '') + digits.replace(/\D/g, ''), decimals, groups }]
  })
}

/** The reading of a number that has but one, as most are: of digits alone, or with decimals that are no three. */
function plainReading(text: string): WrittenNumber | undefined {
  const from = text[0] === '+' || text[0] === '-' ? 1 : 0
  let mark = -1
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 0x30 && code <= 0x39) continue
    if (mark >= 0 || at === from || (code !== 0x2c && code !== 0x2e)) return undefined
    mark = at
  }
  const digits = text.length - (mark < 0 ? from : mark + 1)
  if (digits === 0 || (mark >= 0 && digits === 3)) return undefined
  const start = text[0] === '+' ? 1 : 0
  return mark < 0
    ? { whole: text.slice(start), decimals: undefined, groups: 'none' }
    : { whole: text.slice(start, mark), decimals: text.slice(mark + 1), groups: 'none' }
}

/** A number in the spelling that software reads, with this decimal mark. */
export function plainNumber({ whole, decimals }: WrittenNumber, decimalChar: string): string {
  return decimals === undefined ? whole : whole + decimalChar + decimals
}

/** The number that a text is, whatever way it is written; NaN for what is none, or may be two. */
export function soleNumber(text: string): number {
  const [reading, ...others] = writtenNumbers(text.trim())
  return reading && others.length === 0 ? Number(plainNumber(reading, '.')) : Number.NaN
}

/** True only for bytes that are digits, with at most a sign before and one decimal mark among them. */
export const isPlainNumber = accepting({ is: 'plain-number', placeholders: 'counted' }, (bytes, from, to) => {
  let at = from
  let marks = 0
  if (bytes[at] === 0x2b || bytes[at] === 0x2d) at++
  if (at === to) return false
  for (; at < to; at++) {
    const byte = bytes[at]!
    if (byte === 0x2c || byte === 0x2e) {
      if (++marks > 1) return false
    } else if (byte < 0x30 || byte > 0x39) return false
  }
  return true
})

// A space is any of those that typists and spreadsheets use: plain, no-break, narrow no-break, thin. The Swiss write apostrophes.
const SPELLINGS: readonly (readonly [WrittenNumber['groups'], RegExp])[] = [
  ['none', /^([+-]?)(\d+)(?:[.,](\d+))?$/],
  ['space', /^([+-]?)([1-9]\d{0,2}(?:(?:[ \u00A0\u202F\u2009]\d{3})+|(?:['’]\d{3})+))(?:[.,](\d+))?$/],
  ['point', /^([+-]?)([1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d+))?$/],
  ['comma', /^([+-]?)([1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))?$/],
]
