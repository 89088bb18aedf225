import { accepts, isOneOf, TEST_SIZE } from './accept'
import {
  COLUMN_SIZE,
  IS_USUALLY_FILLED,
  MEMO,
  MISSING,
  PASS,
  PLAIN_COUNT,
  PLAIN_TESTS,
  PLAINLY,
  WHEN_EMPTY,
} from './asked'
import { unescaped } from './cell'
import { isKnownFine, keepFine } from './fine-memo'
import { ENDS, FLAGS, ROWS, SCRATCH, STARTS, TEXT } from './room'
import { ESCAPED, holds } from './signature'
import { quoteByte } from './signed'
import { isUsual } from './usual'

/** In place of what is usual: the tests tell it. */
const BY_TESTS: u32 = 1

/** Rows whose text stays near the processor while the columns are gone through. */
const BLOCK = 64

/** Whether the cells of all columns can be known to be fine before they are signed. */
export function areToldPlainly(columns: usize, count: u32): bool {
  for (let i: u32 = 0; i < count; i++) if (load<u32>(columns + i * COLUMN_SIZE, PLAINLY) == 0) return false
  return count > 0
}

/** The flag of a row at which to look; of any other, how many of the columns that are usually filled are empty. */
const FLAGGED: u8 = 0x80

/** What the rows have besides their columns that is to be looked at. */
let width: u32 = 0
let filledCount: u32 = 0
let mayNameTotals = false

/** Rows have so many cells, and are sparse where few of so many columns are filled; 0 where sparse ones are fine. */
export function useShape(cells: u32, filled: u32, areTotalsTold: bool): void {
  width = cells
  filledCount = filled
  mayNameTotals = areTotalsTold
}

/** Whether not each cell of a row is surely fine and holds what its column usually holds, or it may be of another kind. */
export function isFlagged(row: i32): bool {
  return load<u8>(FLAGS + row) >= FLAGGED
}

/**
 * Flags the rows from `from` up to `to` that are not surely fine. Goes through a column after the other, so that what is
 * asked of it is found once.
 */
export function flagRows(from: i32, to: i32, columns: usize, count: u32): void {
  for (let row = from; row < to; row += BLOCK) flagBlock(row, min(row + BLOCK, to), columns, count)
}

function flagBlock(from: i32, to: i32, columns: usize, count: u32): void {
  for (let row = from; row < to; row++) {
    const first = load<u32>(ROWS + (row << 2))
    const end = load<u32>(ROWS + (row << 2), 4)
    const length = load<u32>(ENDS + ((end - 1) << 2)) - load<u32>(STARTS + (first << 2))
    // A row of delimiters alone is blank.
    const isOdd = end - first != width || width != count || length < width
    store<u8>(FLAGS + row, isOdd || (mayNameTotals && mayNameTotal(first, end)) ? FLAGGED : 0)
  }
  for (let i: u32 = 0; i < count; i++) flagColumn(columns + i * COLUMN_SIZE, i, from, to)
  if (filledCount == 0) return
  for (let row = from; row < to; row++) {
    const empty: u32 = load<u8>(FLAGS + row)
    if (empty > 0 && (empty >= FLAGGED || (filledCount - empty) << 1 <= filledCount)) store<u8>(FLAGS + row, FLAGGED)
  }
}

