import { COLUMN_SIZE, IS_USUALLY_FILLED, MISSING, PASS, PLAIN_COUNT, WHEN_EMPTY } from './asked'
import { unescaped } from './cell'
import { BLOCK, byVectors, CELL, CELLS, writeCell } from './cells'
import { FLAGGED } from './flags'
import { isToldPlainly, passPlain } from './plain-cell'
import { ENDS, FLAGS, ROWS, SCRATCH, STARTS, TEXT } from './room'
import { holds } from './signature'
import { quoteByte } from './signed'
import { beginsAsTotal, FIRST_CELLS } from './total'

/** Whether the cells of all columns can be known to be fine before they are signed. */
export function areToldPlainly(columns: usize, count: u32): bool {
  for (let i: u32 = 0; i < count; i++) if (!isToldPlainly(columns + i * COLUMN_SIZE)) return false
  return count > 0
}

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

/**
 * Flags the rows from `from` up to `to` of which not each cell is surely fine and holds what its column usually holds, or that
 * may be of another kind. Goes through a column after the other, so that what is
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
  for (let i: u32 = 0; i < count; i++) {
    const column = columns + i * COLUMN_SIZE
    flagColumn(column, i, from, to, filledCount > 0 ? <u8>load<u32>(column, IS_USUALLY_FILLED) : 0)
  }
  if (filledCount == 0) return
  for (let row = from; row < to; row++) {
    const empty: u32 = load<u8>(FLAGS + row)
    if (empty > 0 && (empty >= FLAGGED || (filledCount - empty) << 1 <= filledCount)) store<u8>(FLAGS + row, FLAGGED)
  }
}

/** Flags of rows of any number of cells those that have one in a column, unless it is surely fine. */
export function flagCells(column: usize, number: u32, from: i32, to: i32): void {
  for (let row = from; row < to; row++) {
    const count = load<u32>(ROWS + (row << 2), 4) - load<u32>(ROWS + (row << 2))
    store<u8>(FLAGS + row, number < count ? 0 : FLAGGED)
  }
  flagColumn(column, number, from, to, 0)
}

/** A cell that must be unescaped, which is asked about alone. */
const UNESCAPED = memory.data(16, 16)

/** Flags the rows whose cell in a column is not surely fine, and adds a number to the flag of others where it is empty. */
function flagColumn(column: usize, number: u32, from: i32, to: i32, ofEmpty: u8): void {
  const passesEmpty = load<u32>(column, WHEN_EMPTY) == PASS
  // Doubled quotes are as usual as single ones.
  const isAsWritten = load<u32>(column, PLAIN_COUNT) == 0 && load<u32>(column, MISSING) == 0
  const quote = quoteByte
  let end = CELLS
  for (let row = from; row < to; row++) {
    const flag = load<u8>(FLAGS + row)
    if (flag >= FLAGGED) continue
    const cell = (load<u32>(ROWS + (row << 2)) + number) << 2
    let start = TEXT + load<u32>(STARTS + cell)
    let length = <i32>(TEXT + load<u32>(ENDS + cell) - start)
    if (length == 0) {
      store<u8>(FLAGS + row, passesEmpty ? flag + ofEmpty : FLAGGED)
      continue
    }
    store<u8>(FLAGS + row, flag | FLAGGED)
    if (<i32>load<u8>(start) == quote) {
      start++
      length -= 2
      const at = <i32>(start - TEXT)
      if (!isAsWritten && length > 0 && holds(at, at + length, <u8>quote)) {
        length = unescaped(start, length, quote)
        if (mayBePlain(SCRATCH, length)) {
          writeCell(UNESCAPED, SCRATCH, length, row)
          passPlain(column, UNESCAPED, UNESCAPED + CELL)
        }
        continue
      }
    }
    if (!mayBePlain(start, length)) continue
    writeCell(end, start, length, row)
    end += CELL
  }
  const cells = byVectors(CELLS, end)
  passPlain(column, cells, cells + (end - CELLS))
}

/** Of a row whose first content is empty or begins with a space all may be blank. */
function mayBePlain(at: usize, length: i32): bool {
  if (length <= 0) return false
  const first = load<u8>(at)
  return first > 0x20 && first != 0x7f
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
