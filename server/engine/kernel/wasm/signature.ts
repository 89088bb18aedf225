import { TEXT } from './room'

// The bits of `model/signature.ts` that are not those of single bytes.
const DIGIT: u32 = 1 << 0
export const LETTER: u32 = 1 << 1
const NON_ASCII: u32 = 1 << 2
const EDGE_SPACE: u32 = 1 << 3
const SPACE: u32 = 1 << 4
const CONTROL: u32 = 1 << 5
const AT: u32 = 1 << 6
const LEADING_SIGN: u32 = 1 << 7
const COMMA: u32 = 1 << 8
const DATE_MARK: u32 = 1 << 9
const LONG_DIGITS: u32 = 1 << 10
const MARKUP: u32 = 1 << 11
const OTHER_MARK: u32 = 1 << 12
const SIGNS: u32 = AT | DATE_MARK | OTHER_MARK
export const QUOTED: u32 = 1 << 13
export const ESCAPED: u32 = 1 << 14
export const NATIVE: u32 = 1 << 15
/** The bits of a cell in which there is something to read. */
export const CONTENT: u32 = ~(SPACE | EDGE_SPACE | CONTROL | QUOTED | ESCAPED | NATIVE) & 0xffff

/** Long enough for a SIREN. */
export const LONG_RUN = 9

/**
 * Two tables of eight groups of bytes. A group is a rectangle in the table of ASCII, and a bit that sixteen bytes find in
 * two looks: in the entry of their row and in that of their column. Then for each set of groups what it adds to a signature.
 */
const FIRST = memory.data(32 + 1024)
const OTHER = memory.data(32 + 1024)
const COLUMNS: usize = 16
const SETS: usize = 32

addGroup(FIRST, 0, 1 << 3, 0x03ff, DIGIT)
addGroup(FIRST, 1, (1 << 4) | (1 << 6), 0xfffe, LETTER)
addGroup(FIRST, 2, (1 << 5) | (1 << 7), 0x07ff, LETTER)
addGroup(FIRST, 3, 1 << 2, 1 << 0, SPACE)
addGroup(FIRST, 4, 3, 0xffff, CONTROL)
addGroup(FIRST, 5, 1 << 7, 1 << 15, CONTROL)
addGroup(FIRST, 6, 1 << 2, 1 << 12, COMMA)
// `@` and the grave accent lie in one rectangle: who has its bit is looked at again.
const AT_OR_GRAVE: u32 = 1 << 7
addGroup(FIRST, 7, (1 << 4) | (1 << 6), 1 << 0, 0)
addGroup(OTHER, 0, 1 << 2, 0xe000, DATE_MARK)
addGroup(OTHER, 1, 1 << 3, 1 << 10, DATE_MARK)
addGroup(OTHER, 2, 1 << 2, 1 << 6, MARKUP)
addGroup(OTHER, 3, 1 << 3, (1 << 12) | (1 << 14), MARKUP)
addGroup(OTHER, 4, 1 << 2, 0x0fbe, OTHER_MARK)
addGroup(OTHER, 5, 1 << 3, 0xa800, OTHER_MARK)
addGroup(OTHER, 6, (1 << 5) | (1 << 7), 0x7800, OTHER_MARK)
addGroup(OTHER, 7, 1 << 5, 1 << 15, OTHER_MARK)

function addGroup(table: usize, number: u32, rows: u32, columns: u32, bits: u32): void {
  for (let i: u32 = 0; i < 16; i++) {
    store<u8>(table + i, load<u8>(table + i) | (((rows >> i) & 1) << number))
    store<u8>(table + i, load<u8>(table + i, COLUMNS) | (((columns >> i) & 1) << number), COLUMNS)
  }
  for (let set: u32 = 0; set < 256; set++)
    if (((set >> number) & 1) != 0) store<u32>(table + (set << 2), load<u32>(table + (set << 2), SETS) | bits, SETS)
}

/** Sixteen bytes that count, and sixteen that do not. */
const COUNTED = memory.data<u8>([
  255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0,
])

/** The signature of the content between two bytes of the text, without what quotes add to it. */
export function signatureOf(from: i32, to: i32): u32 {
  const length = to - from
  if (length <= 0) return 0
  return length <= 16 ? ofShort(from, length) : ofLong(from, to)
}

/** Most cells lie in one vector. */
function ofShort(from: i32, length: i32): u32 {
  const counted = v128.load(COUNTED + 16 - <usize>length)
  const bytes = v128.and(v128.load(TEXT + from), counted)
  const groups1 = v128.and(groupsOf(bytes, FIRST), counted)
  const groups2 = v128.and(groupsOf(bytes, OTHER), counted)
  const mask = marksOf(groups1, groups2, bytes, from, from + length)
  if (length < LONG_RUN || (mask & DIGIT) == 0) return mask | ((<u32>length) << 16)
  const digits = <u32>i8x16.bitmask(i8x16.shl(groups1, 7))
  return mask | ((<u32>length) << 16) | (runsLong(digits) ? LONG_DIGITS : 0)
}

