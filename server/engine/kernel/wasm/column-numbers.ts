import { NOT_A_NUMBER, numberOf } from './number'
import { NUMBERS, ROWS } from './room'
import { contentEnd, contentStart, findContent } from './signed'

/**
 * Reads the numbers of a column in the rows from `from` up to `to`: a double for each row, NaN where only the text can
 * tell or there is none. `mark`: the decimal mark, −1 for none.
 */
export function readNumbers(from: i32, to: i32, column: u32, mark: i32): void {
  for (let row = from; row < to; row++) {
    const cell = load<u32>(ROWS + (row << 2)) + column
    store<f64>(NUMBERS + ((row - from) << 3), cell < load<u32>(ROWS + (row << 2), 4) ? numberIn(cell, mark) : NaN)
  }
}

function numberIn(cell: u32, mark: i32): f64 {
  findContent(cell)
  const number = numberOf(contentStart, <i32>(contentEnd - contentStart), mark)
  return number == NOT_A_NUMBER ? NaN : number
}