function flagColumn(column: usize, number: u32, from: i32, to: i32): void {
  const passesEmpty = load<u32>(column, WHEN_EMPTY) == PASS
  const ofEmpty: u8 = filledCount > 0 && load<u32>(column, IS_USUALLY_FILLED) != 0 ? 1 : 0
  const quote = quoteByte
  const plainly = load<u32>(column, PLAINLY)
  const missing = load<u32>(column, MISSING)
  const tests: usize = load<u32>(column, PLAIN_TESTS)
  const count = load<u32>(column, PLAIN_COUNT)
  const last = tests + <usize>count * TEST_SIZE
  // One test costs no more than to look whether the content is known.
  const memo = count < 2 ? 0 : column + MEMO
  for (let row = from; row < to; row++) {
    const flag = load<u8>(FLAGS + row)
    if (flag >= FLAGGED) continue
    const cell = (load<u32>(ROWS + (row << 2)) + number) << 2
    const start = TEXT + load<u32>(STARTS + cell)
    const length = <i32>(TEXT + load<u32>(ENDS + cell) - start)
    if (length == 0) {
      store<u8>(FLAGS + row, passesEmpty ? flag + ofEmpty : FLAGGED)
      continue
    }
    const isFine =
      <i32>load<u8>(start) == quote
        ? isFineInQuotes(start + 1, length - 2, plainly, missing, tests, last, memo)
        : isFineContent(start, length, plainly, missing, tests, last, memo)
    if (!isFine) store<u8>(FLAGS + row, FLAGGED)
  }
}

function isFineInQuotes(
  start: usize,
  length: i32,
  plainly: u32,
  missing: u32,
  tests: usize,
  last: usize,
  memo: usize,
): bool {
  // The row may be blank.
  if (length == 0) return false
  const from = <i32>(start - TEXT)
  // Doubled quotes are as usual as single ones.
  if ((tests == last && missing == 0) || !holds(from, from + length, <u8>quoteByte))
    return isFineContent(start, length, plainly, missing, tests, last, memo)
  const read = unescaped(start, length, quoteByte)
  return read >= 0 && isFineContent(SCRATCH, read, plainly, missing, tests, last, memo)
}

/** Whether a content that is not empty is surely fine, with no quote doubled. */
function isFineContent(
  start: usize,
  length: i32,
  plainly: u32,
  missing: u32,
  tests: usize,
  last: usize,
  memo: usize,
): bool {
  // One that begins with a space may be blank.
  const first = load<u8>(start)
  if (first <= 0x20 || first == 0x7f) return false
  if (memo == 0) return isFineByTests(start, length, plainly, missing, tests, last)
  const known = UNSIGNED | ((<u32>length) << 16)
  if (isKnownFine(memo, start, known, length)) return true
  if (!isFineByTests(start, length, plainly, missing, tests, last)) return false
  keepFine(memo, start, known, length)
  return true
}

/** In place of the signature of a cell that has none: a cell that must be unescaped is not remembered by it. */
const UNSIGNED: u32 = ESCAPED

function isFineByTests(start: usize, length: i32, plainly: u32, missing: u32, tests: usize, last: usize): bool {
  if (plainly != BY_TESTS && !isUsual(plainly, start, length)) return false
  if (missing != 0 && isOneOf(missing, start, length)) return false
  for (let test = tests; test < last; test += TEST_SIZE) if (!accepts(test, start, length)) return false
  return true
}

/** Cells of a row that may name it a total. */
const FIRST_CELLS: u32 = 3

/** Whether one of the first cells of a row may begin as a total is named. */
function mayNameTotal(first: u32, end: u32): bool {
  const last = min(end, first + FIRST_CELLS)
  for (let cell = first; cell < last; cell++) {
    const start = TEXT + load<u32>(STARTS + (cell << 2))
    if (beginsAsTotal(start + (<i32>load<u8>(start) == quoteByte ? 1 : 0), TEXT + load<u32>(ENDS + (cell << 2))))
      return true
  }
  return false
}

/** Whether a content may begin as a total is named; the first two letters tell enough. */
export function beginsAsTotal(at: usize, end: usize): bool {
  while (at < end && (load<u8>(at) <= 0x20 || load<u8>(at) == 0x2a)) at++
  if (at >= end) return false
  if (load<u8>(at) == 0xc2) return true
  const letters = load<u16>(at) | 0x2020
  // to, so, su, en, gr
  return letters == 0x6f74 || letters == 0x6f73 || letters == 0x7573 || letters == 0x6e65 || letters == 0x7267
}