function ofLong(from: i32, to: i32): u32 {
  let groups1 = i8x16.splat(0)
  let groups2 = i8x16.splat(0)
  let all = i8x16.splat(0)
  for (let at = from; at < to; at += 16) {
    const counted = v128.load(COUNTED + 16 - <usize>min(to - at, 16))
    const bytes = v128.and(v128.load(TEXT + at), counted)
    groups1 = v128.or(groups1, v128.and(groupsOf(bytes, FIRST), counted))
    groups2 = v128.or(groups2, v128.and(groupsOf(bytes, OTHER), counted))
    all = v128.or(all, bytes)
  }
  const mask = marksOf(groups1, groups2, all, from, to)
  const hasRun = (mask & DIGIT) != 0 && hasLongRun(from, to)
  return mask | ((<u32>min(to - from, 0xffff)) << 16) | (hasRun ? LONG_DIGITS : 0)
}

/** Sets of the groups of a table in which each of the bytes is. */
function groupsOf(bytes: v128, table: usize): v128 {
  const low = i8x16.swizzle(v128.load(table, COLUMNS), v128.and(bytes, i8x16.splat(15)))
  return v128.and(low, i8x16.swizzle(v128.load(table), i8x16.shr_u(bytes, 4)))
}

/** What the bytes of a content tell that are in these groups. */
function marksOf(groups1: v128, groups2: v128, all: v128, from: i32, to: i32): u32 {
  const set1 = folded(groups1)
  let mask = load<u32>(FIRST + (set1 << 2), SETS) | load<u32>(OTHER + (folded(groups2) << 2), SETS)
  if (i8x16.bitmask(all) != 0) mask |= NON_ASCII
  if ((set1 & AT_OR_GRAVE) != 0) mask |= atOrGrave(from, to)
  const first = load<u8>(TEXT + from)
  if ((mask & (SPACE | CONTROL)) != 0 && (isSpace(first) || isSpace(load<u8>(TEXT + to - 1)))) mask |= EDGE_SPACE
  if ((mask & SIGNS) != 0 && isSign(first)) mask |= LEADING_SIGN
  return mask
}

/** True when one of the bytes is this one. */
export function holds(from: i32, to: i32, byte: u8): bool {
  const wanted = i8x16.splat(byte)
  for (let at = from; at < to; at += 16) {
    const counted = v128.load(COUNTED + 16 - <usize>min(to - at, 16))
    if (v128.any_true(v128.and(i8x16.eq(v128.load(TEXT + at), wanted), counted))) return true
  }
  return false
}

/** The bits of all lanes together. */
function folded(lanes: v128): u32 {
  let bits = i64x2.extract_lane(lanes, 0) | i64x2.extract_lane(lanes, 1)
  bits |= bits >>> 32
  bits |= bits >>> 16
  return <u32>(bits | (bits >>> 8)) & 255
}

function atOrGrave(from: i32, to: i32): u32 {
  return (holds(from, to, 64) ? AT : 0) | (holds(from, to, 96) ? OTHER_MARK : 0)
}

function isSpace(byte: u8): bool {
  return byte == 32 || (byte >= 9 && byte <= 13)
}

/** `=`, `+`, `-` or `@`. */
export function isSign(byte: u8): bool {
  return byte == 61 || byte == 43 || byte == 45 || byte == 64
}

/** True for as many digits in a row as a SIREN has. Looks at 64 bytes at once, the last eight of which come again. */
export function hasLongRun(from: i32, to: i32): bool {
  for (let at = from; ; at += 64 - LONG_RUN + 1) {
    let digits: u64 = 0
    for (let part = 0; part < 64 && at + part < to; part += 16) {
      const counted = v128.load(COUNTED + 16 - <usize>min(to - at - part, 16))
      const values = i8x16.sub(v128.load(TEXT + at + part), i8x16.splat(48))
      digits |= (<u64>i8x16.bitmask(v128.and(i8x16.lt_u(values, i8x16.splat(10)), counted))) << part
    }
    if (runsLong(digits)) return true
    if (at + 64 >= to) break
  }
  return false
}

/** Whether so many bits in a row are set. */
function runsLong(digits: u64): bool {
  const pairs = digits & (digits >> 1)
  const fours = pairs & (pairs >> 2)
  return (fours & (fours >> 4) & (digits >> 8)) != 0
}
