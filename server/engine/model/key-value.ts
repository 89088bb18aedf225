import { canonical } from './canonical'
import { durationValue } from './duration'
import type { Field } from './field'
import type { KeyPart } from './reference'

/**
 * How the values of a field are compared where each must be the only one: 1 and 1.0 are one number, `oui` and `1` both
 * true, two spellings of a date one day, P1D and PT24H one duration, two points the same where their degrees are, two
 * objects where their members are, in any order. Undefined for types whose values are compared as they are written; so is a
 * value that cannot be read.
 */
function keyValue(field: Field | undefined): ((text: string) => string) | undefined {
  if (!field) return undefined
  const { type, format, read } = field
  if (type === 'integer' || type === 'number')
    return text => exactNumber(field, text)?.replace('.', field.decimalChar) ?? text
  if (type === 'datetime' && format === 'default') return text => (ELSEWHERE.test(text) ? inUtc(field, text) : text)
  if (type === 'duration') return text => readAs(durationValue(text)) ?? text
  if (type === 'array' || type === 'object' || type === 'geojson') return text => readAs(jsonKey(field, text)) ?? text
  const isTimed = type === 'date' || type === 'datetime' || type === 'time'
  if (type !== 'boolean' && type !== 'geopoint' && (!isTimed || format === 'default')) return undefined
  return text => {
    const value = read(text)
    return readAs(value === undefined ? undefined : String(value)) ?? text
  }
}

/** What a value was read as, apart from all that is compared as it is written. */
function readAs(value: string | undefined): string | undefined {
  return value === undefined ? undefined : READ + value
}

/**
 * A list or an object in JSON as one text for all its spellings; undefined where a number in it has more digits than this
 * language keeps, or where it is nested deeper than any code could follow.
 */
export function jsonKey({ read }: Field, text: string): string | undefined {
  const value = LONG_NUMBER.test(text) || isDeep(text) ? undefined : read(text)
  return typeof value === 'object' ? canonical(value) : undefined
}

const LONG_NUMBER = /\d[\d.]{15}|\d[eE]/

/** Levels that real values have by far not. */
const DEEPEST = 200

/** Whether brackets stand within each other by the hundred. */
function isDeep(text: string): boolean {
  let depth = 0
  for (const [met] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (met === '[' || met === '{') depth++
    else if (met === ']' || met === '}') depth--
    if (depth > DEEPEST) return true
  }
  return false
}

/** The end of a moment in whole seconds that is told in the time of a zone. */
const ELSEWHERE = /:\d\d[+-]\d\d:\d\d$/

/** A moment as it is spelled in UTC. */
function inUtc({ read }: Field, text: string): string {
  const value = read(text)
  return typeof value === 'number' ? new Date(value).toISOString().replace('.000', '') : text
}

/**
 * The decimal mark with which {@link isPlainKey} tells that a number of a field is compared as it is written; −1 when no byte
 * is one, undefined when it is not told.
 */
function plainMark({ type, decimalChar, groupChar }: Field): number | undefined {
  if (/[\d+-]/.test(decimalChar) || (groupChar !== undefined && /[\d+-]/.test(groupChar))) return undefined
  if (type === 'integer') return -1
  if (type !== 'number') return undefined
  const mark = decimalChar.charCodeAt(0)
  return decimalChar.length === 1 && mark < 128 && decimalChar !== groupChar ? mark : -1
}

/** Bytes up to which {@link isPlainKey} tells of a number with decimals, and of one below 1: `0.0000001` is spelled `1e-7`. */
const LONGEST = 15
const LONGEST_SMALL = 8

/** What tells how the values of a key are compared, and of which that is seen by their bytes; nothing where all are as written. */
export function keyReading(
  fields: readonly (Field | undefined)[],
): { readonly reads: readonly KeyPart[]; readonly plainMarks: readonly (number | undefined)[] } | undefined {
  const reads = fields.map(keyValue)
  if (reads.every(read => read === undefined)) return undefined
  return { reads, plainMarks: fields.map(field => field && plainMark(field)) }
}

/** True only when the bytes spell a number in the shortest way: `-12`, `0`, `12.5`; neither `012`, `+12` nor `12.50`. */
export function isPlainKey(bytes: Uint8Array, from: number, to: number, mark: number): boolean {
  let at = from
  if (bytes[at] === MINUS) at++
  const first = at
  while (at < to && isDigit(bytes[at]!)) at++
  if (at === first || (bytes[first] === ZERO && at > first + 1)) return false
  if (at === to) return bytes[first] !== ZERO || first === from
  if (bytes[at] !== mark || to - from > (bytes[first] === ZERO ? LONGEST_SMALL : LONGEST)) return false
  const decimals = ++at
  while (at < to && isDigit(bytes[at]!)) at++
  return at === to && at > decimals && bytes[at - 1] !== ZERO
}

/** Stands before what a value was read as, since no value begins so. */
const READ = '\0'

/** Digits up to which two numbers of this language are the same only where those are. */
const EXACT = 15
const [ZERO, MINUS] = [48, 45]

/** A number in its shortest spelling, with a point, to the last digit; undefined when it cannot be read. */
export function exactNumber(field: Field, text: string): string | undefined {
  const value = field.read(text)
  if (typeof value !== 'number') return undefined
  const isShort = text.length <= EXACT && !/e/i.test(text)
  return isShort ? String(value) : (exactly(bareOf(field, text)) ?? text.trim().toUpperCase())
}

/** What of a text is the number, with a point; units, which stand around it where the field allows them, left out. */
function bareOf({ decimalChar, groupChar, bareNumber }: Field, text: string): string {
  const plain = (groupChar ? text.replaceAll(groupChar, '') : text).trim().replace(decimalChar, '.')
  const [, before = '', core = ''] = (!bareNumber && /^(.*?)(\.?\d.*?)\D*$/s.exec(plain)) || []
  return core === '' ? plain : (/-(?=[^+-]*$)/.test(before) ? '-' : '') + core
}

/** Exponents for which all digits are written, and below which a number of this language is not told from 0. */
const [MOST, LEAST] = [400, -300]

/** A number of any length from its digits alone; undefined when it is written in another way, as `INF` and `NaN` are. */
function exactly(text: string): string | undefined {
  const [, sign, whole = '', decimals = '', power = '0'] = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(text) ?? []
  if (sign === undefined || whole + decimals === '') return undefined
  const digits = (whole + decimals).replace(/^0+/, '')
  const told = digits.replace(/0+$/, '')
  if (told === '') return '0'
  const exponent = Number(power) - decimals.length + digits.length - told.length
  const minus = sign === '-' ? '-' : ''
  if (exponent >= 0 && exponent <= MOST) return minus + told + '0'.repeat(exponent)
  const scientific = `${minus}${told}e${exponent}`
  return told.length <= EXACT && exponent < 0 && exponent > LEAST ? String(Number(scientific)) : scientific
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= 57
}
