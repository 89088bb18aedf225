// As `writer.ts` writes them: two tables in which the halves of an ASCII byte that is sought meet, and a tree for the others.
const HIGH: usize = 16
const TREE: usize = 32

/** Whether none of some sequences of one to three bytes stands in these bytes. */
export function holdsNone(sequences: usize, from: usize, length: i32): bool {
  const lows = v128.load(sequences)
  const highs = v128.load(sequences, HIGH)
  const half = i8x16.splat(15)
  const to = from + length
  for (let at = from; at < to; at += 16) {
    const counted: u32 = to - at >= 16 ? 0xffff : (1 << (to - at)) - 1
    const bytes = v128.load(at)
    const sought = v128.and(i8x16.swizzle(lows, v128.and(bytes, half)), i8x16.swizzle(highs, i8x16.shr_u(bytes, 4)))
    if ((<u32>i8x16.bitmask(i8x16.ne(sought, i8x16.splat(0))) & counted) != 0) return false
    // The first bytes of characters that have several: from 0xC0 on.
    let leads = <u32>i8x16.bitmask(i8x16.ge_u(bytes, i8x16.splat(<i8>0xc0))) & counted
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
  while (table > 1) {
    const next: u32 = <u32>load<u8>(++at) - 0x80
    // Whatever is no character is for the text to tell.
    if (next > 63) return true
    table = load<u32>(table + ((<usize>next) << 2))
  }
  return table == 1
}
