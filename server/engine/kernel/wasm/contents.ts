import { COLUMN_COUNT, COLUMN_SIZE, COLUMNS, CONCERNS, CONTENTS, MISSING, PASS, QUOTE, WHEN_EMPTY } from './asked'
import { hash64, sameBytes } from './bytes'
import { BLOCK } from './cells'
import { flagCells } from './columns'
import { contentAt, contentLength, isFine, useQuote } from './fine-cell'
import { isFlagged } from './flags'
import { isToldPlainly } from './plain-cell'
import { ROWS, TEXT, TOLD } from './room'
import { areOwed, contentEnd, contentStart, findContent, signed } from './signed'
import { ESCAPED, NATIVE, QUOTED } from './signature'

// The contents of a column: how many there are, the bytes that they take, how many cells were asked about, and how many
// of them had one that was known; by hash the number of a content, from 1; for each how many cells of the chunk have it,
// where it lies and how long it is; and the bytes of all.
const USED: usize = 4
const ASKED: usize = 8
const MET: usize = 12
const SLOTS: usize = 16
const LAST_SLOT: u32 = 2047
const ENTRIES: usize = SLOTS + 2 * 2048
const ENTRY: usize = 12
const MOST: u32 = 1024
const BYTES: usize = ENTRIES + ENTRY * 1024
const ROOM: u32 = 20_480

/** Bytes that the contents of a column take. */
export const CONTENTS_ROOM: usize = BYTES + ROOM

/** Bytes of a content beyond which it is not kept. */
const LONGEST: i32 = 128
/** Cells after which the contents of a column are given up, where most are new. */
const TRIAL: u32 = 8192

const OF_QUOTES = QUOTED | ESCAPED

/** In place of the number of a content: it was counted with those before. */
const COUNTED: i32 = -1

/**
 * Counts the contents of the cells from the row `from` up to `to` that are not surely fine. Tells for each column its
 * number, how many cells must be looked at, how many contents were counted, then the cells, each with the number under
 * which its content is kept from now on or 0, and the numbers of the contents, each with how many other cells have it.
 * Returns how many words that are. `program`: where that lies.
 */
export function countContents(from: i32, to: i32, program: usize): i32 {
  const count = load<u32>(program, COLUMN_COUNT)
  const contents: usize = load<u32>(program, CONTENTS)
  useQuote(load<i32>(program, QUOTE))
  let told = TOLD
  for (let i: u32 = 0; i < count; i++) {
    const column = program + COLUMNS + i * COLUMN_SIZE
    if (load<u32>(column, CONCERNS) != 0 || load<u32>(column, WHEN_EMPTY) != PASS)
      told = countColumn(from, to, i, column, contents == 0 ? 0 : load<u32>(contents + (i << 2)), told)
  }
  return <i32>((told - TOLD) >> 2)
}

/** Tells of one column, where something is to be told, and returns where the next one is told. */
function countColumn(from: i32, to: i32, index: u32, column: usize, contents: usize, told: usize): usize {
  const concerns = load<u32>(column, CONCERNS)
  const passesEmpty = load<u32>(column, WHEN_EMPTY) == PASS
  // Then what holds a content that is counted need not be signed.
  const areUnsigned = areOwed && load<u32>(column, MISSING) == 0 && (concerns == ~0 || (concerns & OF_QUOTES) == 0)
  const arePassed = areUnsigned && isToldPlainly(column)
  const cells = told + 12
  let end = cells
  for (let block = from; block < to; block += BLOCK) {
    const last = min(block + BLOCK, to)
    if (arePassed) flagCells(column, index, block, last)
    for (let row = block; row < last; row++) {
      if (arePassed && !isFlagged(row)) continue
      const cell = load<u32>(ROWS + (row << 2)) + index
      if (cell >= load<u32>(ROWS + (row << 2), 4) || (areUnsigned && isCounted(cell, contents))) continue
      const signature = signed(cell)
      const isEmpty = signature <= 0xffff
      if (isEmpty ? passesEmpty : (signature & concerns) == 0 || isFine(cell, signature, column)) continue
      const number =
        signature == 0
          ? countOrKeep(contents, TEXT, 0)
          : isText(signature)
            ? countOrKeep(contents, contentAt, contentLength)
            : 0
      if (number == COUNTED) continue
      store<u32>(end, cell)
      store<u32>(end, number, 4)
      end += 8
    }
  }
  const counted = end
  if (contents != 0) end = tellCounts(contents, counted)
  if (end == cells) return told
  store<u32>(told, index)
  store<u32>(told, <u32>((counted - cells) >> 3), 4)
  store<u32>(told, <u32>((end - counted) >> 3), 8)
  return end
}

