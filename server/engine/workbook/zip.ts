import { unzipSync } from 'fflate'

/** Bytes that the members of an archive may have once unpacked: a small file can hold a very large one. */
const MOST = 1 << 29

/** The members of an archive whose names are wanted; undefined when it cannot be unpacked, or would be too large. */
export function unzipped(
  archive: Uint8Array,
  isWanted: (name: string) => boolean,
  most = MOST,
): ReadonlyMap<string, Uint8Array> | undefined {
  let total = 0
  try {
    const members = unzipSync(archive, {
      filter({ name, originalSize }) {
        if (!isWanted(name)) return false
        total += originalSize
        if (total > most) throw new RangeError('too large')
        return true
      },
    })
    return new Map(Object.entries(members))
  } catch {
    return undefined
  }
}
