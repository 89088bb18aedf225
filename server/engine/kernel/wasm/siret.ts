// What digits count in a key, and what they count where they are doubled and cast out of nines (Luhn).
const ONCE = memory.data<u8>([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 0, 0, 0, 0, 0])
const TWICE = memory.data<u8>([0, 2, 4, 6, 8, 1, 3, 5, 7, 9, 0, 0, 0, 0, 0, 0])
/** Of fourteen digits the first is doubled, of nine the second. */
const EVEN = memory.data<u8>([255, 0, 255, 0, 255, 0, 255, 0, 255, 0, 255, 0, 255, 0, 255, 0])
const FIRST_9 = memory.data<u8>([255, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0])
const FIRST_14 = memory.data<u8>([255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0])
/** SIREN of La Poste, whose establishments have keys of their own. */
const LA_POSTE = memory.data<u8>([3, 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])

/** Whether these bytes are fourteen digits with a right key, and a SIREN other than that of La Poste. */
export function isSiret(at: usize, length: i32): bool {
  if (length != 14) return false
  const digits = i8x16.sub(v128.load(at), i8x16.splat(48))
  const counted = v128.load(FIRST_14)
  if (v128.any_true(v128.and(i8x16.gt_u(digits, i8x16.splat(9)), counted))) return false
  const once = i8x16.swizzle(v128.load(ONCE), digits)
  const twice = i8x16.swizzle(v128.load(TWICE), digits)
  const even = v128.load(EVEN)
  const siren = v128.load(FIRST_9)
  if (sum(v128.and(v128.bitselect(twice, once, even), counted)) % 10 != 0) return false
  if (sum(v128.and(v128.bitselect(once, twice, even), siren)) % 10 != 0) return false
  return v128.any_true(v128.and(v128.xor(once, v128.load(LA_POSTE)), siren))
}

/** Whether these bytes are nine digits with a right key. */
export function isSiren(at: usize, length: i32): bool {
  if (length != 9) return false
  const digits = i8x16.sub(v128.load(at), i8x16.splat(48))
  const counted = v128.load(FIRST_9)
  if (v128.any_true(v128.and(i8x16.gt_u(digits, i8x16.splat(9)), counted))) return false
  const once = i8x16.swizzle(v128.load(ONCE), digits)
  const twice = i8x16.swizzle(v128.load(TWICE), digits)
  return sum(v128.and(v128.bitselect(once, twice, v128.load(EVEN)), counted)) % 10 == 0
}

/** Of all lanes. */
function sum(lanes: v128): u32 {
  const fours = i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(lanes))
  return (
    i32x4.extract_lane(fours, 0) +
    i32x4.extract_lane(fours, 1) +
    i32x4.extract_lane(fours, 2) +
    i32x4.extract_lane(fours, 3)
  )
}
