import { isOneOf, keepAccepted, TEST_SIZE } from './accept'
import { MEMO, MISSING, PLAIN_COUNT, PLAIN_TESTS, PLAINLY } from './asked'
import { atOf, CELL, keptIf, lengthOf, rowOf } from './cells'
import { countAsked, isInSlots, keepFine, slotsIn } from './fine-memo'
import { pass } from './flags'
import { ESCAPED } from './signature'
import { isUsual } from './usual'

/** In place of what is usual: the tests tell it. */
const BY_TESTS: u32 = 1

/** In place of the signature of a cell that has none: a cell that must be unescaped is not remembered by it. */
const UNSIGNED: u32 = ESCAPED

/** Whether the cells of a column can be known to be fine before they are signed. */
export function isToldPlainly(column: usize): bool {
  return load<u32>(column, PLAINLY) != 0
}

/** Takes the flag from the rows of those of some cells of a column that are surely fine, with no quote doubled. */
export function passPlain(column: usize, cells: usize, end: usize): void {
  const memo = column + MEMO
  // One test costs no more than to look whether the content is known.
  const areKept = load<u32>(column, PLAIN_COUNT) > 1
  if (areKept) end = passKnown(memo, cells, end)
  end = keepUsual(load<u32>(column, PLAINLY), cells, end)
  end = keepOthers(load<u32>(column, MISSING), cells, end)
  let test: usize = load<u32>(column, PLAIN_TESTS)
  const last = test + <usize>load<u32>(column, PLAIN_COUNT) * TEST_SIZE
  for (; test < last; test += TEST_SIZE) end = keepAccepted(test, cells, end)
  for (let cell = cells; cell < end; cell += CELL) pass(rowOf(cell))
  if (areKept)
    for (let cell = cells; cell < end; cell += CELL) keepFine(memo, atOf(cell), unsigned(cell), lengthOf(cell))
}

/** The signature under which a content is remembered that has none. */
function unsigned(cell: usize): u32 {
  return UNSIGNED | ((<u32>lengthOf(cell)) << 16)
}

/** Takes the flag from the rows of the contents that are known, and keeps the others. */
function passKnown(memo: usize, cells: usize, end: usize): usize {
  const slots = slotsIn(memo)
  if (slots == 0) return end
  let to = cells
  let met: u32 = 0
  for (let cell = cells; cell < end; cell += CELL) {
    const isKnown = isInSlots(slots, atOf(cell), unsigned(cell), lengthOf(cell))
    if (isKnown) pass(rowOf(cell))
    met += isKnown ? 1 : 0
    to = keptIf(!isKnown, cell, to)
  }
  countAsked(memo, <u32>((end - cells) / CELL), met)
  return to
}

/** Keeps the contents that hold what is usual. */
function keepUsual(usual: usize, cells: usize, end: usize): usize {
  if (usual == BY_TESTS) return end
  let to = cells
  for (let cell = cells; cell < end; cell += CELL) to = keptIf(isUsual(usual, atOf(cell), lengthOf(cell)), cell, to)
  return to
}

/** Keeps the contents that are no spelling of “no value”. */
function keepOthers(missing: usize, cells: usize, end: usize): usize {
  if (missing == 0) return end
  let to = cells
  for (let cell = cells; cell < end; cell += CELL) to = keptIf(!isOneOf(missing, atOf(cell), lengthOf(cell)), cell, to)
  return to
}
