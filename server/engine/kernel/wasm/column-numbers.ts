import { NOT_A_NUMBER, numberOf } from './number'
import { NUMBERS, ROWS, STRETCHES } from './room'
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

// Stretches of numbers, and the parts of their sum, as `model/distribution.ts` has them.
const FRACTION: u32 = 7
const LEAST_POWER: i32 = -14
const LEAST: f64 = 0.00006103515625
const BEYOND: f64 = 1_099_511_627_776
const ZERO: u32 = (40 + 14) << FRACTION
const PARTS: f64 = 1_000
const HALF: f64 = 67_108_864
/** In place of the stretch of a number that only the text can tell, or that is none. */
const UNTOLD: u32 = 0xffffffff

/**
 * The same of their stretches: two doubles for the parts of the sum of those that are told, then a word for each row,
 * `UNTOLD` where the text must tell.
 */
export function readStretches(from: i32, to: i32, column: u32, mark: i32): void {
  let upper: f64 = 0
  let lower: f64 = 0
  let told = STRETCHES
  for (let row = from; row < to; row++) {
    const cell = load<u32>(ROWS + (row << 2)) + column
    const number = cell < load<u32>(ROWS + (row << 2), 4) ? numberIn(cell, mark) : NaN
    const size = abs(number)
    const isTold = size < BEYOND
    store<u32>(told, isTold ? stretchOf(number, size) : UNTOLD)
    told += 4
    if (!isTold) continue
    const parts = rounded(number * PARTS)
    const half = floor(parts / HALF)
    upper += half
    lower += parts - half * HALF
  }
  store<f64>(NUMBERS, upper)
  store<f64>(NUMBERS, lower, 8)
}

function stretchOf(number: f64, size: f64): u32 {
  if (size < LEAST) return ZERO
  const above = <u32>(reinterpret<u64>(size) >> (52 - FRACTION)) - ((1_023 + LEAST_POWER) << FRACTION)
  return number > 0 ? ZERO + 1 + above : ZERO - 1 - above
}

/** As `Math.round` does. */
function rounded(number: f64): f64 {
  const below = floor(number)
  return number - below >= 0.5 ? below + 1 : below
}

function numberIn(cell: u32, mark: i32): f64 {
  findContent(cell)
  const number = numberOf(contentStart, <i32>(contentEnd - contentStart), mark)
  return number == NOT_A_NUMBER ? NaN : number
}
