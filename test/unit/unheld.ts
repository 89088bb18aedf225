import { type Source, flatSource } from '../../server/engine/model/source'

/**
 * A text that nobody holds, as that of a large file: each look at it is a new array, of `page` bytes at least, or is put
 * where there is room.
 */
export function unheldSource(bytes: Uint8Array, page = 0): Source {
  const { length, indexOf } = flatSource(bytes)
  return {
    length,
    isHeld: false,
    indexOf,
    window(from, least, room) {
      const part = bytes.subarray(from, from + least)
      if (!room || part.length > room.length) return bytes.slice(from, from + Math.max(page, least))
      room.set(part)
      return room.subarray(0, part.length)
    },
  }
}
