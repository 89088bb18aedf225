/** What a cell looks like, from the most to the least telling. */
export const cellType = {
  empty: 0,
  integer: 1,
  decimal: 2,
  /** Date, time, or both. */
  date: 3,
  /** Web or mail address. */
  address: 4,
  boolean: 5,
  /** One run of letters and digits, as an identifier has. */
  code: 6,
  word: 7,
  text: 8,
  /** Three or more parts of one type, kept apart by what delimits cells elsewhere. */
  list: 9,
  /** Holds what delimits cells elsewhere, or half of a pair of brackets: perhaps several cells, or a part of one. */
  odd: 10,
} as const

/** Types that a header's label seldom has. */
export function isValueType(type: number): boolean {
  return type >= cellType.integer && type <= cellType.boolean
}

/** The type of the bytes from `start` up to `end`, spaces round them left aside. */
export function typeOfCell(bytes: Uint8Array, start: number, end: number): number {
  while (start < end && bytes[start]! <= SPACE) start++
  while (end > start && bytes[end - 1]! <= SPACE) end--
  if (start === end) return cellType.empty
  let digits = 0
  let letters = 0
  let spaces = 0
  let dots = 0
  let marks = 0
  let foreign = 0
  let brackets = 0
  let at = false
  for (let look = start; look < end; look++) {
    const byte = bytes[look]!
    const kind = kindOfByte[byte]!
    if (kind === DIGIT) digits++
    else if (kind === LETTER) letters++
    else if (kind === BLANK) spaces++
    else if (kind === FOREIGN) foreign++
    else if (byte === 46 || byte === 44) dots++
    else if (byte === 40 || byte === 91 || byte === 123) brackets++
    else if (byte === 41 || byte === 93 || byte === 125) brackets--
    else if (byte === 64) at = true
    else marks++
  }
  const length = end - start
  if (digits === length) return cellType.integer
  if (foreign > 0) return isList(bytes, start, end) ? cellType.list : cellType.odd
  if (brackets !== 0) return cellType.odd
  if (digits > 0 && length <= LONGEST_VALUE) {
    if (digits + dots === length && dots === 1) return cellType.decimal
    if (letters <= 12 && beginsValue[bytes[start]!] === 1) {
      const value = valueType(plainText(bytes, start, end))
      if (value !== undefined) return value
    }
  } else if (digits === 0 && length <= 6 && booleans.has(plainText(bytes, start, end).toLowerCase()))
    return cellType.boolean
  if (spaces === 0 && (at || marks > 2) && address.test(plainText(bytes, start, Math.min(end, start + 80))))
    return cellType.address
  if (spaces > 0) return cellType.text
  return digits > 0 ? cellType.code : cellType.word
}

const SPACE = 32
const LONGEST_VALUE = 40

const DIGIT = 1
const LETTER = 2
const BLANK = 3
const FOREIGN = 4

const kindOfByte = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 48 && byte <= 57) return DIGIT
  if (byte >= 0x80 || ((byte | 32) >= 97 && (byte | 32) <= 122)) return LETTER
  if (byte === 9 || byte === 59 || byte === 124) return FOREIGN
  return byte <= SPACE ? BLANK : 0
})

/** Digits, signs, decimal marks, and the first byte of `$`, `£` and `€`. */
const beginsValue = Uint8Array.from({ length: 256 }, (_, byte) =>
  (byte >= 48 && byte <= 57) || [0x2b, 0x2c, 0x2d, 0x2e, 0x24, 0xc2, 0xe2].includes(byte) ? 1 : 0,
)

/** Whether bytes begin as those of a number or a date do, spaces left aside: no other cell is one. */
export function beginsAsValue(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start
  while (at < end && bytes[at]! <= SPACE) at++
  return at < end && beginsValue[bytes[at]!] === 1
}

const booleans = new Set('oui non vrai faux true false yes no na n/a nan nc nd null none nil - -- … .. ? x'.split(' '))

const number =
  /^[+-]?[$£€]?\s?(?:(?:\d+|\d{1,3}([ .,'’])\d{3}(?:\1\d{3})*)(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d+)?\s?(?:[%‰$£€]|k€|M€|EUR)?$/
const clock = String.raw`\d{1,2}[:hH]\d{2}(?::\d{2}(?:[.,:]\d{1,9})?)?(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s?Z|\s?[+-]\d{2}:?\d{0,2})?`
const months = '[a-zA-Zéû]{3,9}\\.?'
const date = new RegExp(
  String.raw`^(?:\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,2}[- ]${months}[- ]\d{2,4}|\d{1,2}/\d{4})(?:[T ]+${clock})?$|^${clock}$`,
)
const address = /^(?:(?:https?|ftp):\/\/|www\.)\S+$|^[\w.+-]+@[\w-]+\.[\w.-]+$/

function valueType(text: string): number | undefined {
  if (number.test(text)) return /[.,]\d{1,2}(?!\d)|[eE]/.test(text) ? cellType.decimal : cellType.integer
  return date.test(text) ? cellType.date : undefined
}

/** Whether the cell holds parts of one type between `;`, tabs or bars of one kind. */
function isList(bytes: Uint8Array, start: number, end: number): boolean {
  let mark = 0
  let parts = 0
  let type = 0
  let from = start
  for (let at = start; at <= end; at++) {
    const byte = at < end ? bytes[at]! : mark
    if (at < end && kindOfByte[byte] !== FOREIGN) continue
    mark ||= byte
    if (byte !== mark) return false
    const part = typeOfCell(bytes, from, at)
    const group = part === cellType.decimal ? cellType.integer : part >= cellType.code ? cellType.text : part
    if (part === cellType.empty || part === cellType.odd || (parts > 0 && group !== type)) return false
    type = group
    parts++
    from = at + 1
  }
  return parts > 2
}

/** The cell as text; any space, also one that keeps lines together, is a plain one. */
function plainText(bytes: Uint8Array, start: number, end: number): string {
  let ascii = ''
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!
    if (byte >= 0x80) return decoder.decode(bytes.subarray(start, end)).replaceAll(/\s/g, ' ')
    ascii += String.fromCharCode(byte)
  }
  return ascii
}

const decoder = new TextDecoder()
