// A set of ASCII bytes as `writer.ts` writes it: two tables in which the halves of a byte that is in it meet.
const HIGH: usize = 16

/** A byte that is not 0 for each of sixteen that is in a set. */
export function inSet(set: usize, bytes: v128): v128 {
  const low = i8x16.swizzle(v128.load(set), v128.and(bytes, i8x16.splat(15)))
  return v128.and(low, i8x16.swizzle(v128.load(set, HIGH), i8x16.shr_u(bytes, 4)))
}

/** A bit for each of sixteen bytes that is in a set. */
export function membersOf(set: usize, bytes: v128): u32 {
  return ~(<u32>i8x16.bitmask(i8x16.eq(inSet(set, bytes), i8x16.splat(0)))) & 0xffff
}

/** A bit for each of sixteen bytes that is a digit. */
export function digitsOf(bytes: v128): u32 {
  return <u32>i8x16.bitmask(i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(48)), i8x16.splat(10)))
}

/** A bit for each of sixteen bytes that counts, of so many that are left. */
export function counted(left: i32): u32 {
  return left >= 16 ? 0xffff : (1 << left) - 1
}

/** Whether at least one ASCII byte is none of the set. */
export function holdsOther(set: usize, from: usize, length: i32): bool {
  for (let at = 0; at < length; at += 16) {
    const bytes = v128.load(from + at)
    const others = v128.and(i8x16.eq(inSet(set, bytes), i8x16.splat(0)), i8x16.ge_s(bytes, i8x16.splat(0)))
    if ((<u32>i8x16.bitmask(others) & counted(length - at)) != 0) return true
  }
  return false
}

/** How many digits there are. */
export function digitsAt(from: usize, length: i32): i32 {
  let digits = 0
  for (let at = 0; at < length; at += 16) {
    digits += popcnt(digitsOf(v128.load(from + at)) & counted(length - at))
  }
  return digits
}

/** Whether no capital letter stands just before a digit. */
export function hasCapitalsApart(from: usize, length: i32): bool {
  let before: u32 = 0
  for (let at = 0; at < length; at += 16) {
    const bytes = v128.load(from + at)
    const digits = digitsOf(bytes)
    const capitals = <u32>i8x16.bitmask(i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(65)), i8x16.splat(26)))
    if ((digits & ((capitals << 1) | before) & counted(length - at)) != 0) return false
    before = (capitals >> 15) & 1
  }
  return true
}
