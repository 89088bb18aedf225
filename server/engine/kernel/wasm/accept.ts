import { counted, digitsAt, hasCapitalsApart, holdsOther } from './byte-sets'
import { hash64, sameBytes } from './bytes'
import { atOf, CELL, keptIf, lengthOf, writeCell } from './cells'
import { dayOf, isMoment, isOfShape } from './moment'
import { isNumber, isUnsigned, NOT_A_NUMBER, numberOf } from './number'
import { isIsoDay, isPlainDay } from './plain-day'
import { holdsNone } from './sequences'
import { isNoLargeNumber, isPlainNumber } from './plain-number'
import { isSiren, isSiret } from './siret'

// A test, as `program.ts` writes it: words for what it concerns, its kind, two arguments, a limit and two more.
export const TEST_SIZE: usize = 32

// Kinds of tests, as in `program.ts`; any other accepts nothing.
const ANY: u32 = 1
const NUMBER: u32 = 2
const COMPARED_NUMBER: u32 = 3
const COMPARED_DAY: u32 = 4
const MOMENT: u32 = 5
const ONE_OF: u32 = 6
const CHARACTERS: u32 = 7
const SIRET: u32 = 8
const SIREN: u32 = 9
const AUTOMATON: u32 = 10
const ENDS: u32 = 11
const WITHOUT: u32 = 12
const NO_LENGTH_OF: u32 = 13
const PLAIN_DAY: u32 = 14
const PLAIN_NUMBER: u32 = 15
const NO_LARGE_NUMBER: u32 = 16
const EITHER: u32 = 17
const FEW_DIGITS: u32 = 18
const OTHER_BYTES: u32 = 19
const CAPITALS_APART: u32 = 20
const SHAPE: u32 = 21
const MANY_DIGITS: u32 = 22
const ISO_DAY: u32 = 23

/** A cell that is asked about alone. */
const ALONE = memory.data(16, 16)

/** Whether a test surely finds nothing in these bytes. */
export function accepts(test: usize, at: usize, length: i32): bool {
  writeCell(ALONE, at, length, 0)
  return isAccepted(test, ALONE)
}

function isAccepted(test: usize, cell: usize): bool {
  return keepAccepted(test, cell, cell + CELL) != cell
}

/**
 * Keeps those of some cells in which a test surely finds nothing, and returns where they end. What is asked is read once
 * for all of them.
 */
