import { counted, inSet } from './byte-sets'

// As `writer.ts` writes them: the set of the ASCII bytes that are sought alone, that of those with which a longer sequence
// begins, what may stand after the first bytes of most letters and marks beyond ASCII, by its last six bits, and a tree of
// sequences, its root by the whole byte and all other tables by its last six bits.
const FIRST: usize = 32
const AFTER_C2: usize = 64
const AFTER_C3: usize = 96
const TREE: usize = 128
// What stands in that tree in place of a table.
const END: usize = 1
const END_BEFORE_OTHERS: usize = 2

/** Whether none of some sequences of bytes stands in these bytes. */
export function holdsNone(sequences: usize, from: usize, length: i32): bool {
  const to = from + length
  for (let at = from; at < to; at += 16) {
    const within = counted(<i32>(to - at))
    const bytes = v128.load(at)
    if ((<u32>i8x16.bitmask(i8x16.ne(inSet(sequences, bytes), i8x16.splat(0))) & within) != 0) return false
    // The first bytes of characters that have several: from 0xC0 on.
    const leads = i8x16.ge_u(bytes, i8x16.splat(<i8>0xc0))
    const firsts = i8x16.ne(inSet(sequences + FIRST, bytes), i8x16.splat(0))
    let begins = <u32>i8x16.bitmask(v128.or(leads, firsts)) & within
    if (begins != 0) begins &= ~goOn(sequences, bytes, v128.load(at, 1))
    while (begins != 0) {
      if (isSought(sequences + TREE, at + ctz(begins))) return false
      begins &= begins - 1
    }
  }
  return true
}

/** A bit for each of sixteen bytes that begins a letter or a mark, and surely no sequence, by the bytes after them. */
function goOn(sequences: usize, bytes: v128, next: v128): u32 {
  // Of what goes on with a character the last six bits are left; whatever else stands there is in no set.
  const last = v128.xor(next, i8x16.splat(<i8>0x80))
  const afterC2 = v128.and(i8x16.eq(bytes, i8x16.splat(<i8>0xc2)), inSet(sequences + AFTER_C2, last))
  const afterC3 = v128.and(i8x16.eq(bytes, i8x16.splat(<i8>0xc3)), inSet(sequences + AFTER_C3, last))
  return <u32>i8x16.bitmask(i8x16.ne(v128.or(afterC2, afterC3), i8x16.splat(0)))
}

/** Whether a sequence begins at a byte, or one that only text tells from it. */
function isSought(tree: usize, at: usize): bool {
  let byte: usize = load<u8>(at)
  let table: usize = load<u32>(tree + (byte << 2))
  while (table > END_BEFORE_OTHERS) {
    const isLead = byte >= 0xc0
    byte = load<u8>(++at)
    // Whatever is no character is for the text to tell.
    if (isLead && (byte & 0xc0) != 0x80) return true
    table = load<u32>(table + ((byte & 63) << 2))
  }
  return table == END || (table == END_BEFORE_OTHERS && load<u8>(at, 1) >= 0x80)
}
