import type { BrokenSequence } from './utf8'

/** UTF-16 as UTF-8; lone surrogates and an odd last byte become U+FFFD and are told in order. */
export function fromUtf16(file: Uint8Array, bigEndian: boolean, lone: BrokenSequence): Uint8Array {
  const { length } = file
  const [high, low] = bigEndian ? [0, 1] : [1, 0]
  // A unit is at most three bytes; what is not written to takes no memory.
  const text = new Uint8Array(3 * Math.ceil(length / 2))
  let to = 0
  for (let at = 0; at < length; ) {
    if (at + 1 < length && file[at + high] === 0 && file[at + low]! < 0x80) {
      text[to++] = file[at + low]!
      at += 2
      continue
    }
    const point = pointAt(file, at, bigEndian)
    const width = unitsLength(file, at, point, bigEndian)
    if (point < 0) lone(to, at, width)
    to = writePoint(text, to, point < 0 ? 0xfffd : point)
    at += width
  }
  return text.subarray(0, to)
}

/** Length of the bytes without half a unit or half a pair at their end, which what follows may complete. */
export function wholeUnits(file: Uint8Array, bigEndian: boolean): number {
  const end = file.length & ~1
  const isFirstOfPair = end > 0 && (file[bigEndian ? end - 2 : end - 1]! & 0xfc) === 0xd8
  return isFirstOfPair ? end - 2 : end
}

/** The code point that begins at `at`, or −1 when a lone surrogate or an odd last byte stands there. */
export function pointAt(file: Uint8Array, at: number, bigEndian: boolean): number {
  if (at + 1 >= file.length) return -1
  const high = bigEndian ? 0 : 1
  const unit = (file[at + high]! << 8) | file[at + 1 - high]!
  if ((unit & 0xf800) !== 0xd800) return unit
  if (unit >= 0xdc00 || at + 3 >= file.length) return -1
  const next = (file[at + 2 + high]! << 8) | file[at + 3 - high]!
  if ((next & 0xfc00) !== 0xdc00) return -1
  return 0x10000 + ((unit & 0x3ff) << 10) + (next & 0x3ff)
}

/** Bytes that a point takes in the file, lone units included. */
export function unitsLength(file: Uint8Array, at: number, point: number, bigEndian: boolean): number {
  const left = file.length - at
  // Half a pair cut in the middle of its second unit is one error (WHATWG Encoding, shared UTF-16 decoder, end of queue).
  if (point < 0 && left === 3 && (file[bigEndian ? at : at + 1]! & 0xfc) === 0xd8) return 3
  return point > 0xffff ? 4 : Math.min(2, left)
}

/** Bytes that a code point takes in UTF-8; 3 for −1, which stands for U+FFFD. */
export function utf8Length(point: number): number {
  if (point < 0) return 3
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
}

/** Writes a code point in UTF-8 and returns the offset after it. */
export function writePoint(text: Uint8Array, at: number, point: number): number {
  if (point < 0x80) text[at++] = point
  else if (point < 0x800) text[at++] = 0xc0 | (point >> 6)
  else {
    if (point < 0x10000) text[at++] = 0xe0 | (point >> 12)
    else {
      text[at++] = 0xf0 | (point >> 18)
      text[at++] = 0x80 | ((point >> 12) & 0x3f)
    }
    text[at++] = 0x80 | ((point >> 6) & 0x3f)
  }
  if (point >= 0x80) text[at++] = 0x80 | (point & 0x3f)
  return at
}

/** UTF-16 of a text, without BOM. */
export function toUtf16(text: string, bigEndian: boolean): Uint8Array {
  // A lone surrogate becomes U+FFFD, as TextEncoder does.
  const wellFormed = new TextDecoder().decode(new TextEncoder().encode(text))
  const bytes = new Uint8Array(wellFormed.length * 2)
  for (let at = 0; at < wellFormed.length; at++) {
    const unit = wellFormed.charCodeAt(at)
    bytes[at * 2 + (bigEndian ? 0 : 1)] = unit >> 8
    bytes[at * 2 + (bigEndian ? 1 : 0)] = unit & 0xff
  }
  return bytes
}
