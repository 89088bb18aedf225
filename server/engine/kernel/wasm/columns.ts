import { accepts, isOneOf, TEST_SIZE } from './accept'
import { ENDS, FLAGS, ROWS, STARTS } from './room'
import { contentEnd, contentStart, findContent } from './signed'
import { isUsual } from './usual'

// What is asked of a column, as `program.ts` writes it; `rows.ts` reads the words that come before.
export const COLUMN_SIZE: usize = 48
const WHEN_EMPTY: usize = 12
const TESTS: usize = 16
const TEST_COUNT: usize = 20
const MISSING: usize = 24
/** How a cell is known to be fine that is not signed: 0, not at all; 1, by the tests; else the address of what is usual. */
const PLAINLY: usize = 44
const BY_TESTS: u32 = 1

/** Rows whose text stays near the processor while the columns are gone through. */
const BLOCK = 64

// What a cell is held against.
const USUAL = 0
const NO_SPELLING = 1
const TEST = 2

/** Whether the cells of all columns can be known to be fine before they are signed. */
export function areToldPlainly(columns: usize, count: u32): bool {
  for (let i: u32 = 0; i < count; i++) if (load<u32>(columns + i * COLUMN_SIZE, PLAINLY) == 0) return false
  return count > 0
}

/**
 * Sets the flag of each row from `from` up to `to` of which not each cell is surely fine and holds what its column usually
 * holds. Goes through a column after the other, so that what is asked of it is found once.
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
  for (let i: u32 = 0; i < count; i++) {
    const column = columns + i * COLUMN_SIZE
    const passesEmpty = mayBeEmpty && load<u32>(column, WHEN_EMPTY) == 0
    const plainly = load<u32>(column, PLAINLY)
    const missing = load<u32>(column, MISSING)
    const tests = load<u32>(column, TESTS)
    const end = tests + <usize>load<u32>(column, TEST_COUNT) * TEST_SIZE
    if (plainly != BY_TESTS) flagColumn(USUAL, plainly, i, from, to, passesEmpty)
    if (missing != 0) flagColumn(NO_SPELLING, missing, i, from, to, passesEmpty)
    for (let test = tests; test < end; test += TEST_SIZE) flagColumn(TEST, test, i, from, to, passesEmpty)
  }
}

/** `what`: against what the cells of the column are held, which lies at `at`. */
function flagColumn(what: i32, at: usize, column: u32, from: i32, to: i32, passesEmpty: bool): void {
  for (let row = from; row < to; row++) {
    if (load<u8>(FLAGS + row) != 0) continue
    const mustBeRead = findContent(load<u32>(ROWS + (row << 2)) + column)
    const start = contentStart
    const length = <i32>(contentEnd - start)
    const isFine =
      length == 0 ? passesEmpty : !mustBeRead && hasPlainStart(start) && isFineCell(what, at, start, length)
    if (!isFine) store<u8>(FLAGS + row, 1)
  }
}

/** Whether a content begins with something to read, so that its cell is not blank. */
function hasPlainStart(start: usize): bool {
  const first = load<u8>(start)
  return first > 0x20 && first != 0x7f
}

function isFineCell(what: i32, at: usize, start: usize, length: i32): bool {
  if (what == TEST) return accepts(at, start, length)
  return what == USUAL ? isUsual(at, start, length) : !isOneOf(at, start, length)
}
