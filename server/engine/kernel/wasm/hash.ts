const LOW: u32 = 0x9e3779b9
const HIGH: u32 = 0x85ebca6b
/** Bytes that are mixed at once, in lanes that do not wait for each other. */
const BLOCK: usize = 32

// What one lane comes to.
let low: u32 = 0
let high: u32 = 0

/** The hash of so many bytes, as `model/hash.ts` defines it. */
export function hashOf(from: usize, length: i32): u64 {
  const to = from + length
  low = LOW
  high = HIGH
  let at = from
  if (length >= <i32>BLOCK) {
    mixBlocks(from, to)
    at += length & ~(<i32>BLOCK - 1)
  }
  // No harm is in reading more than there is: the memory goes on.
  for (; at + 8 <= to; at += 8) mix(load<u64>(at))
  if (at < to) mix(load<u64>(at) & (((<u64>1) << ((to - at) << 3)) - 1))
  let a = (low ^ (<u32>length + 1)) * 0xc2b2ae35
  a ^= a >> 15
  let b = (high ^ a) * 0x27d4eb2f
  b ^= b >> 16
  return ((<u64>(b == 0 ? 1 : b)) << 32) | (a ^ b)
}

function mix(word: u64): void {
  let a = (low ^ <u32>word) * 0xcc9e2d51
  a ^= a >> 15
  let b = (high ^ a ^ <u32>(word >> 32)) * 0x1b873593
  b ^= b >> 13
  a = (a ^ b) * 0x85ebca6b
  low = a ^ (a >> 16)
  high = b
}

/** Four lanes side by side, and what they come to together. */
function mixBlocks(from: usize, to: usize): void {
  let a0 = LOW
  let a1 = LOW + 1
  let a2 = LOW + 2
  let a3 = LOW + 3
  let b0 = HIGH
  let b1 = HIGH + 1
  let b2 = HIGH + 2
  let b3 = HIGH + 3
  for (let at = from; at + BLOCK <= to; at += BLOCK) {
    a0 = (a0 ^ load<u32>(at)) * 0xcc9e2d51
    a1 = (a1 ^ load<u32>(at, 8)) * 0xcc9e2d51
    a2 = (a2 ^ load<u32>(at, 16)) * 0xcc9e2d51
    a3 = (a3 ^ load<u32>(at, 24)) * 0xcc9e2d51
    a0 ^= a0 >> 15
    a1 ^= a1 >> 15
    a2 ^= a2 >> 15
    a3 ^= a3 >> 15
    b0 = (b0 ^ a0 ^ load<u32>(at, 4)) * 0x1b873593
    b1 = (b1 ^ a1 ^ load<u32>(at, 12)) * 0x1b873593
    b2 = (b2 ^ a2 ^ load<u32>(at, 20)) * 0x1b873593
    b3 = (b3 ^ a3 ^ load<u32>(at, 28)) * 0x1b873593
    b0 ^= b0 >> 13
    b1 ^= b1 >> 13
    b2 ^= b2 >> 13
    b3 ^= b3 >> 13
    a0 = (a0 ^ b0) * 0x85ebca6b
    a1 = (a1 ^ b1) * 0x85ebca6b
    a2 = (a2 ^ b2) * 0x85ebca6b
    a3 = (a3 ^ b3) * 0x85ebca6b
    a0 ^= a0 >> 16
    a1 ^= a1 >> 16
    a2 ^= a2 >> 16
    a3 ^= a3 >> 16
  }
  low = a2
  high = b2
  mix(((<u64>b3) << 32) | a3)
  const last = ((<u64>high) << 32) | low
  low = a0
  high = b0
  mix(((<u64>b1) << 32) | a1)
  mix(last)
}
