import type { Field } from './field'

/** How a field wants its dates and times, in letters and by an example. */
export interface Layout {
  readonly fr: string
  readonly en: string
  readonly example: string
}

/** The layout of a date, datetime or time field, in place of the directives of strptime that the schema writes. */
export function layoutOf({ type, format, example }: Field): Layout {
  const written = format.replace(/^fmt:/, '')
  const directives = written.includes('%') ? written : (USUAL[type] ?? '%Y-%m-%d')
  const spelt = (index: 0 | 1 | 2) =>
    directives.replace(/%-?(\w)/g, (directive, letter) => PARTS[letter]?.[index] ?? directive)
  return { fr: spelt(0), en: spelt(1), example: example ?? spelt(2) }
}

const USUAL: Readonly<Record<string, string>> = {
  datetime: '%Y-%m-%dT%H:%M:%SZ',
  time: '%H:%M:%S',
}

/** Each directive in French letters, in English letters, and on 31 May 2024 at 14:30:00. */
const PARTS: Readonly<Record<string, readonly [string, string, string]>> = {
  Y: ['AAAA', 'YYYY', '2024'],
  y: ['AA', 'YY', '24'],
  m: ['MM', 'MM', '05'],
  d: ['JJ', 'DD', '31'],
  b: ['mois', 'month', 'May'],
  B: ['mois', 'month', 'May'],
  j: ['jour de l’année', 'day of the year', '152'],
  H: ['hh', 'hh', '14'],
  I: ['hh', 'hh', '02'],
  p: ['AM/PM', 'AM/PM', 'PM'],
  M: ['mm', 'mm', '30'],
  S: ['ss', 'ss', '00'],
  f: ['ffffff', 'ffffff', '000000'],
  z: ['±hhmm', '±hhmm', '+0200'],
}
