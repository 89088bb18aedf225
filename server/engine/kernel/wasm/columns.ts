import { COLUMN_SIZE, IS_USUALLY_FILLED, PASS, WHEN_EMPTY } from './asked'
import { isPlain, isPlainInQuotes, isToldPlainly } from './plain-cell'
import { ENDS, FLAGS, ROWS, STARTS, TEXT } from './room'
import { quoteByte } from './signed'
import { beginsAsTotal, FIRST_CELLS } from './total'

/** Rows whose text stays near the processor while the columns are gone through. */
const BLOCK = 64

/** Whether the cells of all columns can be known to be fine before they are signed. */
export function areToldPlainly(columns: usize, count: u32): bool {
  for (let i: u32 = 0; i < count; i++) if (!isToldPlainly(columns + i * COLUMN_SIZE)) return false
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

/** Flags the rows whose cell in a column is not surely fine, and counts in those of others which of them are empty. */
function flagColumn(column: usize, number: u32, from: i32, to: i32): void {
  const passesEmpty = load<u32>(column, WHEN_EMPTY) == PASS
  const ofEmpty: u8 = filledCount > 0 && load<u32>(column, IS_USUALLY_FILLED) != 0 ? 1 : 0
  const quote = quoteByte
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
    const isQuoted = <i32>load<u8>(start) == quote
    const isFine = isQuoted ? isPlainInQuotes(column, start + 1, length - 2) : isPlain(column, start, length)
    if (!isFine) store<u8>(FLAGS + row, FLAGGED)
  }
}

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
