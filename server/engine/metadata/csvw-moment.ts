import { escaped } from './csvw-number'

/** A pattern of dates or times, in the words of Table Schema. */
interface MomentPattern {
  /** The pattern of strptime that reads the values; undefined where none does. */
  readonly format: string | undefined
  /** The regular expression of the values. */
  readonly expression: string
}

/** The fields of UAX 35 that CSVW keeps, as strptime and as regular expressions write them. */
const PARTS: Readonly<Record<string, readonly [directive: string, expression: string]>> = {
  yyyy: ['%Y', '\\d{4}'],
  MM: ['%m', '\\d\\d'],
  M: ['%m', '\\d{1,2}'],
  dd: ['%d', '\\d\\d'],
  d: ['%d', '\\d{1,2}'],
  HH: ['%H', '\\d\\d'],
  mm: ['%M', '\\d\\d'],
  ss: ['%S', '\\d\\d'],
}
/** Zones, which strptime reads otherwise or not at all; a small `x` has no `Z`. */
const ZONES: Readonly<Record<string, string>> = {
  X: '(?:Z|[+-]\\d\\d(?:\\d\\d)?)',
  XX: '(?:Z|[+-]\\d{4})',
  XXX: '(?:Z|[+-]\\d\\d:\\d\\d)',
  x: '[+-]\\d\\d(?:\\d\\d)?',
  xx: '[+-]\\d{4}',
  xxx: '[+-]\\d\\d:\\d\\d',
}

/**
 * What a pattern of dates and times of CSVW means (https://www.w3.org/TR/tabular-data-model/#formats-for-dates-and-times);
 * undefined for a pattern that it does not know.
 */
export function momentPattern(pattern: string): MomentPattern | undefined {
  let format: string | undefined = ''
  let expression = ''
  for (const [part] of pattern.matchAll(/\.S+|yyyy|MM?|dd?|HH|mm|ss|X{1,3}|x{1,3}|[^]/g)) {
    const known = PARTS[part]
    const zone = ZONES[part]
    if (known) {
      format = format === undefined ? undefined : format + known[0]
      expression += known[1]
    } else if (part.startsWith('.S') || zone !== undefined) {
      // Seconds have so many decimals at most.
      format = undefined
      expression += zone ?? `(?:\\.\\d{1,${part.length - 1}})?`
    } else if (/^[T\s./:,-]$/.test(part)) {
      format = format === undefined ? undefined : format + part
      expression += escaped(part)
    } else return undefined
  }
  return expression === '' ? undefined : { format, expression }
}