export function keepAccepted(test: usize, cells: usize, end: usize): usize {
  const first = load<u32>(test, 8)
  const second = load<u32>(test, 12)
  let to = cells
  switch (load<u32>(test, 4)) {
    case ANY:
      return end
    case NUMBER:
      for (let cell = cells; cell < end; cell += CELL)
        to = keptIf(isNumber(atOf(cell), lengthOf(cell), <i32>first), cell, to)
      return to
    case COMPARED_NUMBER:
      for (let cell = cells; cell < end; cell += CELL)
        to = keptIf(isNumberWithin(atOf(cell), lengthOf(cell), <i32>first, second, test), cell, to)
      return to
    case COMPARED_DAY:
      for (let cell = cells; cell < end; cell += CELL)
        to = keptIf(isDayWithin(first, atOf(cell), lengthOf(cell), second, test), cell, to)
      return to
    case SHAPE:
      for (let cell = cells; cell < end; cell += CELL)
        to = keptIf(isOfShape(first, atOf(cell), lengthOf(cell)), cell, to)
      return to
    case MOMENT:
      for (let cell = cells; cell < end; cell += CELL)
        to = keptIf(
          isMoment(first, atOf(cell), lengthOf(cell)) || (second != 0 && isMoment(second, atOf(cell), lengthOf(cell))),
          cell,
          to,
        )
      return to
    case ONE_OF:
      for (let cell = cells; cell < end; cell += CELL) to = keptIf(isOneOf(first, atOf(cell), lengthOf(cell)), cell, to)
      return to
    case CHARACTERS:
      for (let cell = cells; cell < end; cell += CELL)
        to = keptIf(isAsLong(atOf(cell), lengthOf(cell), <i32>first, <i32>second), cell, to)
      return to
    case SIRET:
      for (let cell = cells; cell < end; cell += CELL) to = keptIf(isSiret(atOf(cell), lengthOf(cell)), cell, to)
      return to
    case SIREN:
      for (let cell = cells; cell < end; cell += CELL) to = keptIf(isSiren(atOf(cell), lengthOf(cell)), cell, to)
      return to
    case AUTOMATON:
      for (let cell = cells; cell < end; cell += CELL) to = keptIf(matches(first, atOf(cell), lengthOf(cell)), cell, to)
      return to
    case ENDS:
      for (let cell = cells; cell < end; cell += CELL)
        to = keptIf(hasPlainEnds(first, atOf(cell), lengthOf(cell)), cell, to)
      return to
    case WITHOUT:
      for (let cell = cells; cell < end; cell += CELL)
        to = keptIf(holdsNone(first, atOf(cell), lengthOf(cell)), cell, to)
      return to
    case NO_LENGTH_OF:
      for (let cell = cells; cell < end; cell += CELL)
        to = keptIf(isNoLengthOf(first, atOf(cell), lengthOf(cell)), cell, to)
      return to
    case PLAIN_DAY:
      for (let cell = cells; cell < end; cell += CELL)
        to = keptIf(isPlainDay(first, atOf(cell), lengthOf(cell)), cell, to)
      return to
    case ISO_DAY:
      for (let cell = cells; cell < end; cell += CELL)
        to = keptIf(isIsoDay(first, atOf(cell), lengthOf(cell)), cell, to)
      return to
    case PLAIN_NUMBER:
      for (let cell = cells; cell < end; cell += CELL)
        to = keptIf(isPlainNumber(atOf(cell), lengthOf(cell), first != 0), cell, to)
      return to
    case NO_LARGE_NUMBER:
      for (let cell = cells; cell < end; cell += CELL)
        to = keptIf(isNoLargeNumber(atOf(cell), lengthOf(cell), <i32>first), cell, to)
      return to
    case FEW_DIGITS:
      for (let cell = cells; cell < end; cell += CELL)
        to = keptIf(digitsAt(atOf(cell), lengthOf(cell)) < <i32>first, cell, to)
      return to
    case OTHER_BYTES:
      for (let cell = cells; cell < end; cell += CELL)
        to = keptIf(holdsOther(first, atOf(cell), lengthOf(cell)), cell, to)
      return to
    case CAPITALS_APART:
      for (let cell = cells; cell < end; cell += CELL)
        to = keptIf(hasCapitalsApart(atOf(cell), lengthOf(cell)), cell, to)
      return to
    case MANY_DIGITS:
      for (let cell = cells; cell < end; cell += CELL) to = keptIf(acceptsDigits(first, second, cell), cell, to)
      return to
    case EITHER:
      for (let cell = cells; cell < end; cell += CELL)
        to = keptIf(isAccepted(first, cell) || isAccepted(second, cell), cell, to)
      return to
    default:
      return cells
  }
}

/** Whether each of so many tests, behind a number of digits each and sorted by that, finds nothing where there are as many. */
function acceptsDigits(tests: usize, count: u32, cell: usize): bool {
  const digits = digitsAt(atOf(cell), lengthOf(cell))
  const end = tests + <usize>count * TEST_SIZE
  for (let test = tests; test < end && digits >= load<i32>(test); test += TEST_SIZE)
    if (!isAccepted(test, cell)) return false
  return true
}

/** Whether a number that bytes write lies between two limits. */
function isNumberWithin(at: usize, length: i32, mark: i32, limits: u32, test: usize): bool {
  return isUnsigned(at, length, mark, limits >> WHOLE_DIGITS) || isWithin(numberOf(at, length, mark), limits, test)
}

