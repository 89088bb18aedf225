import { momentPattern } from './csvw-moment'
import { escaped, numberExpression, plainNumberExpression } from './csvw-number'
import { recordIn, textIn, wordIn } from './csvw-values'

type Descriptor = Readonly<Record<string, unknown>>
type Written = Record<string, unknown>

/** Whole numbers that a datatype of XML Schema holds, from one to another. */
const WHOLE: Readonly<Record<string, readonly [least: number | undefined, most: number | undefined]>> = {
  integer: [undefined, undefined],
  long: [undefined, undefined],
  int: [-2_147_483_648, 2_147_483_647],
  short: [-32_768, 32_767],
  byte: [-128, 127],
  nonNegativeInteger: [0, undefined],
  positiveInteger: [1, undefined],
  nonPositiveInteger: [undefined, 0],
  negativeInteger: [undefined, -1],
  unsignedLong: [0, undefined],
  unsignedInt: [0, 4_294_967_295],
  unsignedShort: [0, 65_535],
  unsignedByte: [0, 255],
}
const DECIMAL = 'decimal'
const FLOATS = new Set(['number', 'double', 'float'])

const MOMENTS: Readonly<Record<string, string>> = {
  date: 'date',
  time: 'time',
  datetime: 'datetime',
  dateTime: 'datetime',
  dateTimeStamp: 'datetime',
}

const ZONE = '(?:Z|[+-]\\d\\d:\\d\\d)?'
const BASE64 = '(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?'
/** Datatypes of which the form says all. */
const FORMS: Readonly<Record<string, string>> = {
  dateTimeStamp: '.*(?:Z|[+-]\\d\\d:\\d\\d)',
  dayTimeDuration: '-?P(?:\\d+D)?(?:T(?:\\d+H)?(?:\\d+M)?(?:\\d+(?:\\.\\d+)?S)?)?',
  yearMonthDuration: '-?P(?:\\d+Y)?(?:\\d+M)?',
  gYear: `-?\\d{4,}${ZONE}`,
  gYearMonth: `-?\\d{4,}-\\d\\d${ZONE}`,
  gMonth: `--\\d\\d${ZONE}`,
  gMonthDay: `--\\d\\d-\\d\\d${ZONE}`,
  gDay: `---\\d\\d${ZONE}`,
  hexBinary: '(?:[0-9A-Fa-f]{2})*',
  base64Binary: BASE64,
  binary: BASE64,
  language: '[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*',
  Name: '[\\p{L}_:][\\p{L}\\p{N}\\p{M}_:.·-]*',
  NMTOKEN: '[\\p{L}\\p{N}\\p{M}_:.·-]+',
}
const DURATIONS = new Set(['duration', 'dayTimeDuration', 'yearMonthDuration'])
/** Texts of which the length is not that of their letters. */
const ENCODED = new Set(['hexBinary', 'base64Binary', 'binary'])

/**
 * A field of Table Schema, without its name, for values of a datatype of CSVW
 * (https://www.w3.org/TR/tabular-metadata/#datatypes). `separator`: what stands between the values of a cell that holds
 * several.
 */
export function fieldOf(datatype: unknown, separator: string | undefined): Descriptor {
  const declared = recordIn(datatype) ?? {}
  const base = wordIn(datatype) ?? wordIn(declared['base']) ?? 'string'
  const field = single(base, declared)
  return separator === undefined || separator === '' ? field : several(field, separator)
}

function single(base: string, declared: Descriptor): Descriptor {
  if (Object.hasOwn(WHOLE, base) || base === DECIMAL || FLOATS.has(base)) return numeric(base, declared)
  if (Object.hasOwn(MOMENTS, base)) return moment(base, declared)
  if (base === 'boolean') {
    const [yes, no] = textIn(declared['format'])?.split('|') ?? []
    return yes !== undefined && no !== undefined
      ? { type: 'boolean', trueValues: [yes], falseValues: [no] }
      : { type: 'boolean', trueValues: ['true', '1'], falseValues: ['false', '0'] }
  }
  const sizes = ENCODED.has(base) ? {} : lengths(declared)
  // Of several values in a cell only one thing can be asked: a length is what the document says itself.
  const pattern = textIn(declared['format']) ?? (Object.keys(sizes).length > 0 ? undefined : FORMS[base])
  const form = pattern !== undefined && { pattern }
  return DURATIONS.has(base)
    ? { type: 'duration', constraints: { ...bounds(declared), ...form } }
    : { type: 'string', constraints: { ...sizes, ...form } }
}

