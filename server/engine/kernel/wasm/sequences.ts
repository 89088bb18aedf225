import { counted, inSet, membersOf } from './byte-sets'

// As `writer.ts` writes them: the set of the bytes with which a sequence may begin, all first bytes of characters beyond ASCII
// among them, that of the ASCII bytes that are sought alone, what may stand after the first bytes of most letters and marks
// beyond ASCII, by its last six bits, and a tree of sequences, its root by the whole byte and all other tables by its last
// six bits.
const ALONE: usize = 32
const AFTER_C2: usize = 64
const AFTER_C3: usize = 96
const TREE: usize = 128
// What stands in that tree in place of a table.
const END: usize = 1
const END_BEFORE_OTHERS: usize = 2

/** Whether none of some sequences of bytes stands in these bytes. */
export function holdsNone(sequences: usize, from: usize, length: i32): bool {
  for (let at = 0; at < length; at += 16) {
    const bytes = v128.load(from + at)
    const within = counted(length - at)
    if ((membersOf(sequences + ALONE, bytes) & within) != 0) return false
    // To look first whether any begins costs more: in a text with accents that is hard to foresee.
    let begins = membersOf(sequences, bytes) & within & ~goOn(sequences, bytes, v128.load(from + at, 1))
    while (begins != 0) {
      if (isSought(sequences + TREE, from + at + ctz(begins))) return false
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
