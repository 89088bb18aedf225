/**
 * What the content of a cell is made of, as a bit mask.
 * The upper 16 bits hold the length of the content in bytes, 65,535 standing for that and more.
 * A signature speaks of the content: the quotes round a quoted cell are not part of it.
 */
export const signature = {
  /** ASCII digit. */
  digit: 1 << 0,
  /** ASCII letter. */
  letter: 1 << 1,
  /** Byte of 0x80 and above. */
  nonAscii: 1 << 2,
  /** Space, tab or line end as first or last byte. */
  edgeSpace: 1 << 3,
  /** Space anywhere. */
  space: 1 << 4,
  /** Control byte below 0x20 or 0x7F, line ends included. */
  control: 1 << 5,
  /** `@` anywhere. */
  at: 1 << 6,
  /** `=`, `+`, `-` or `@` as first byte. */
  leadingSign: 1 << 7,
  /** `,` anywhere. */
  comma: 1 << 8,
  /** `.`, `/`, `-` or `:` anywhere, as in dates and times. */
  dateMark: 1 << 9,
  /** Nine ASCII digits or more in a row. */
  longDigits: 1 << 10,
  /** `&`, `<` or `>` anywhere, as in HTML. */
  markup: 1 << 11,
  /** Any other ASCII punctuation. */
  otherMark: 1 << 12,
  /** The cell is written between quotes. */
  quoted: 1 << 13,
  /** The cell must be unescaped: its bytes are not its value. */
  escaped: 1 << 14,
  /** A number, a boolean, a list or an object of a format that tells them from text. */
  native: 1 << 15,
} as const

/** A list or an object is no text: of its bytes is only told that there are some. */
export const nested = signature.native | signature.escaped

/** Whether a cell holds a list or an object. */
export function isNested(mask: number): boolean {
  return (mask & (nested | signature.quoted)) === nested
}

/** The bits of a cell in which there is something to read. */
export const content =
  ~(
    signature.space |
    signature.edgeSpace |
    signature.control |
    signature.quoted |
    signature.escaped |
    signature.native
  ) & 0xffff

/** Length in bytes that a signature carries, 65,535 standing for that and more. */
export function signatureLength(mask: number): number {
  return mask >>> 16
}

/** For each byte the bits that it adds to the signature of what it stands in. */
export const byteBits: Uint16Array = Uint16Array.from({ length: 256 }, (_, byte) => bitsOf(byte))

function bitsOf(byte: number): number {
  const char = String.fromCharCode(byte)
  if (byte >= 0x80) return signature.nonAscii
  if (byte < 32 || byte === 127) return signature.control
  if (/[0-9]/.test(char)) return signature.digit
  if (/[A-Za-z]/.test(char)) return signature.letter
  if (char === ' ') return signature.space
  if (char === '@') return signature.at
  if (char === ',') return signature.comma
  if ('./-:'.includes(char)) return signature.dateMark
  if ('&<>'.includes(char)) return signature.markup
  return signature.otherMark
}

/** Long enough for a SIREN. */
const LONG_RUN = 9

/** What content must hold before it is worth looking for a space at its edges, or a sign in front. */
const SPACES = signature.space | signature.control
const SIGNS = signature.at | signature.dateMark | signature.otherMark

/** A signature from the bits of the bytes of a content, which lies from `from` up to `to`. */
export function signatureOf(bits: number, bytes: Uint8Array, from: number, to: number): number {
  const length = to - from
  if (length <= 0) return bits
  let mask = bits
  if ((mask & SPACES) !== 0 && (isSpace(bytes[from]!) || isSpace(bytes[to - 1]!))) mask |= signature.edgeSpace
  if ((mask & SIGNS) !== 0 && isSign(bytes[from]!)) mask |= signature.leadingSign
  if ((mask & signature.digit) !== 0 && hasLongRun(bytes, from, to)) mask |= signature.longDigits
  return (mask | ((length < 0xffff ? length : 0xffff) << 16)) >>> 0
}

function isSpace(byte: number): boolean {
  return byte === 32 || (byte >= 9 && byte <= 13)
}

/** `=`, `+`, `-` or `@`. */
function isSign(byte: number): boolean {
  return byte === 61 || byte === 43 || byte === 45 || byte === 64
}

/** True for as many digits in a row as a SIREN has; looks at one byte in nine where there are none. */
function hasLongRun(text: Uint8Array, from: number, to: number): boolean {
  for (let probe = from + LONG_RUN - 1; probe < to; probe += LONG_RUN) {
    let first = probe
    while (first >= from && isDigit(text[first]!)) first--
    const enough = first + 1 + LONG_RUN
    while (probe < to && probe < enough && isDigit(text[probe]!)) probe++
    if (probe === enough) return true
  }
  return false
}

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57
}
