/** Mixes bytes, eight at a time; what stands after them does not count. */
export function hash64(at: usize, length: i32): u64 {
  let hash: u64 = <u64>length * 0x9e3779b97f4a7c15
  let i = 0
  for (; i + 8 <= length; i += 8) {
    hash = (hash ^ load<u64>(at + i)) * 0xff51afd7ed558ccd
    hash ^= hash >> 32
  }
  if (i < length) {
    hash = (hash ^ (load<u64>(at + i) & firstBytes(length - i))) * 0xff51afd7ed558ccd
    hash ^= hash >> 32
  }
  return hash * 0xc4ceb9fe1a85ec53
}

/** Whether two texts of one length are the same. */
export function sameBytes(one: usize, other: usize, length: i32): bool {
  let i = 0
  for (; i + 8 <= length; i += 8) if (load<u64>(one + i) != load<u64>(other + i)) return false
  return i == length || ((load<u64>(one + i) ^ load<u64>(other + i)) & firstBytes(length - i)) == 0
}

/** Up to seven bytes of a word. */
export function firstBytes(count: i32): u64 {
  return ((<u64>1) << (count << 3)) - 1
}
