import { accepts, isOneOf, TEST_SIZE } from './accept'
import { MEMO, MISSING, PLAIN_COUNT, PLAIN_TESTS, PLAINLY } from './asked'
import { unescaped } from './cell'
import { isKnownFine, keepFine } from './fine-memo'
import { SCRATCH, TEXT } from './room'
import { ESCAPED, holds } from './signature'
import { quoteByte } from './signed'
import { isUsual } from './usual'

/** In place of what is usual: the tests tell it. */
const BY_TESTS: u32 = 1

/** In place of the signature of a cell that has none: a cell that must be unescaped is not remembered by it. */
const UNSIGNED: u32 = ESCAPED

/** Whether the cells of a column can be known to be fine before they are signed. */
export function isToldPlainly(column: usize): bool {
  return load<u32>(column, PLAINLY) != 0
}

/** Whether what stands between the quotes of a cell is surely fine. */
export function isPlainInQuotes(column: usize, at: usize, length: i32): bool {
  // The row may be blank.
  if (length == 0) return false
  const from = <i32>(at - TEXT)
  // Doubled quotes are as usual as single ones.
  const isAsWritten = load<u32>(column, PLAIN_COUNT) == 0 && load<u32>(column, MISSING) == 0
  if (isAsWritten || !holds(from, from + length, <u8>quoteByte)) return isPlain(column, at, length)
  const read = unescaped(at, length, quoteByte)
  return read >= 0 && isPlain(column, SCRATCH, read)
}

/** Whether a content that is not empty is surely fine, with no quote doubled. */
export function isPlain(column: usize, at: usize, length: i32): bool {
  // One that begins with a space may be blank.
  const first = load<u8>(at)
  if (first <= 0x20 || first == 0x7f) return false
  // One test costs no more than to look whether the content is known.
  if (load<u32>(column, PLAIN_COUNT) < 2) return isAccepted(column, at, length)
  const known = UNSIGNED | ((<u32>length) << 16)
  if (isKnownFine(column + MEMO, at, known, length)) return true
  if (!isAccepted(column, at, length)) return false
  keepFine(column + MEMO, at, known, length)
  return true
}

/** Whether a content holds what is usual, is no spelling of “no value”, and is accepted by each test. */
export function isAccepted(column: usize, at: usize, length: i32): bool {
  const usual: usize = load<u32>(column, PLAINLY)
  if (usual != BY_TESTS && !isUsual(usual, at, length)) return false
  const missing: usize = load<u32>(column, MISSING)
  if (missing != 0 && isOneOf(missing, at, length)) return false
  let test: usize = load<u32>(column, PLAIN_TESTS)
  const end = test + <usize>load<u32>(column, PLAIN_COUNT) * TEST_SIZE
  for (; test < end; test += TEST_SIZE) if (!accepts(test, at, length)) return false
  return true
}
