import { digitsOf } from './byte-sets'

const COMMA: u8 = 44
const POINT: u8 = 46

/** `isPlainNumber` of `model/written-number.ts`, or `isNoPlaceholder` of `model/placeholder.ts`. */
export function isPlainNumber(at: usize, length: i32, leavesOutPlaceholders: bool): bool {
  return isPlainUnsigned(at, length, leavesOutPlaceholders) || isPlainAtLength(at, length, leavesOutPlaceholders)
}

/** The same of up to 16 bytes without a sign. */
function isPlainUnsigned(at: usize, length: i32, leavesOutPlaceholders: bool): bool {
  const bytes = v128.load(at)
  const within = (1 << length) - 1
  const digits = digitsOf(bytes)
  const marks = v128.or(i8x16.eq(bytes, i8x16.splat(COMMA)), i8x16.eq(bytes, i8x16.splat(POINT)))
  const others = ~digits & within
  const first = load<u8>(at)
  const filled = v128.or(i8x16.eq(bytes, i8x16.splat(first)), i8x16.eq(bytes, i8x16.splat(48)))
  const mayStand = (<u32>i8x16.bitmask(v128.or(filled, marks)) & within) == within && (first == 48 || first == 57)
  const isOneMark = (others & (~(<u32>i8x16.bitmask(marks)) | (others - 1))) == 0
  return <u32>length - 1 < 16 && isOneMark && !(leavesOutPlaceholders && mayStand)
}

function isPlainAtLength(at: usize, length: i32, leavesOutPlaceholders: bool): bool {
  const end = at + length
  if (length == 0) return false
  const sign = load<u8>(at)
  const first = sign == 43 || sign == 45 ? at + 1 : at
  if (first == end) return false
  let marks = 0
  for (let i = first; i < end; i++) {
    const byte = load<u8>(i)
    if (byte == COMMA || byte == POINT) {
      if (++marks > 1) return false
    } else if (<u32>byte - 48 > 9) return false
  }
  return !leavesOutPlaceholders || !mayBePlaceholder(sign == 45 ? first : at, end, sign == 45)
}

/** Whether one digit and zeros make up the bytes. */
function mayBePlaceholder(at: usize, end: usize, isNegative: bool): bool {
  const first = load<u8>(at)
  if (first != 48 && first != 57 && (first != 49 || !isNegative)) return false
  for (let i = at + 1; i < end; i++) {
    const byte = load<u8>(i)
    if (byte != first && byte != 48 && byte != COMMA && byte != POINT) return false
  }
  return true
}

/** `cannotBeLargeNumber` of `rules/scientific-notation.ts`. */
export function isNoLargeNumber(at: usize, length: i32, kept: i32): bool {
  let isDigits = true
  let isCertain = true
  const end = at + length
  for (; at < end; at++) {
    const byte = load<u8>(at)
    if (<u32>byte - 48 <= 9) continue
    isDigits = false
    const letter = byte | 0x20
    if (letter >= 97 && letter <= 122 && letter != 101) return true
    if (letter == 101 || byte <= 0x20 || byte >= 0x80) isCertain = false
  }
  return isDigits ? length <= kept : isCertain
}
