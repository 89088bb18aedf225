import { unescaped } from './cell'
import { ENDS, KEY, ROWS, SCRATCH, SIGNATURES, STARTS, TEXT, TOLD } from './room'
import { EDGE_SPACE, ESCAPED, QUOTED } from './signature'

// What is told of a row.
const COUNTS_NOT: u32 = 0
const COUNTS: u32 = 1
/** Its text must be read. */
const UNTOLD: u32 = 2

let low: u32 = 0
let high: u32 = 0

/**
 * Hashes the keys of the rows from `from` up to `to`: for each whether it counts, and the halves of its hash.
 * `model/hash.ts` defines the hash. `all`: rows count in whose key a value is missing, but not each.
 * `quote`: the byte that stands for itself when it is doubled; −1 where cells are escaped otherwise.
 */
export function hashKeys(from: i32, to: i32, columns: u32, all: bool, ignoresEdges: bool, quote: i32): void {
  let told = TOLD
  for (let row = from; row < to; row++) {
    store<u32>(told, hashKey(row, columns, all, ignoresEdges, quote))
    store<u32>(told, low, 4)
    store<u32>(told, high, 8)
    told += 12
  }
}

function hashKey(row: i32, columns: u32, all: bool, ignoresEdges: bool, quote: i32): u32 {
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
    const cell = (first + column) << 2
    const signature = load<u32>(SIGNATURES + cell)
    if (signature <= 0xffff) {
      if (!all) return COUNTS_NOT
      absent++
    }
    const inset: u32 = (signature & QUOTED) != 0 ? 1 : 0
    let start = TEXT + load<u32>(STARTS + cell) + inset
    let end = signature <= 0xffff ? start : TEXT + load<u32>(ENDS + cell) - inset
    if ((signature & ESCAPED) != 0) {
      const length = unescaped(start, <i32>(end - start), quote)
      if (length < 0) return UNTOLD
      start = SCRATCH
      end = SCRATCH + length
    }
    if (ignoresEdges && (signature & EDGE_SPACE) != 0) {
      while (start < end && isSpace(load<u8>(start))) start++
      while (end > start && isSpace(load<u8>(end - 1))) end--
    }
    add(start, end)
  }
  return absent < columns ? COUNTS : COUNTS_NOT
}

function isSpace(byte: u8): bool {
  return byte == 32 || byte == 9 || byte == 10 || byte == 13
}

function add(from: usize, to: usize): void {
  let a = low
  let b = high
  let at = from
  for (; at + 4 <= to; at += 4) {
    const word = load<u32>(at)
    a = (a ^ word) * 0xcc9e2d51
    a ^= a >> 15
    b = (b + word) * 0x1b873593
    b ^= b >> 13
  }
  for (; at < to; at++) {
    const byte = <u32>load<u8>(at)
    a = (a ^ byte) * 0xcc9e2d51
    a ^= a >> 15
    b = (b + byte) * 0x1b873593
    b ^= b >> 13
  }
  const length = <u32>(to - from) + 1
  a = (a ^ length) * 0x85ebca6b
  low = a ^ (a >> 16)
  b = (b + length) * 0xc2b2ae35
  high = b ^ (b >> 16) ^ low
}