/** Whether a cell that need not be signed has a content that is known, among whose cells it is counted then. */
function isCounted(cell: u32, contents: usize): bool {
  if (findContent(cell) || contentStart == contentEnd) return false
  const length = <i32>(contentEnd - contentStart)
  if (!mayBeKept(contents, length)) return false
  const number = numberIn(contents, slotOf(contents, contentStart, length))
  if (number > 0) meet(contents, number)
  return number > 0
}

/** Whether a cell holds what its bytes say, and not a number of a format that tells these from text, nor an empty text. */
function isText(signature: u32): bool {
  return signature > 0xffff && (signature & NATIVE) == 0
}

/** Counts a cell among those of the same content; else returns the number under which that is kept from now on, 0 where it is not. */
function countOrKeep(contents: usize, at: usize, length: i32): i32 {
  if (!mayBeKept(contents, length)) return 0
  const slot = slotOf(contents, at, length)
  const number = numberIn(contents, slot)
  if (number > 0) {
    meet(contents, number)
    return COUNTED
  }
  store<u32>(contents, load<u32>(contents, ASKED) + 1, ASKED)
  return keep(contents, slot, at, length)
}

/** Whether a content is not too long, and the contents of its column are not given up. */
function mayBeKept(contents: usize, length: i32): bool {
  if (contents == 0 || length < 0 || length > LONGEST) return false
  const asked = load<u32>(contents, ASKED) + 1
  return asked <= TRIAL || load<u32>(contents, MET) << 1 >= asked
}

/** The slot that holds a content, or is free for it. */
function slotOf(contents: usize, at: usize, length: i32): u32 {
  let slot = <u32>(hash64(at, length) >> 40) & LAST_SLOT
  while (true) {
    const number = numberIn(contents, slot)
    if (number == 0) return slot
    const entry = entryOf(contents, number)
    if (load<i32>(entry, 8) == length && sameBytes(load<u32>(entry, 4), at, length)) return slot
    slot = (slot + 1) & LAST_SLOT
  }
}

function numberIn(contents: usize, slot: u32): u32 {
  return load<u16>(contents + (slot << 1), SLOTS)
}

/** Counts one more cell of a content. */
function meet(contents: usize, number: u32): void {
  const entry = entryOf(contents, number)
  store<u32>(entry, load<u32>(entry) + 1)
  store<u32>(contents, load<u32>(contents, ASKED) + 1, ASKED)
  store<u32>(contents, load<u32>(contents, MET) + 1, MET)
}

function keep(contents: usize, slot: u32, at: usize, length: i32): i32 {
  const number = load<u32>(contents) + 1
  const used = load<u32>(contents, USED)
  if (number > MOST || used + length > ROOM) return 0
  const bytes = contents + BYTES + used
  const entry = entryOf(contents, number)
  memory.copy(bytes, at, length)
  store<u32>(entry, <u32>bytes, 4)
  store<i32>(entry, length, 8)
  store<u16>(contents + (slot << 1), <u16>number, SLOTS)
  store<u32>(contents, number)
  store<u32>(contents, used + length, USED)
  return number
}

/** Tells at an address how many cells have each of the contents, and begins to count them anew. */
function tellCounts(contents: usize, at: usize): usize {
  const most = load<u32>(contents)
  for (let number: u32 = 1; number <= most; number++) {
    const entry = entryOf(contents, number)
    const cells = load<u32>(entry)
    if (cells == 0) continue
    store<u32>(at, number)
    store<u32>(at, cells, 4)
    store<u32>(entry, 0)
    at += 8
  }
  return at
}

function entryOf(contents: usize, number: u32): usize {
  return contents + ENTRIES + (number - 1) * ENTRY
}
