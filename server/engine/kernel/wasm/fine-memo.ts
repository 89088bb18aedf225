import { firstBytes, sameBytes } from './bytes'

// What is remembered of a column in which the same few contents come back: the address of its slots or 0, how many cells
// were asked about, and how many of them were known. A slot holds the signature of a fine cell and its bytes.
const ASKED: usize = 4
const MET: usize = 8
const SLOT: usize = 64
const CONTENT: usize = 16

const SLOTS: u64 = 128

/** Bytes that the slots of a column take. */
export const MEMO_ROOM: usize = SLOT * <usize>SLOTS

/** Bytes of a cell beyond which it is not remembered. */
const LONGEST: i32 = 48
/** Cells after which a memo that mostly misses is given up. */
const TRIAL: u32 = 4096

/** Where the slots of a memo lie; 0 where there are none, or it is given up. */
export function slotsIn(memo: usize): usize {
  const asked = load<u32>(memo, ASKED)
  if (asked > TRIAL && load<u32>(memo, MET) << 1 < asked) store<u32>(memo, 0)
  return load<u32>(memo)
}

/** So many cells more were asked about, of which so many were known. */
export function countAsked(memo: usize, asked: u32, met: u32): void {
  store<u32>(memo, load<u32>(memo, ASKED) + asked, ASKED)
  store<u32>(memo, load<u32>(memo, MET) + met, MET)
}

/** Whether a slot holds a cell of the same bytes that was fine; what the signature says beyond them must be the same too. */
export function isInSlots(slots: usize, at: usize, signature: u32, length: i32): bool {
  // A slot that holds nothing has the signature of an empty cell.
  if (length > LONGEST || length == 0) return false
  const slot = slotOf(slots, at, length)
  return load<u32>(slot) == signature && sameBytes(slot + CONTENT, at, length)
}

/** The same of one cell, which is counted. */
export function isKnownFine(memo: usize, at: usize, signature: u32, length: i32): bool {
  const slots = slotsIn(memo)
  if (slots == 0) return false
  const isKnown = isInSlots(slots, at, signature, length)
  countAsked(memo, 1, isKnown ? 1 : 0)
  return isKnown
}

export function keepFine(memo: usize, at: usize, signature: u32, length: i32): void {
  const slots = load<u32>(memo)
  if (slots == 0 || length > LONGEST) return
  const slot = slotOf(slots, at, length)
  store<u32>(slot, signature)
  // What follows the content is copied with it and never looked at.
  for (let i: usize = 0; i < 48; i += 16) v128.store(slot + CONTENT + i, v128.load(at + i))
}

/** By the length and the bytes at both ends: those of a slot are compared anyway, and what seldom meets is given up. */
function slotOf(slots: usize, at: usize, length: i32): usize {
  const first = length < 8 ? load<u64>(at) & firstBytes(length) : load<u64>(at)
  const last = length < 8 ? 0 : load<u64>(at + length - 8)
  const mixed = (first ^ ((<u64>length) << 56)) * 0xff51afd7ed558ccd + last
  return slots + <usize>((((mixed ^ (mixed >> 32)) * 0xc4ceb9fe1a85ec53) >> 40) & (SLOTS - 1)) * SLOT
}
