import { counted } from './byte-sets'
import { unescaped } from './cell'
import { hashOf } from './hash'
import { ENDS, KEY, KEY_TEXT, ROWS, SCRATCH, STARTS, TEXT, TOLD } from './room'
import { contentEnd, contentStart, delimiterByte, findContent, quoteByte } from './signed'

// What is told of a row that has no hash: the upper half of a hash is never 0.
const COUNTS_NOT: u64 = 0
/** Its text must be read. */
const UNTOLD: u64 = 1

/** Bits of the word of a column of a key: its number and, above, what marks the decimals of a number, 0 where it is text. */
const COLUMN: u32 = 0xffffff
const MARK: u32 = 24

const ZERO: u8 = 48
const MINUS: u8 = 45
const LONGEST: i32 = 15
const LONGEST_SMALL: i32 = 8

/** What stands between two values of a key. */
const COMMA: u8 = 0x2c

/**
 * Hashes the keys of the rows up to `to`: for each the two halves, and behind them how many must be read. Those before
 * `from` count not. `model/hash.ts` defines the hash. `all`: rows count in whose key a value is missing, but not each.
 * `quote`: the byte that stands for itself when it is doubled; −1 where cells are escaped otherwise.
 */
export function hashKeys(from: i32, to: i32, columns: u32, all: bool, ignoresEdges: bool, quote: i32): void {
  const isWholeRow = all && ignoresEdges && isOfAll(columns)
  let told = TOLD
  let untold: u32 = 0
  for (let row = 0; row < to; row++) {
    let hash = COUNTS_NOT
    if (row >= from) {
      const length = isWholeRow ? plainRow(row, columns) : 0
      hash = length > 0 ? hashOf(KEY_TEXT, length) : hashKey(row, columns, all, ignoresEdges, quote)
    }
    if (hash == UNTOLD) untold++
    store<u64>(told, hash)
    told += 8
  }
  store<u32>(told, untold)
}

/** Whether the columns of the key are the first ones of the table, in their order. */
function isOfAll(columns: u32): bool {
  for (let i: u32 = 0; i < columns; i++) if (load<u32>(KEY + (i << 2)) != i) return false
  return true
}

/**
 * Writes the values of a row that has these columns and no others, and returns how many bytes that is; 0 where they are
 * not what the row is made of, but for the delimiters: in quotes, with spaces at their edges, or none of them there.
 */
function plainRow(row: i32, columns: u32): i32 {
  const first = load<u32>(ROWS + (row << 2))
  const last = load<u32>(ROWS + (row << 2), 4) - 1
  if (delimiterByte < 0 || last + 1 - first != columns) return 0
  const start = TEXT + load<u32>(STARTS + (first << 2))
  const length = <i32>(TEXT + load<u32>(ENDS + (last << 2)) - start)
  if (length < <i32>columns || load<u8>(start) <= 0x20 || load<u8>(start + length - 1) <= 0x20) return 0
  const delimiters = i8x16.splat(<i8>delimiterByte)
  const quotes = i8x16.splat(<i8>quoteByte)
  const spaces = i8x16.splat(0x20)
  const commas = i8x16.splat(COMMA)
  let afterDelimiter: u32 = 0
  let afterSpace: u32 = 0
  for (let at = 0; at < length; at += 16) {
    const bytes = v128.load(start + at)
    const isDelimiter = i8x16.eq(bytes, delimiters)
    const within = counted(length - at)
    if (quoteByte >= 0 && (<u32>i8x16.bitmask(i8x16.eq(bytes, quotes)) & within) != 0) return 0
    const delimiting = <u32>i8x16.bitmask(isDelimiter) & within
    const spacing = <u32>i8x16.bitmask(i8x16.le_u(bytes, spaces)) & within & ~delimiting
    if (((delimiting & ((spacing << 1) | afterSpace)) | (spacing & ((delimiting << 1) | afterDelimiter))) != 0) return 0
    afterSpace = spacing >> 15
    afterDelimiter = delimiting >> 15
    v128.store(KEY_TEXT + at, v128.bitselect(commas, bytes, isDelimiter))
  }
  return length
}

function hashKey(row: i32, columns: u32, all: bool, ignoresEdges: bool, quote: i32): u64 {
  const first = load<u32>(ROWS + (row << 2))
  const width = load<u32>(ROWS + (row << 2), 4) - first
  let absent: u32 = 0
  let end = KEY_TEXT
  for (let i: u32 = 0; i < columns; i++) {
    if (i > 0) store<u8>(end++, COMMA)
    const asked = load<u32>(KEY + (i << 2))
    const column = asked & COLUMN
    if (column >= width) {
      if (!all) return COUNTS_NOT
      absent++
      continue
    }
    const isEscaped = findContent(first + column)
    let from = contentStart
    let to = contentEnd
    // Of a text of JSON that is never closed the last byte is no quote: what it holds only its reader can tell.
    if (from == to && !isEscaped) {
      if (!all) return COUNTS_NOT
      absent++
    }
    if (isEscaped) {
      const length = unescaped(from, <i32>(to - from), quote)
      if (length < 0) return UNTOLD
      from = SCRATCH
      to = SCRATCH + length
    }
    if (asked > COLUMN && !isPlainKey(from, to, <i32>(asked >> MARK) - 2)) return UNTOLD
    if (ignoresEdges) {
      while (from < to && isSpace(load<u8>(from))) from++
      while (to > from && isSpace(load<u8>(to - 1))) to--
    }
    // One value need not be put behind others.
    if (columns == 1 && absent == 0) return hashOf(from, <i32>(to - from))
    for (let at: usize = 0; from + at < to; at += 16) v128.store(end + at, v128.load(from + at))
    end += to - from
  }
  return absent < columns ? hashOf(KEY_TEXT, <i32>(end - KEY_TEXT)) : COUNTS_NOT
}

/** `isPlainKey` of `model/key-value.ts`; true for nothing at all, which is no number. */
function isPlainKey(from: usize, to: usize, mark: i32): bool {
  let at = from
  if (at < to && load<u8>(at) == MINUS) at++
  const first = at
  while (at < to && isDigit(load<u8>(at))) at++
  if (at == first) return from == to
  const startsWithZero = load<u8>(first) == ZERO
  if (startsWithZero && at > first + 1) return false
  if (at == to) return !startsWithZero || first == from
  if (<i32>load<u8>(at) != mark || to - from > <usize>(startsWithZero ? LONGEST_SMALL : LONGEST)) return false
  const decimals = ++at
  while (at < to && isDigit(load<u8>(at))) at++
  return at == to && at > decimals && load<u8>(at - 1) != ZERO
}

function isDigit(byte: u8): bool {
  return byte >= ZERO && byte <= 57
}

function isSpace(byte: u8): bool {
  return byte == 32 || byte == 9 || byte == 10 || byte == 13
}
