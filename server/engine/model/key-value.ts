import type { Field } from './field'
import type { KeyPart } from './reference'

/**
 * How the values of a field are compared where each must be the only one: 1 and 1.0 are one number, `oui` and `1` both
 * true, two spellings of a date one day. Undefined for types whose values are compared as they are written; so is a value
 * that cannot be read.
 */
function keyValue(field: Field | undefined): ((text: string) => string) | undefined {
  if (!field) return undefined
  const { type, format, read } = field
  if (type === 'integer' || type === 'number') return text => numberValue(field, text) ?? text
  if (type !== 'boolean' && (type !== 'date' || format === 'default')) return undefined
  return text => {
    const value = read(text)
    return value === undefined ? text : `${READ}${String(value)}`
  }
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

/** Digits up to which two numbers are the same only where they are spelled alike. */
const EXACT = 15
const [ZERO, MINUS] = [48, 45]

/** A number in its shortest spelling under the field, to the last digit; undefined when it cannot be read. */
function numberValue({ read, decimalChar, groupChar }: Field, text: string): string | undefined {
  const value = read(text)
  if (typeof value !== 'number') return undefined
  const bare = (groupChar ? text.replaceAll(groupChar, '') : text).trim()
  // Too large or too small for a number of this language, `INF` and `NaN` too.
  if (!Number.isFinite(value) || (value === 0 && /e/i.test(bare))) return bare.toUpperCase()
  const shortest = bare.length <= EXACT ? String(value) : (exactly(bare, decimalChar) ?? bare)
  return shortest.replace('.', decimalChar)
}

/** A long number without what tells nothing; undefined when it is written in another way. */
function exactly(text: string, decimalChar: string): string | undefined {
  const [whole = '', decimals = '', ...others] = text.split(decimalChar)
  const parts = /^([+-]?)0*(\d*)$/.exec(whole)
  if (!parts || others.length > 0 || !/^\d*$/.test(decimals)) return undefined
  const fraction = decimals.replace(/0+$/, '')
  const sign = parts[1] === '-' ? '-' : ''
  const number = `${sign}${parts[2] || '0'}${fraction && `.${fraction}`}`
  return number.length <= EXACT ? String(Number(number)) : number
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= 57
}
