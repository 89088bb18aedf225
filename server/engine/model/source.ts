import type { Ahead } from './ahead'

/** Well-formed UTF-8 text without byte order mark, wherever it lies. Offsets are bytes from its beginning. */
export interface Source {
  readonly length: number
  /**
   * The bytes from `from` on: at least `least` of them, or all that there are. A source that does not hold them puts them
   * at the beginning of `room`, if that is large enough.
   */
  window(from: number, least: number, room?: Uint8Array): Uint8Array
  /** Offset of the first such byte at or after `from`; −1 when there is none. */
  indexOf(byte: number, from: number): number
  /** True when a window can be kept: it takes no memory that the source does not hold anyway. */
  readonly isHeld: boolean
  /** Who can read it ahead of the one who goes through it. */
  readonly ahead?: Ahead | undefined
}

/** The bytes from `from` up to `to`. */
export function bytesBetween(source: Source, from: number, to: number, room?: Uint8Array): Uint8Array {
  return source.window(from, to - from, room).subarray(0, Math.max(0, to - from))
}

/** Bytes that are read at once for who goes on a little each time. */
const STRETCH = 1 << 16

/** The same text for who goes through it: what it gives is good until something else is asked for. */
export function passingSource(source: Source): Source {
  if (source.isHeld) return source
  const room = new Uint8Array(STRETCH)
  let start = 0
  let bytes: Uint8Array = room.subarray(0, 0)
  return {
    ...source,
    window(from, least) {
      if (least > room.length) return source.window(from, least)
      if (from < start || Math.min(source.length, from + least) > start + bytes.length) {
        bytes = source.window(from, room.length, room)
        start = from
      }
      return bytes.subarray(from - start)
    },
  }
}

/** A text that lies in one array. */
export function flatSource(bytes: Uint8Array): Source {
  return {
    length: bytes.length,
    isHeld: true,
    window: from => bytes.subarray(from),
    indexOf: (byte, from) => bytes.indexOf(byte, from),
  }
}
