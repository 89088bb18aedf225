/**
 * What the content of a cell is made of, as a bit mask that the scanner makes while it passes.
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
} as const

/** The bits of a cell in which there is something to read. */
export const content =
  ~(signature.space | signature.edgeSpace | signature.control | signature.quoted | signature.escaped) & 0xffff

/** Length in bytes that a signature carries, 65,535 standing for that and more. */
export function signatureLength(mask: number): number {
  return mask >>> 16
}
