import { SCRATCH, SCRATCH_ROOM } from './room'

/** The first byte that nobody else uses, in an instance that does nothing but this. */
export const HASHES: usize = SCRATCH + SCRATCH_ROOM

/** `scatter` of `model/hash-room.ts`. */
export function scatter(from: u32, to: u32, row: u32, heads: u32): u32 {
  for (let at = from; at < to; at += 2, row++) {
    const hash = load<u64>((<usize>at) << 2)
    if (hash >> 32 == 0) continue
    const head = ((<usize>heads) << 2) + ((<usize>(<u32>hash >> 25)) << 3)
    const entry = load<u32>(head)
    if (entry == load<u32>(head, 4)) return at
    store<u64>((<usize>entry) << 2, (hash >> 32) | ((<u64>row) << 32))
    store<u32>(head, entry + 2)
  }
  return to
}

/** `find` of `model/hash-room.ts`. */
export function find(from: u32, to: u32, slots: u32, mask: u32, out: u32): u32 {
  const table = (<usize>slots) << 2
  for (let at = from; at < to; at += 2) {
    const hash = load<u32>((<usize>at) << 2)
    let slot = hash & mask
    let known = load<u32>(table + ((<usize>slot) << 2))
    while (known > 0 && load<u32>((<usize>known) << 2) != hash) {
      slot = (slot + 1) & mask
      known = load<u32>(table + ((<usize>slot) << 2))
    }
    if (known == 0) store<u32>(table + ((<usize>slot) << 2), at)
    else {
      store<u32>((<usize>out) << 2, load<u32>((<usize>known) << 2, 4))
      store<u32>((<usize>out) << 2, load<u32>((<usize>at) << 2, 4), 4)
      out += 2
    }
  }
  return out
}
