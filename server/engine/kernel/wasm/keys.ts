import { unescaped } from './cell'
import { KEY, ROWS, SCRATCH, TOLD } from './room'
import { contentEnd, contentStart, findContent } from './signed'

// What is told of a row that has no hash: the upper half of a hash is never 0.
const COUNTS_NOT: u64 = 0
/** Its text must be read. */
const UNTOLD: u64 = 1

let low: u32 = 0
let high: u32 = 0

/**
 * Hashes the keys of the rows up to `to`: for each the two halves, and behind them how many must be read. Those before
 * `from` count not. `model/hash.ts` defines the hash. `all`: rows count in whose key a value is missing, but not each.
 * `quote`: the byte that stands for itself when it is doubled; −1 where cells are escaped otherwise.
 */
export function hashKeys(from: i32, to: i32, columns: u32, all: bool, ignoresEdges: bool, quote: i32): void {
  let told = TOLD
  let untold: u32 = 0
  for (let row = 0; row < to; row++) {
    const hash = row < from ? COUNTS_NOT : hashKey(row, columns, all, ignoresEdges, quote)
    if (hash == UNTOLD) untold++
    store<u64>(told, hash)
    told += 8
  }
  store<u32>(told, untold)
}

function hashKey(row: i32, columns: u32, all: bool, ignoresEdges: bool, quote: i32): u64 {
  const first = load<u32>(ROWS + (row << 2))
  const width = load<u32>(ROWS + (row << 2), 4) - first
  let absent: u32 = 0
  low = 0x9e3779b9
  high = 0x85ebca6b
  for (let i: u32 = 0; i < columns; i++) {
    const column = load<u32>(KEY + (i << 2))
    if (column >= width) {
      if (!all) return COUNTS_NOT
      absent++
      add(0, 0)
      continue
    }
    const isEscaped = findContent(first + column)
    let start = contentStart
    let end = contentEnd
    if (start == end) {
      if (!all) return COUNTS_NOT
      absent++
    }
    if (isEscaped) {
      const length = unescaped(start, <i32>(end - start), quote)
      if (length < 0) return UNTOLD
      start = SCRATCH
      end = SCRATCH + length
    }
    if (ignoresEdges) {
      while (start < end && isSpace(load<u8>(start))) start++
      while (end > start && isSpace(load<u8>(end - 1))) end--
    }
    add(start, end)
  }
  return absent < columns ? ((<u64>high) << 32) | low : COUNTS_NOT
}

function isSpace(byte: u8): bool {
  return byte == 32 || byte == 9 || byte == 10 || byte == 13
}

function add(from: usize, to: usize): void {
  let a = low
  let b = high
  for (let at = from; at < to; at += 8) {
    // No harm is in reading more than there is: the memory goes on.
    let word = load<u64>(at)
    if (to - at < 8) word &= ((<u64>1) << ((to - at) << 3)) - 1
    a = (a ^ <u32>word) * 0xcc9e2d51
    a ^= a >> 15
    b = (b ^ a ^ <u32>(word >> 32)) * 0x1b873593
    b ^= b >> 13
    a = (a ^ b) * 0x85ebca6b
    a ^= a >> 16
  }
  a = (a ^ (<u32>(to - from) + 1)) * 0xc2b2ae35
  a ^= a >> 15
  b = (b ^ a) * 0x27d4eb2f
  b ^= b >> 16
  low = a ^ b
  high = b == 0 ? 1 : b
}
