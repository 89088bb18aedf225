import { hash64, sameBytes } from './bytes'
import { dayOf, isMoment } from './moment'
import { isNumber, NOT_A_NUMBER, numberOf } from './number'
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

/** Whether a test surely finds nothing in these bytes. */
export function accepts(test: usize, at: usize, length: i32): bool {
  const first = load<u32>(test, 8)
  const second = load<u32>(test, 12)
  switch (load<u32>(test, 4)) {
    case ANY:
      return true
    case NUMBER:
      return isNumber(at, length, <i32>first)
    case COMPARED_NUMBER:
      return compares(numberOf(at, length, <i32>first), second, load<f64>(test, 16))
    case COMPARED_DAY:
      return isMoment(first, at, length) && compares(<f64>dayOf(first, at), second, load<f64>(test, 16))
    case MOMENT:
      return isMoment(first, at, length) || (second != 0 && isMoment(second, at, length))
    case ONE_OF:
      return isOneOf(first, at, length)
    case CHARACTERS:
      return isAsLong(at, length, <i32>first, <i32>second)
    case SIRET:
      return isSiret(at, length)
    case SIREN:
      return isSiren(at, length)
    case AUTOMATON:
      return matches(first, at, length)
    default:
      return false
  }
}

/** The comparisons in the order of `program.ts`: at least, more than, at most, less than. */
function compares(value: f64, how: u32, limit: f64): bool {
  if (value == NOT_A_NUMBER) return false
  if (how == 0) return value >= limit
  if (how == 1) return value > limit
  return how == 2 ? value <= limit : value < limit
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
  let count = 0
  for (let i = 0; i < length; i++) if ((load<u8>(at + i) & 0xc0) != 0x80) count++
  return count >= least && count <= most
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
