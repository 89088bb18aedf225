import { CELL_ROOM, ENDS, ROWS, SIGNATURES, STARTS, TEXT } from './room'
import { oweSignatures } from './signed'

const LF: u8 = 10
const CR: u8 = 13

// What the last scan found besides its index.
export let cellCount: i32 = 0
export let rowCount: i32 = 0
export let crlfs: i32 = 0
export let lfs: i32 = 0
export let crs: i32 = 0
/** Line ends, those inside quotes included. */
export let lineCount: i32 = 0
/** Byte after the last quoted cell, 0 when there is none. */
export let reach: i32 = 0

/**
 * Indexes the rows of the text up to the first that ends at `size` or after it, and returns how many bytes that is; its
 * cells are signed when they are asked for. `isWhole`: the file ends where the text does. `quote`: −1 when there are none.
 * 0 when no row ends here; −1 when a quote stands where none may, or there are too many cells.
 */
export function scan(length: i32, size: i32, isWhole: bool, delimiter: i32, quote: i32): i32 {
  crlfs = lfs = crs = lineCount = reach = 0
  const delimiters = i8x16.splat(<i8>delimiter)
  const quotes = i8x16.splat(<i8>quote)
  const feeds = i8x16.splat(LF)
  const returns = i8x16.splat(CR)
  // All bits when the block begins inside quotes; the others tell in one bit what the byte before it was.
  let inQuotes: u64 = 0
  let afterBreak: u64 = 1
  let afterClose: u64 = 0
  let afterReturn: u64 = 0
  // A block before this one holds no last row: a line end may have a second byte beyond it.
  const mayEnd = min(size, length) - 65
  let cells = 0
  let rows = 0
  let taken = 0
  store<u32>(STARTS, 0)
  store<u32>(ROWS, 0)
  for (let block = 0; block < length; block += 64) {
    const a = v128.load(TEXT + block)
    const b = v128.load(TEXT + block, 16)
    const c = v128.load(TEXT + block, 32)
    const d = v128.load(TEXT + block, 48)
    const valid: u64 = length - block >= 64 ? ~0 : bitsBelow(length - block)
    const lf = equal(a, b, c, d, feeds) & valid
    const cr = equal(a, b, c, d, returns) & valid
    // The second half of CRLF ends nothing.
    let lines = (lf | cr) & ~(lf & ((cr << 1) | afterReturn))
    afterReturn = cr >> 63
    let ends = (equal(a, b, c, d, delimiters) & valid) | lines
    let rowEnds = lines
    let closing: u64 = 0
    const quoted = quote < 0 ? 0 : equal(a, b, c, d, quotes) & valid
    if ((quoted | inQuotes | afterClose) != 0) {
      const inside = prefixXor(quoted) ^ inQuotes
      const opening = quoted & inside
      closing = quoted & ~inside
      ends &= ~inside
      rowEnds &= ~inside
      // A quote opens a cell or is the second of two; one that closes is followed by the end of its cell or by a second.
      const breaks = ends | (lf & ~inside)
      const mayOpen = (breaks << 1) | afterBreak | (closing << 1) | afterClose
      const mustEnd = ((closing << 1) | afterClose) & valid
      if ((opening & ~mayOpen) != 0 || (mustEnd & ~(breaks | opening)) != 0) return -1
      afterBreak = breaks >> 63
      afterClose = closing >> 63
      inQuotes = <u64>(<i64>inside >> 63)
    } else afterBreak = (ends | lf) >> 63
    if (cells + 64 >= CELL_ROOM) return -1
    if (block >= mayEnd) {
      const next = afterLast(rowEnds, block, size, length, isWhole)
      if (next < 0) return 0
      if (next > 0) {
        // What follows the row belongs to the next chunk.
        taken = next
        const own: u64 = next - block >= 64 ? ~0 : bitsBelow(next - block)
        lines &= own
        ends &= own
        rowEnds &= own
        closing &= own
      }
    }
    if (closing != 0) reach = block + 64 - <i32>clz(closing)
    lineCount += <i32>popcnt(lines)
    addCells(ends, block, cells)
    for (let left = rowEnds; left != 0; left &= left - 1) {
      const last = left & (0 - left)
      const cell = cells + <i32>popcnt(ends & (last | (last - 1)))
      rows++
      store<i32>(ROWS + ((<usize>rows) << 2), cell)
      if ((last & lf) != 0) lfs++
      else endAtReturn(block + <i32>ctz(last) + 1, length, cell)
    }
    cells += <i32>popcnt(ends)
    if (taken > 0) break
  }
  if (taken == 0) {
    if (!isWhole || inQuotes != 0) return 0
    taken = length
    store<i32>(ENDS + ((<usize>cells) << 2), length)
    cells++
    rows++
    store<i32>(ROWS + ((<usize>rows) << 2), cells)
  }
  cellCount = cells
  rowCount = rows
  memory.fill(SIGNATURES, 0, (<usize>cells) << 2)
  oweSignatures(delimiter, quote)
  return taken
}

/** Where the row after the last one begins, if that ends here; 0 if it does not, −1 if only what follows can tell. */
function afterLast(rowEnds: u64, block: i32, size: i32, length: i32, isWhole: bool): i32 {
  for (; rowEnds != 0; rowEnds &= rowEnds - 1) {
    let next = block + <i32>ctz(rowEnds) + 1
    if (load<u8>(TEXT + next - 1) == CR) {
      if (next >= length) return isWhole ? next : -1
      if (load<u8>(TEXT + next) == LF) next++
    }
    if (next >= size || next >= length) return next
  }
  return 0
}

/** Adds the cells that end at these bytes of a block. */
function addCells(ends: u64, block: i32, cells: i32): void {
  let at = (<usize>cells) << 2
  while (ends != 0) {
    // Most blocks hold a few cells: four at once, of which those that are none are written over.
    for (let i = 0; i < 4; i++) {
      const end = block + <i32>ctz(ends)
      ends &= ends - 1
      store<i32>(ENDS + at, end)
      store<i32>(STARTS + at, end + 1, 4)
      at += 4
    }
  }
}

/** A row ends at a CR, before the byte `next`; `cell`: the first of the row after it. */
function endAtReturn(next: i32, length: i32, cell: i32): void {
  if (next < length && load<u8>(TEXT + next) == LF) {
    crlfs++
    store<i32>(STARTS + ((<usize>cell) << 2), next + 1)
  } else crs++
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

/** Bits for so many bytes, at most 63. */
function bitsBelow(count: i32): u64 {
  return ((<u64>1) << count) - 1
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
