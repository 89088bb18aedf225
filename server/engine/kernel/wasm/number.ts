import { digitsOf } from './byte-sets'

/** What `numberOf` says when only the text can tell: less than any number that 15 digits write. */
export const NOT_A_NUMBER: f64 = -Infinity

/** As many digits as a double surely holds. */
const EXACT_DIGITS = 15
const POWERS = memory.data<f64>([1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15])

/** Whether up to 16 bytes are digits and perhaps a decimal mark, with one digit at least before it and no more than `most`. */
export function isUnsigned(at: usize, length: i32, mark: i32, most: u32): bool {
  if (length > 16) return false
  const bytes = v128.load(at)
  // Where there is no mark, a digit stands for it.
  const marks = i8x16.eq(bytes, i8x16.splat(<i8>select(48, mark, mark < 0)))
  const others = ~digitsOf(bytes) & ((1 << length) - 1)
  const isOneMark = (others & (~(<u32>i8x16.bitmask(marks)) | (others - 1))) == 0
  return isOneMark && <u32>ctz(others | (1 << length)) - 1 < most
}

/** Whether these bytes are a sign or none, digits, and perhaps a decimal mark and others; −1 for no mark. */
export function isNumber(at: usize, length: i32, mark: i32): bool {
  if (isUnsigned(at, length, mark, 16)) return true
  const end = at + length
  if (length > 0 && isSign(load<u8>(at))) at++
  const first = at
  at = afterDigits(at, end)
  if (at == first) return false
  if (at < end && <i32>load<u8>(at) == mark) at = afterDigits(at + 1, end)
  return at == end
}

/** The number that up to 15 digits with a sign and a decimal mark write, rounded as `Number` rounds. */
export function numberOf(at: usize, length: i32, mark: i32): f64 {
  const end = at + length
  const sign: u8 = length > 0 ? load<u8>(at) : 0
  if (isSign(sign)) at++
  let value: u64 = 0
  let digits = 0
  let decimals = -1
  for (; at < end; at++) {
    const byte = load<u8>(at)
    const digit: u32 = <u32>byte - 48
    if (digit <= 9) {
      if (++digits > EXACT_DIGITS) return NOT_A_NUMBER
      value = value * 10 + digit
      if (decimals >= 0) decimals++
    } else if (<i32>byte == mark && decimals < 0 && digits > 0) decimals = 0
    else return NOT_A_NUMBER
  }
  if (digits == 0) return NOT_A_NUMBER
  // Both numbers of the quotient are exact.
  const number = decimals > 0 ? <f64>value / load<f64>(POWERS + (decimals << 3)) : <f64>value
  return sign == 45 ? -number : number
}

function isSign(byte: u8): bool {
  return byte == 43 || byte == 45
}

function afterDigits(at: usize, end: usize): usize {
  while (at < end && <u32>load<u8>(at) - 48 <= 9) at++
  return at
}
