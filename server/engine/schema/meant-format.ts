import type { FieldType } from '../model/field'
import { nearest } from './nearest'
import { formats } from './words'

/** What people and other schemas call the formats of text. */
const otherNames: Readonly<Record<string, string>> = {
  url: 'uri',
  lien: 'uri',
  mail: 'email',
  'e-mail': 'email',
  courriel: 'email',
  guid: 'uuid',
  base64: 'binary',
}

/** The parts of a date as spreadsheets name them, in French and in English. */
const DATE_PARTS: Readonly<Record<string, string>> = { aaaa: '%Y', yyyy: '%Y', mm: '%m', jj: '%d', dd: '%d' }

/** The format that an unknown one probably means; undefined when nothing resembles it. */
export function meantFormat(type: FieldType, format: string): string | undefined {
  const lower = format.trim().toLowerCase()
  if (type === 'date') return dateFormat(lower)
  if (type === 'string' && Object.hasOwn(otherNames, lower)) return otherNames[lower]
  return nearest(lower, formats[type] ?? [])
}

/** `jj/mm/aaaa` as Table Schema writes it: day, month and year once each. */
function dateFormat(lower: string): string | undefined {
  const [, first, , second, , third] = /^([a-z]+)([-/. ])([a-z]+)(\2)([a-z]+)$/.exec(lower) ?? []
  const parts = [first, second, third].map(part => DATE_PARTS[part ?? ''])
  if (parts.toSorted().join(' ') !== '%Y %d %m') return nearest(lower, ['default', 'any'])
  const separator = lower[first!.length]!
  const written = parts.join(separator)
  return written === '%Y-%m-%d' ? 'default' : written
}
