import { counted, inSet } from './byte-sets'

// As `writer.ts` writes them: the set of the ASCII bytes that are sought, and a tree for the others.
// What stands in that tree in place of a table.
const END: usize = 1
const END_BEFORE_OTHERS: usize = 2
const TREE: usize = 32

/** Whether none of some sequences of one to three bytes stands in these bytes. */
export function holdsNone(sequences: usize, from: usize, length: i32): bool {
  const to = from + length
  for (let at = from; at < to; at += 16) {
    const within = counted(<i32>(to - at))
    const bytes = v128.load(at)
    if ((<u32>i8x16.bitmask(i8x16.ne(inSet(sequences, bytes), i8x16.splat(0))) & within) != 0) return false
    // The first bytes of characters that have several: from 0xC0 on.
    let leads = <u32>i8x16.bitmask(i8x16.ge_u(bytes, i8x16.splat(<i8>0xc0))) & within
    while (leads != 0) {
      if (isSought(sequences + TREE, at + ctz(leads))) return false
      leads &= leads - 1
    }
  }
  return true
}

/** Whether a sequence begins at the first byte of a character. */
function isSought(tree: usize, at: usize): bool {
  let table: usize = load<u32>(tree + ((<usize>load<u8>(at) - 0xc0) << 2))
  while (table > END_BEFORE_OTHERS) {
    const next: u32 = <u32>load<u8>(++at) - 0x80
    // Whatever is no character is for the text to tell.
    if (next > 63) return true
    table = load<u32>(table + ((<usize>next) << 2))
  }
  return table == END || (table == END_BEFORE_OTHERS && load<u8>(at, 1) >= 0x80)
}