function numeric(base: string, declared: Descriptor): Descriptor {
  const format = recordIn(declared['format'])
  const pattern = textIn(declared['format']) ?? textIn(format?.['pattern'])
  const decimalChar = textIn(format?.['decimalChar']) ?? '.'
  const groupChar = textIn(format?.['groupChar']) ?? (pattern?.includes(',') && decimalChar !== ',' ? ',' : undefined)
  const marks = { decimalChar, groupChar }
  const isWhole = Object.hasOwn(WHOLE, base)
  const kind = isWhole ? 'integer' : base === DECIMAL ? 'decimal' : 'double'
  const isFree = pattern === undefined && format === undefined
  const form =
    pattern === undefined
      ? isFree && kind !== 'decimal'
        ? undefined
        : plainNumberExpression(kind, marks)
      : numberExpression(pattern, marks)
  const [least, most] = WHOLE[base] ?? []
  return {
    type: isWhole && !form?.includes('‰') ? 'integer' : 'number',
    decimalChar,
    ...(groupChar !== undefined && { groupChar }),
    ...(form !== undefined && /[%‰]/.test(form) && { bareNumber: false }),
    constraints: {
      ...(least !== undefined && { minimum: least }),
      ...(most !== undefined && { maximum: most }),
      ...bounds(declared),
      ...(form !== undefined && { pattern: form }),
    },
  }
}

function moment(base: string, declared: Descriptor): Descriptor {
  const format = recordIn(declared['format'])
  const written = textIn(declared['format']) ?? textIn(format?.['pattern'])
  const pattern = written === undefined ? undefined : momentPattern(written)
  const form = pattern?.expression ?? FORMS[base]
  const constraints = { ...(!pattern && bounds(declared)), ...(form !== undefined && { pattern: form }) }
  if (!pattern) return { type: MOMENTS[base], constraints }
  return pattern.format === undefined
    ? { type: 'string', constraints }
    : { type: MOMENTS[base], format: pattern.format, constraints }
}

/** Several values in a cell: what each must be like is one expression, where it is said by one. */
function several({ type, format, constraints }: Descriptor, separator: string): Descriptor {
  const { pattern, minLength, maxLength } = recordIn(constraints) ?? {}
  const between = escaped(separator)
  const isSized = minLength !== undefined || maxLength !== undefined
  const free = separator.length === 1 ? `[^${between}]` : '.'
  const item =
    textIn(pattern) ??
    (isSized ? `${free}{${Number(minLength ?? 0)},${maxLength === undefined ? '' : Number(maxLength)}}` : undefined)
  const list =
    format === undefined && type !== 'duration'
      ? { type: 'list', itemType: type, delimiter: separator }
      : { type: 'string' }
  return item === undefined ? list : { ...list, constraints: { pattern: `(?:${item})(?:${between}(?:${item}))*` } }
}

function lengths(declared: Descriptor): Written {
  const { length, minLength = length, maxLength = length } = declared
  return { ...(isLength(minLength) && { minLength }), ...(isLength(maxLength) && { maxLength }) }
}

function isLength(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
}

function bounds(declared: Descriptor): Written {
  const { minimum, minInclusive = minimum, maximum, maxInclusive = maximum, minExclusive, maxExclusive } = declared
  return {
    ...(minInclusive !== undefined && { minimum: minInclusive }),
    ...(maxInclusive !== undefined && { maximum: maxInclusive }),
    ...(minExclusive !== undefined && { exclusiveMinimum: minExclusive }),
    ...(maxExclusive !== undefined && { exclusiveMaximum: maxExclusive }),
  }
}
