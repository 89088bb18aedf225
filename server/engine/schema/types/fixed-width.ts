import { type Accept, accepting, type Layout, type NumberAt } from '../../model/accept'
import { digitsAt } from './bytes'
import { dayNumber, isDate } from './calendar'
import { fullYear } from './moment'

const WIDTHS = { Y: 4, y: 2, m: 2, d: 2, H: 2, M: 2, S: 2 } as const

type Directive = keyof typeof WIDTHS

/** The layout of a pattern whose parts, directives and literals, all have one width; undefined for other patterns. */
export function layoutOf(parts: readonly string[]): Layout | undefined {
  const at: Partial<Record<Directive, number>> = {}
  const literals: { readonly at: number; readonly byte: number }[] = []
  let width = 0
  for (const part of parts)
    if (part.startsWith('%')) {
      const letter = part.slice(1)
      if (!isDirective(letter)) return undefined
      at[letter] = width
      width += WIDTHS[letter]
    } else
      for (const character of part) {
        const byte = character.charCodeAt(0)
        if (byte > 127) return undefined
        literals.push({ at: width++, byte })
      }
  return { width, at, literals }
}

/** A test on bytes that they are a date or a time of this layout. */
export function acceptLayout(layout: Layout): Accept {
  const dayAt = dayReader(layout)
  return accepting({ is: 'moment', layouts: [layout] }, (bytes, from, to) => !Number.isNaN(dayAt(bytes, from, to)))
}

/** The days from 1970-01-01 to the date that bytes of this layout tell. */
export function dayOfLayout(layout: Layout): NumberAt {
  return Object.assign(dayReader(layout), { form: { is: 'day', layout } as const })
}

function dayReader({ width, at, literals }: Layout): (bytes: Uint8Array, from: number, to: number) => number {
  // Taken out of the record: the function below runs once a cell.
  const { Y: long = -1, y: short = -1, m: month = -1, d: day = -1, H: hour = -1, M: minute = -1, S: second = -1 } = at
  return (bytes, from, to) => {
    if (to - from !== width) return Number.NaN
    for (let index = 0; index < literals.length; index++)
      if (bytes[from + literals[index]!.at] !== literals[index]!.byte) return Number.NaN
    if (hour >= 0 && !isUpTo(23, digitsAt(bytes, from + hour, 2))) return Number.NaN
    if (minute >= 0 && !isUpTo(59, digitsAt(bytes, from + minute, 2))) return Number.NaN
    if (second >= 0 && !isUpTo(59, digitsAt(bytes, from + second, 2))) return Number.NaN
    let year = long >= 0 ? digitsAt(bytes, from + long, 4) : 1900
    if (short >= 0) {
      year = digitsAt(bytes, from + short, 2)
      if (year < 0) return Number.NaN
      year = fullYear(year)
    }
    const inYear = month >= 0 ? digitsAt(bytes, from + month, 2) : 1
    const inMonth = day >= 0 ? digitsAt(bytes, from + day, 2) : 1
    return isDate(year, inYear, inMonth) ? dayNumber(year, inYear, inMonth) : Number.NaN
  }
}

function isDirective(letter: string): letter is Directive {
  return Object.hasOwn(WIDTHS, letter)
}

function isUpTo(limit: number, value: number): boolean {
  return value >= 0 && value <= limit
}
