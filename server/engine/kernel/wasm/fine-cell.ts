import { accepts, isOneOf, TEST_SIZE } from './accept'
import { LOOKS_AT_MISSING, MEMO, MISSING, TEST_COUNT, TESTS } from './asked'
import { unescaped } from './cell'
import { isKnownFine, keepFine } from './fine-memo'
import { ENDS, SCRATCH, STARTS, TEXT } from './room'
import { ESCAPED, QUOTED } from './signature'

/** The byte that, doubled in a quoted cell, is one; −1 when cells are escaped otherwise. */
let doubledQuote: i32 = -1

/** Where the content lies that was asked about last, unescaped, and how long it is; −1 when it cannot be unescaped. */
export let contentAt: usize = 0
export let contentLength: i32 = 0

/** The cells that follow are those of a dialect with this quote. */
export function useQuote(quote: i32): void {
  doubledQuote = quote
}

/** Whether no test of a column would find anything in a cell. */
export function isFine(cell: u32, signature: u32, column: usize): bool {
  const inset: u32 = (signature & QUOTED) != 0 ? 1 : 0
  const isPlain = (signature & ESCAPED) == 0
  let start = TEXT + load<u32>(STARTS + (cell << 2)) + inset
  // Nothing stands in a cell without length, whatever marks its place.
  let length = signature <= 0xffff ? 0 : <i32>(TEXT + load<u32>(ENDS + (cell << 2)) - inset - start)
  if (!isPlain) {
    length = unescaped(start, length, doubledQuote)
    start = SCRATCH
  }
  contentAt = start
  contentLength = length
  if (length < 0) return false
  if (isPlain && isKnownFine(column + MEMO, start, signature, length)) return true
  const missing = load<u32>(column, MISSING)
  if (missing != 0 && isOneOf(missing, start, length)) return load<u32>(column, LOOKS_AT_MISSING) == 0
  let test: usize = load<u32>(column, TESTS)
  const end = test + <usize>load<u32>(column, TEST_COUNT) * TEST_SIZE
  for (; test < end; test += TEST_SIZE) {
    const concerns = load<u32>(test)
    if (concerns != ~0 && (signature & concerns) == 0) continue
    if (!accepts(test, start, length)) return false
  }
  if (isPlain) keepFine(column + MEMO, start, signature, length)
  return true
}
