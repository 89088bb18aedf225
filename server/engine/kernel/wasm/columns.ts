import { accepts, isOneOf, TEST_SIZE } from './accept'
import { COLUMN_SIZE, MISSING, PASS, PLAINLY, TEST_COUNT, TESTS, WHEN_EMPTY } from './asked'
import { unescaped } from './cell'
import { ENDS, FLAGS, ROWS, SCRATCH, STARTS, TEXT } from './room'
import { holds } from './signature'
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

/**
 * Sets the flag of each row from `from` up to `to` that may be ragged or blank, or of which not each cell is surely fine and
 * holds what its column usually holds. Goes through a column after the other, so that what is asked of it is found once.
 * `mayBeEmpty`: whether empty cells are fine where the column lets them pass.
 */
export function flagRows(from: i32, to: i32, columns: usize, count: u32, width: u32, mayBeEmpty: bool): void {
  for (let row = from; row < to; row += BLOCK) flagBlock(row, min(row + BLOCK, to), columns, count, width, mayBeEmpty)
}

function flagBlock(from: i32, to: i32, columns: usize, count: u32, width: u32, mayBeEmpty: bool): void {
  for (let row = from; row < to; row++) {
    const first = load<u32>(ROWS + (row << 2))
    const last = load<u32>(ROWS + (row << 2), 4) - 1
    const length = load<u32>(ENDS + (last << 2)) - load<u32>(STARTS + (first << 2))
    // A row of delimiters alone is blank.
    store<u8>(FLAGS + row, <u8>(last + 1 - first != width || width != count || length < width))
  }
  for (let i: u32 = 0; i < count; i++) flagColumn(columns + i * COLUMN_SIZE, i, from, to, mayBeEmpty)
}

function flagColumn(column: usize, number: u32, from: i32, to: i32, mayBeEmpty: bool): void {
  const passesEmpty = mayBeEmpty && load<u32>(column, WHEN_EMPTY) == PASS
  const quote = quoteByte
  const plainly = load<u32>(column, PLAINLY)
  const missing = load<u32>(column, MISSING)
  const tests: usize = load<u32>(column, TESTS)
  const last = tests + <usize>load<u32>(column, TEST_COUNT) * TEST_SIZE
  for (let row = from; row < to; row++) {
    if (load<u8>(FLAGS + row) != 0) continue
    const cell = (load<u32>(ROWS + (row << 2)) + number) << 2
    const start = TEXT + load<u32>(STARTS + cell)
    const length = <i32>(TEXT + load<u32>(ENDS + cell) - start)
    let isFine = passesEmpty
    if (length != 0)
      isFine =
        <i32>load<u8>(start) == quote
          ? isFineInQuotes(start + 1, length - 2, plainly, missing, tests, last)
          : isFineContent(start, length, plainly, missing, tests, last)
    if (!isFine) store<u8>(FLAGS + row, 1)
  }
}

function isFineInQuotes(start: usize, length: i32, plainly: u32, missing: u32, tests: usize, last: usize): bool {
  // The row may be blank.
  if (length == 0) return false
  const from = <i32>(start - TEXT)
  // Doubled quotes are as usual as single ones.
  if ((tests == last && missing == 0) || !holds(from, from + length, <u8>quoteByte))
    return isFineContent(start, length, plainly, missing, tests, last)
  const read = unescaped(start, length, quoteByte)
  return read >= 0 && isFineContent(SCRATCH, read, plainly, missing, tests, last)
}

/** Whether a content that is not empty is surely fine, with no quote doubled. */
function isFineContent(start: usize, length: i32, plainly: u32, missing: u32, tests: usize, last: usize): bool {
  // One that begins with a space may be blank.
  const first = load<u8>(start)
  if (first <= 0x20 || first == 0x7f) return false
  if (plainly != BY_TESTS && !isUsual(plainly, start, length)) return false
  if (missing != 0 && isOneOf(missing, start, length)) return false
  for (let test = tests; test < last; test += TEST_SIZE) if (!accepts(test, start, length)) return false
  return true
}
