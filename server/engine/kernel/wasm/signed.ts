import { ENDS, SIGNATURES, STARTS, TEXT } from './room'
import { ESCAPED, holds, QUOTED, signatureOf } from './signature'

/** Whether cells may not be signed yet: their signature is then 0, as that of an empty cell. */
export let areOwed = false

/** The quote of the dialect, −1 when there is none. */
export let quoteByte: i32 = -1

/** The delimiter between the cells of a row, −1 where something else may stand there as well. */
export let delimiterByte: i32 = -1

/** The cells of the index, that of a text with these marks, are not signed yet. */
export function oweSignatures(delimiter: i32, quote: i32): void {
  areOwed = true
  delimiterByte = delimiter
  quoteByte = quote
}

/** The index has its signatures. */
export function haveSignatures(): void {
  areOwed = false
  delimiterByte = -1
}

/** The signature of a cell of the index. */
export function signed(cell: u32): u32 {
  const signature = load<u32>(SIGNATURES + (cell << 2))
  return signature != 0 || !areOwed ? signature : sign(cell)
}

/** Signs the cells of the index from one up to another, unless they are. */
export function signAll(from: u32, to: u32): void {
  for (let cell = from; cell < to; cell++) signed(cell)
}

/** Where the content lies that was found last. */
export let contentStart: usize = 0
export let contentEnd: usize = 0

/** Finds the content of a cell, signed or not, and tells whether it must be unescaped. */
export function findContent(cell: u32): bool {
  contentStart = TEXT + load<u32>(STARTS + (cell << 2))
  contentEnd = TEXT + load<u32>(ENDS + (cell << 2))
  if (areOwed) {
    if (contentStart == contentEnd || <i32>load<u8>(contentStart) != quoteByte) return false
    contentStart++
    contentEnd--
    return holds(<i32>(contentStart - TEXT), <i32>(contentEnd - TEXT), <u8>quoteByte)
  }
  const signature = load<u32>(SIGNATURES + (cell << 2))
  if ((signature & QUOTED) != 0) {
    contentStart++
    contentEnd--
  }
  // Nothing stands in a cell without length, whatever marks its place.
  if (signature <= 0xffff) contentEnd = contentStart
  return (signature & ESCAPED) != 0
}

function sign(cell: u32): u32 {
  let from = load<i32>(STARTS + (cell << 2))
  let to = load<i32>(ENDS + (cell << 2))
  let mask: u32 = 0
  if (from < to && <i32>load<u8>(TEXT + from) == quoteByte) {
    from++
    to--
    mask = holds(from, to, <u8>quoteByte) ? QUOTED | ESCAPED : QUOTED
  }
  mask |= signatureOf(from, to)
  store<u32>(SIGNATURES + (cell << 2), mask)
  return mask
}
