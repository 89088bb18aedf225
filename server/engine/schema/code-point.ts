/** The character that UTF-8 bytes hold at a place (RFC 3629); undefined when they are not one, or none of several bytes. */
export function codePointIn(bytes: Uint8Array, at: number, end: number): number | undefined {
  const lead = bytes[at]!
  const length = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
  if (length === 0 || at + length > end) return undefined
  let point = lead & (0xff >> (length + 1))
  for (let i = 1; i < length; i++) {
    const byte = bytes[at + i]!
    if ((byte & 0xc0) !== 0x80) return undefined
    point = (point << 6) | (byte & 0x3f)
  }
  const isShortest = point >= (length === 4 ? 0x10000 : length === 3 ? 0x800 : 0x80)
  const isSurrogate = point >= 0xd800 && point < 0xe000
  return isShortest && !isSurrogate && point <= 0x10ffff ? point : undefined
}