/** Whether the day that bytes write in a layout lies between two limits. */
function isDayWithin(layout: usize, at: usize, length: i32, limits: u32, test: usize): bool {
  return isMoment(layout, at, length) && isWithin(<f64>dayOf(layout, at), limits, test)
}

// Which limits are left out, and above these bits how many digits before the mark are within them whatever they are.
const ABOVE: u32 = 1
const BELOW: u32 = 2
const WHOLE_DIGITS: u32 = 2

/** Whether a number lies between two limits, which a bit each leaves out. */
function isWithin(value: f64, leftOut: u32, test: usize): bool {
  const least = load<f64>(test, 16)
  const most = load<f64>(test, 24)
  if (value == NOT_A_NUMBER || !(value >= least && value <= most)) return false
  return leftOut == 0 || (((leftOut & ABOVE) == 0 || value > least) && ((leftOut & BELOW) == 0 || value < most))
}

/** A table of spellings: the number of its slots less one, and for each slot a spelling: its length and its bytes. */
export function isOneOf(table: usize, at: usize, length: i32): bool {
  const last = load<u32>(table)
  let slot = <u32>(hash64(at, length) >> 32) & last
  while (true) {
    const spelling = load<u32>(table + (slot << 2), 4)
    if (spelling == 0) return false
    if (load<i32>(spelling) == length && sameBytes(spelling + 4, at, length)) return true
    slot = (slot + 1) & last
  }
}

/** Puts a spelling into a table that has room for it. */
export function addSpelling(table: usize, spelling: usize): void {
  const last = load<u32>(table)
  let slot = <u32>(hash64(spelling + 4, load<i32>(spelling)) >> 32) & last
  while (load<u32>(table + (slot << 2), 4) != 0) slot = (slot + 1) & last
  store<u32>(table + (slot << 2), spelling, 4)
}

/** Whether there are at least and at most so many characters: bytes that do not go on with one. */
function isAsLong(at: usize, length: i32, least: i32, most: i32): bool {
  // A character has one byte to four.
  if (length < least || length > most << 2) return false
  if (length <= most && length >= least << 2) return true
  const count = charactersAt(at, length)
  return count >= least && count <= most
}

/** The least of some numbers, how many they are, and these: whether none of them is the number of characters. */
function isNoLengthOf(lengths: usize, at: usize, length: i32): bool {
  if (length < load<i32>(lengths)) return true
  const characters = charactersAt(at, length)
  const end = lengths + 8 + ((<usize>load<u32>(lengths, 4)) << 2)
  for (let one = lengths + 8; one < end; one += 4) if (load<i32>(one) == characters) return false
  return true
}

/** Bytes that do not go on with a character, sixteen at a time. */
function charactersAt(at: usize, length: i32): i32 {
  let count = 0
  for (let i = 0; i < length; i += 16) {
    const begins = i8x16.gt_s(v128.load(at + i), i8x16.splat(-65))
    count += popcnt(<u32>i8x16.bitmask(begins) & counted(length - i))
  }
  return count
}

/** The number of states, whether each may end, and what 128 bytes lead to from each. */
function matches(automaton: usize, at: usize, length: i32): bool {
  const next = automaton + 4 + 256
  let state: u32 = 1
  for (let i = 0; i < length; i++) {
    const byte = load<u8>(at + i)
    if (byte >= 0x80) return false
    state = load<u8>(next + ((state << 7) | byte))
    if (state == 0) return false
  }
  return load<u8>(automaton + state, 4) != 0
}

/** For each first byte and each last one the lengths that are refused, a bit each, and for each byte whether it saves the last. */
function hasPlainEnds(ends: usize, at: usize, length: i32): bool {
  if (length == 0) return true
  const bit = (<u32>1) << min(length, 31)
  if ((load<u32>(ends + ((<usize>load<u8>(at)) << 2)) & bit) != 0) return false
  const last = at + length - 1
  if ((load<u32>(ends + ((<usize>load<u8>(last)) << 2), 1024) & bit) == 0) return true
  return length > 1 && load<u8>(ends + <usize>load<u8>(last - 1), 2048) != 0
}
