import { readSync } from 'node:fs'

/** Fills an array with the bytes of a file from `at` on; gives what of it is filled when the file ends before. */
export function bytesAt(room: Uint8Array, file: number, at: number): Uint8Array {
  let read = 0
  while (read < room.length) {
    const count = readSync(file, room, read, room.length - read, at + read)
    if (count === 0) break
    read += count
  }
  return room.subarray(0, read)
}
