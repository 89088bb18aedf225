import { firstBytes, sameBytes } from './bytes'

// What is remembered of a column in which the same few contents come back: the address of its slots or 0, how many cells
// were asked about, and how many of them were known. A slot holds the signature of a fine cell and its bytes.
const ASKED: usize = 4
const MET: usize = 8
const SLOT: usize = 64
const CONTENT: usize = 16

// As in `program.ts`.
const SLOTS: u64 = 128

/** Bytes of a cell beyond which it is not remembered. */
const LONGEST: i32 = 48
/** Cells after which a memo that mostly misses is given up. */
const TRIAL: u32 = 4096

/** Whether a cell of the same bytes was fine before; what the signature says beyond them must be the same too. */
export function isKnownFine(memo: usize, at: usize, signature: u32, length: i32): bool {
  const slots = load<u32>(memo)
  // A slot that holds nothing has the signature of an empty cell.
  if (slots == 0 || length > LONGEST || length == 0) return false
  const asked = load<u32>(memo, ASKED) + 1
  const met = load<u32>(memo, MET)
  store<u32>(memo, asked, ASKED)
  if (asked > TRIAL && met << 1 < asked) {
    store<u32>(memo, 0)
    return false
  }
  const slot = slotOf(slots, at, length)
  if (load<u32>(slot) != signature || !sameBytes(slot + CONTENT, at, length)) return false
  store<u32>(memo, met + 1, MET)
  return true
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
