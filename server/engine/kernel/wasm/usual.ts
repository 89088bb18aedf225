import { TEXT } from './room'
import { hasLongRun, isSign, LONG_RUN } from './signature'
import { digitsOf, inSet } from './byte-sets'

// What the cells of a column usually hold, as `writer.ts` writes it: a set of bytes, and whether many digits in a row, a sign
// in front, and a space at an edge are usual too.
const LONG_DIGITS: usize = 32
const LEADING_SIGN: usize = 36
const EDGE_SPACE: usize = 40

/** Sixteen bytes that are looked at, and sixteen that are not. */
const LEFT_OUT = memory.data<u8>([
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
  255, 255,
])

/** Whether a content that is not empty holds nothing else. */
export function isUsual(usual: usize, from: usize, length: i32): bool {
  const first = load<u8>(from)
  if (load<u32>(usual, LEADING_SIGN) == 0 && isSign(first)) return false
  if (load<u32>(usual, EDGE_SPACE) == 0 && (first <= 0x20 || load<u8>(from + length - 1) <= 0x20)) return false
  const isShort = length < 16
  // The last bytes come again.
  const last = v128.load(isShort ? from : from + length - 16)
  const leftOut = v128.load(LEFT_OUT + 16 - <usize>min(length, 16))
  let found = v128.or(inSet(usual, last), leftOut)
  let digits = <i32>popcnt(digitsOf(last) & ~(<u32>i8x16.bitmask(leftOut)))
  for (let at = 0; at < length - 16; at += 16) {
    const bytes = v128.load(from + at)
    found = i8x16.min_u(found, inSet(usual, bytes))
    digits += <i32>popcnt(digitsOf(bytes))
  }
  if (!i8x16.all_true(found)) return false
  if (digits < LONG_RUN || load<u32>(usual, LONG_DIGITS) != 0) return true
  const start = <i32>(from - TEXT)
  return !hasLongRun(start, start + length)
}
