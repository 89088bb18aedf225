/** U+FFFD in UTF-8: what stands for bytes that cannot be read. */
export const REPLACEMENT = [0xef, 0xbf, 0xbd] as const

/** Bytes of the longest character. */
export const LONGEST = 4

/** Length of the bytes without the character that ends them, which may go on. */
export function wholeCharacters(bytes: Uint8Array): number {
  let end = bytes.length
  while (end > 0 && end > bytes.length - (LONGEST - 1) && (bytes[end - 1]! & 0xc0) === 0x80) end--
  // Bytes that go on with nothing stand for themselves.
  return end > 0 && bytes[end - 1]! >= 0xc0 ? end - 1 : bytes.length
}

/** The offset of the first ill-formed sequence at or after `from`; the length when all is well-formed UTF-8. */
export function illFormedAt(bytes: Uint8Array, from = 0): number {
  const end = bytes.length
  const { words, skew } = wordsOf(bytes)
  let at = from
  while (at < end) {
    if (bytes[at]! >= 0x80) {
      const length = sequenceLength(bytes, at)
      if (length < 0) return at
      at += length
    } else if (at >= skew && ((at - skew) & 3) === 0) {
      at = skew + asciiWords(words, (at - skew) >> 2) * 4
      while (at < end && bytes[at]! < 0x80) at++
    } else at++
  }
  return end
}

/** The first non-ASCII byte at or after `from`, or the length. */
export function nonAsciiAt(bytes: Uint8Array, from = 0): number {
  const { words, skew } = wordsOf(bytes)
  let at = from
  while (at < bytes.length && bytes[at]! < 0x80 && (at < skew || ((at - skew) & 3) !== 0)) at++
  if (at >= skew && ((at - skew) & 3) === 0) at = skew + asciiWords(words, (at - skew) >> 2) * 4
  while (at < bytes.length && bytes[at]! < 0x80) at++
  return at
}

/**
 * Bytes of the sequence that begins here; negative when it is ill-formed, and then the length of the maximal subpart
 * that one U+FFFD replaces (Unicode 3.9, “U+FFFD Substitution of Maximal Subparts”; WHATWG Encoding, UTF-8 decoder).
 */
export function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!
  if (lead < 0x80) return 1
  if (lead < 0xc2 || lead > 0xf4) return -1
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
  // The second byte alone tells overlong forms, surrogates and what lies above U+10FFFF.
  const second = bytes[at + 1]!
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
  if (!(second >= low && second <= high)) return -1
  for (let more = 2; more < length; more++) if ((bytes[at + more]! & 0xc0) !== 0x80) return -more
  return length
}

/** Where U+FFFD was written for the bytes of an ill-formed sequence. */
export type BrokenSequence = (textAt: number, fileAt: number, length: number) => void

/** The same bytes when they are well-formed, else a copy in which U+FFFD stands for what is not. */
export function fromUtf8(file: Uint8Array, broken: BrokenSequence): Uint8Array {
  const first = illFormedAt(file)
  if (first === file.length) return file
  let size = first
  for (let at = first; at < file.length; ) {
    const length = sequenceLength(file, at)
    size += length > 0 ? length : REPLACEMENT.length
    at += Math.abs(length)
  }
  const text = new Uint8Array(size)
  text.set(file.subarray(0, first))
  let to = first
  for (let at = first; at < file.length; ) {
    const length = sequenceLength(file, at)
    if (length < 0) {
      broken(to, at, -length)
      text.set(REPLACEMENT, to)
      to += REPLACEMENT.length
    } else for (let more = 0; more < length; more++) text[to++] = file[at + more]!
    at += Math.abs(length)
  }
  return text
}

/** Counts of sequences of more than one byte, or of one that cannot stand alone. */
export interface Sequences {
  readonly wellFormed: number
  readonly illFormed: number
}

export function countSequences(file: Uint8Array): Sequences {
  let wellFormed = 0
  let illFormed = 0
  for (let at = 0; at < file.length; ) {
    if (file[at]! < 0x80) {
      at++
      continue
    }
    const length = sequenceLength(file, at)
    if (length > 0) wellFormed++
    else illFormed++
    at += Math.abs(length)
  }
  return { wellFormed, illFormed }
}

/** Four bytes at a time where they lie on a boundary of four: `skew` bytes stand before the first word. */
function wordsOf(bytes: Uint8Array): { words: Uint32Array; skew: number } {
  const skew = -bytes.byteOffset & 3
  if (bytes.length < skew + 4) return { words: new Uint32Array(0), skew: bytes.length }
  return { words: new Uint32Array(bytes.buffer, bytes.byteOffset + skew, (bytes.length - skew) >> 2), skew }
}

/** The first word at or after `word` that holds a non-ASCII byte. */
function asciiWords(words: Uint32Array, word: number): number {
  const end = words.length
  while (word + 3 < end && ((words[word]! | words[word + 1]! | words[word + 2]! | words[word + 3]!) & 0x80808080) === 0)
    word += 4
  while (word < end && (words[word]! & 0x80808080) === 0) word++
  return word
}
