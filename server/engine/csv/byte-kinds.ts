import { signature } from '../model/signature'
import type { Marks } from './cell'

/** Marks a byte at which a cell may end; the bits below it are the byte's share of the signature. */
export const STOP = 1 << 15
export const BITS = STOP - 1

const made = new WeakMap<Marks, Uint16Array>()

/** For each byte what it adds to the signature of its cell, and `STOP` for quotes, line ends and the delimiter's first byte. */
export function byteKinds(marks: Marks): Uint16Array {
  const known = made.get(marks)
  if (known) return known
  const kinds = new Uint16Array(256)
  for (let byte = 0; byte < 256; byte++) kinds[byte] = kindOf(byte)
  for (const byte of [10, 13, marks.delimiter[0]!, marks.quote]) if (byte >= 0) kinds[byte]! |= STOP
  made.set(marks, kinds)
  return kinds
}

function kindOf(byte: number): number {
  const char = String.fromCharCode(byte)
  if (byte >= 0x80) return signature.nonAscii
  if (byte < 32 || byte === 127) return signature.control
  if (/[0-9]/.test(char)) return signature.digit
  if (/[A-Za-z]/.test(char)) return signature.letter
  if (char === ' ') return signature.space
  if (char === '@') return signature.at
  if (char === ',') return signature.comma
  if ('./-:'.includes(char)) return signature.dateMark
  if ('&<>'.includes(char)) return signature.markup
  return signature.otherMark
}
