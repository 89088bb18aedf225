import { type Source, flatSource } from '../../server/engine/model/source'

/** A text that nobody holds, as that of a large file: each look at it is a new array, or is put where there is room. */
export function unheldSource(bytes: Uint8Array): Source {
  const { length, indexOf } = flatSource(bytes)
  return {
    length,
    isHeld: false,
    indexOf,
    window(from, least, room) {
      const part = bytes.subarray(from, from + least)
      if (!room || part.length > room.length) return part.slice()
      room.set(part)
      return room.subarray(0, part.length)
    },
  }
}
