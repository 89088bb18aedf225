import type { Layout } from '../../model/accept'
import { isDate } from './calendar'
import { layoutOf } from './fixed-width'
import { fullYear, type Moment } from './moment'
import { monthNumber, monthNames, weekdayNames } from './names'

/** A pattern of the C and Python standards (`%d/%m/%Y`), compiled. */
interface TimePattern {
  readonly read: (text: string) => Moment | undefined
  /** Where its parts lie, for the patterns of fixed width. */
  readonly layout: Layout | undefined
}

// As in Python's strptime, the leading zero of a number may be absent.
const DIRECTIVES: Readonly<Record<string, string>> = {
  Y: '(?<Y>\\d{4})',
  y: '(?<y>\\d{2})',
  m: '(?<m>1[0-2]|0[1-9]|[1-9])',
  d: '(?<d>3[01]|[12]\\d|0[1-9]|[1-9]| [1-9])',
  j: '(?<j>36[0-6]|3[0-5]\\d|[12]\\d\\d|0[1-9]\\d|00[1-9]|[1-9]\\d|0[1-9]|[1-9])',
  H: '(?<H>2[0-3]|[01]\\d|\\d)',
  I: '(?<I>1[0-2]|0[1-9]|[1-9])',
  M: '(?<M>[0-5]\\d|\\d)',
  S: '(?<S>[0-5]\\d|\\d)',
  f: '(?<f>\\d{1,6})',
  p: '(?<p>am|pm)',
  z: '(?<z>z|[+-]\\d{2}:?[0-5]\\d)',
  Z: '(?:utc|gmt|z|)',
  b: `(?<b>${monthNames.join('|')})`,
  a: `(?:${weekdayNames.join('|')})`,
  '%': '%',
}

const SAME: Readonly<Record<string, string>> = { e: '%d', B: '%b', h: '%b', A: '%a', n: ' ', t: ' ' }
const SHORT: Readonly<Record<string, string>> = { F: '%Y-%m-%d', T: '%H:%M:%S', R: '%H:%M', D: '%m/%d/%y' }

/** The pattern compiled, or undefined when it has a directive that nobody knows, one twice, or none at all. */
export function strptime(pattern: string): TimePattern | undefined {
  const long = pattern.replace(/%([a-zA-Z])/g, (directive, letter) => SHORT[letter] ?? SAME[letter] ?? directive)
  const parts = long.match(/%.?|\s+|[^%\s]+/gsu) ?? []
  if (!parts.some(part => /^%[a-zA-Z]/.test(part))) return
  const sources = parts.map(source)
  if (sources.includes(undefined)) return
  let expression: RegExp
  try {
    expression = new RegExp(`^${sources.join('')}$`, 'iu')
  } catch {
    // The same directive twice.
    return
  }
  return {
    read: text => {
      const groups = expression.exec(text)?.groups
      return groups && moment(groups)
    },
    layout: layoutOf(parts),
  }
}

function source(part: string): string | undefined {
  if (part.startsWith('%')) return DIRECTIVES[part.slice(1)]
  if (/^\s/u.test(part)) return '\\s+'
  return part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

function moment(groups: Readonly<Record<string, string | undefined>>): Moment {
  const { Y, y, m, b, d, j, H, I, M, S, f, p, z } = groups
  const found: { -readonly [Key in keyof Moment]: Moment[Key] } = {}
  if (Y) found.year = Number(Y)
  if (y) found.year = fullYear(Number(y))
  if (m) found.month = Number(m)
  if (b) found.month = monthNumber(b)!
  if (d) found.day = Number(d)
  if (j) Object.assign(found, ofYear(found.year ?? 1900, Number(j)))
  if (H) found.hour = Number(H)
  if (I) found.hour = (Number(I) % 12) + (p?.toLowerCase() === 'pm' ? 12 : 0)
  if (M) found.minute = Number(M)
  if (S) found.second = Number(S)
  if (f) found.second = (found.second ?? 0) + Number(`0.${f}`)
  if (z) found.offset = offsetMinutes(z)
  return found
}

/** Minutes ahead of UTC of `Z`, `+01:00` or `+0100`. */
export function offsetMinutes(zone: string): number {
  if (zone === 'Z' || zone === 'z') return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))
  return zone.startsWith('-') ? -minutes : minutes
}

function ofYear(year: number, dayOfYear: number): Pick<Moment, 'month' | 'day'> {
  let month = 1
  let day = dayOfYear
  while (month < 12 && !isDate(year, month, day)) {
    let length = 31
    while (!isDate(year, month, length)) length--
    day -= length
    month++
  }
  return { month, day }
}
