import { CELL_ROOM, ENDS, ROWS, SIGNATURES, STARTS, TEXT } from './room'
import { ESCAPED, holds, QUOTED, signatureOf } from './signature'

const LF: u8 = 10
const CR: u8 = 13

// What the last scan found besides its index.
export let cellCount: i32 = 0
export let rowCount: i32 = 0
export let crlfs: i32 = 0
export let lfs: i32 = 0
export let crs: i32 = 0
/** Byte after the last quoted cell, 0 when there is none. */
export let reach: i32 = 0
/** Union of the signatures. */
export let union: u32 = 0

let cellStart: i32 = 0
let quoteByte: i32 = -1

/**
 * Indexes the rows of the text up to the first that ends at `size` or after it, and returns how many bytes that is.
 * `isWhole`: the file ends where the text does. `quote`: −1 when there are none.
 * 0 when no row ends here; −1 when a quote stands where none may, or there are too many cells.
 */
export function scan(length: i32, size: i32, isWhole: bool, delimiter: i32, quote: i32): i32 {
  cellCount = rowCount = crlfs = lfs = crs = reach = cellStart = 0
  union = 0
  quoteByte = quote
  store<u32>(ROWS, 0)
  const delimiters = i8x16.splat(<i8>delimiter)
  const quotes = i8x16.splat(<i8>quote)
  const feeds = i8x16.splat(LF)
  const returns = i8x16.splat(CR)
  // All bits when the block begins inside quotes; the others tell in one bit what the byte before it was.
  let inQuotes: u64 = 0
  let afterBreak: u64 = 1
  let afterClose: u64 = 0
  let afterReturn: u64 = 0
  for (let block = 0; block < length; block += 64) {
    const a = v128.load(TEXT + block)
    const b = v128.load(TEXT + block, 16)
    const c = v128.load(TEXT + block, 32)
    const d = v128.load(TEXT + block, 48)
    const valid: u64 = length - block >= 64 ? ~0 : ((<u64>1) << (length - block)) - 1
    let lf = equal(a, b, c, d, feeds) & valid
    let cr = equal(a, b, c, d, returns) & valid
    let breaks = (equal(a, b, c, d, delimiters) & valid) | lf | cr
    const quoted = quote < 0 ? 0 : equal(a, b, c, d, quotes) & valid
    if ((quoted | inQuotes | afterClose) != 0) {
      const inside = prefixXor(quoted) ^ inQuotes
      const opening = quoted & inside
      const closing = quoted & ~inside
      breaks &= ~inside
      lf &= ~inside
      cr &= ~inside
      // A quote opens a cell or is the second of two; one that closes is followed by the end of its cell or by a second.
      const mayOpen = (breaks << 1) | afterBreak | (closing << 1) | afterClose
      const mustEnd = ((closing << 1) | afterClose) & valid
      if ((opening & ~mayOpen) != 0 || (mustEnd & ~(breaks | opening)) != 0) return -1
      afterClose = closing >> 63
      inQuotes = <u64>(<i64>inside >> 63)
    }
    if (cellCount + 64 >= CELL_ROOM) return -1
    // The second half of CRLF ends nothing.
    let ends = breaks & ~(lf & ((cr << 1) | afterReturn))
    afterBreak = breaks >> 63
    afterReturn = cr >> 63
    while (ends != 0) {
      const end = block + <i32>ctz(ends)
      ends &= ends - 1
      addCell(end)
      const byte = load<u8>(TEXT + end)
      let next = end + 1
      if (byte == LF) lfs++
      else if (byte == CR) {
        if (next >= length && !isWhole) return 0
        if (next < length && load<u8>(TEXT + next) == LF) {
          crlfs++
          next++
        } else crs++
      }
      cellStart = next
      if (byte != LF && byte != CR) continue
      store<u32>(ROWS + ((<usize>++rowCount) << 2), cellCount)
      if (next >= size || next >= length) return next
    }
  }
  if (!isWhole || inQuotes != 0) return 0
  addCell(length)
  store<u32>(ROWS + ((<usize>++rowCount) << 2), cellCount)
  return length
}

function addCell(end: i32): void {
  let from = cellStart
  let to = end
  let mask: u32 = 0
  if (from < to && load<u8>(TEXT + from) == quoteByte) {
    from++
    to--
    mask = holds(from, to, <u8>quoteByte) ? QUOTED | ESCAPED : QUOTED
    reach = end
  }
  const at = (<usize>cellCount) << 2
  store<u32>(STARTS + at, cellStart)
  store<u32>(ENDS + at, end)
  mask |= signatureOf(from, to)
  union |= mask
  store<u32>(SIGNATURES + at, mask)
  cellCount++
}

/** A bit for each of 64 bytes, set where it is the one wanted. */
function equal(a: v128, b: v128, c: v128, d: v128, wanted: v128): u64 {
  return (
    <u64>i8x16.bitmask(i8x16.eq(a, wanted)) |
    ((<u64>i8x16.bitmask(i8x16.eq(b, wanted))) << 16) |
    ((<u64>i8x16.bitmask(i8x16.eq(c, wanted))) << 32) |
    ((<u64>i8x16.bitmask(i8x16.eq(d, wanted))) << 48)
  )
}

/** Each bit as the parity of itself and those before it: the bytes inside quotes, an opening one included. */
function prefixXor(bits: u64): u64 {
  bits ^= bits << 1
  bits ^= bits << 2
  bits ^= bits << 4
  bits ^= bits << 8
  bits ^= bits << 16
  return bits ^ (bits << 32)
}
