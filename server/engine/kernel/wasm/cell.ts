import { SCRATCH, SCRATCH_ROOM } from './room'

/** Writes a content to `SCRATCH` with its doubled quotes made one, and returns its length; −1 when it is long or a quote stands alone. */
export function unescaped(at: usize, length: i32, quote: i32): i32 {
  if (length > SCRATCH_ROOM || quote < 0) return -1
  let to = SCRATCH
  const end = at + length
  while (at < end) {
    const byte = load<u8>(at++)
    store<u8>(to++, byte)
    if (<i32>byte != quote) continue
    if (at == end || <i32>load<u8>(at) != quote) return -1
    at++
  }
  return <i32>(to - SCRATCH)
}
