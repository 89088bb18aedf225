import { byteBits } from '../model/signature'
import type { Marks } from './cell'

/** Marks a byte at which a cell may end; the bits below it are the byte's share of the signature. */
export const STOP = 1 << 15
export const BITS = STOP - 1

const made = new WeakMap<Marks, Uint16Array>()

/** For each byte what it adds to the signature of its cell, and `STOP` for quotes, escapes, line ends and the delimiter's first byte. */
export function byteKinds(marks: Marks): Uint16Array {
  const known = made.get(marks)
  if (known) return known
  const kinds = byteBits.slice()
  for (const byte of [10, 13, marks.delimiter[0]!, marks.quote, marks.bareEscape]) if (byte >= 0) kinds[byte]! |= STOP
  made.set(marks, kinds)
  return kinds
}
