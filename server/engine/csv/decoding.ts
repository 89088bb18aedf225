import type { Fault } from '../model/fault'
import { bytesBetween, flatSource, type Source } from '../model/source'
import type { Span } from '../model/span'
import { fromCodePage } from './code-pages'
import {
  type Chosen,
  type EncodingHints,
  type EncodingReason,
  encodingOf,
  evidenceIn,
  isCodePage,
  markLength,
} from './encoding'
import {
  type BrokenSequence,
  fromUtf8,
  LONGEST,
  nonAsciiAt,
  REPLACEMENT,
  sequenceLength,
  wholeCharacters,
} from './utf8'
import { fromUtf16, wholeUnits } from './utf16'

/** A file as well-formed UTF-8 without byte order mark, and how it was written. */
export interface Decoded {
  /** A view on the file itself when that is well-formed UTF-8. */
  readonly bytes: Uint8Array
  readonly encoding: string
  readonly byteOrderMark: boolean
  readonly faults: readonly Fault[]
  readonly reason: EncodingReason
}

/** Faults of one kind that a file may list. */
export const LISTED_FAULTS = 10_000

/** Reads the bytes of a file as text; `isUtf8`: the platform’s own test for well-formed UTF-8. */
export function decodeText(
  file: Uint8Array,
  { isUtf8, ...hints }: EncodingHints & { readonly isUtf8?: ((bytes: Uint8Array) => boolean) | undefined } = {},
): Decoded {
  const chosen = encodingOf(evidenceIn(file, isUtf8), hints)
  const from = markLength(file, chosen.encoding)
  const content = from === 0 ? file : file.subarray(from)
  const broken = new BrokenBytes()
  const isWellFormed = chosen.reason.because === 'valid-utf-8'
  const bytes = isWellFormed ? content : textOf(content, chosen.encoding, broken.noteIn(content, 0))
  return { bytes, ...told(chosen, from > 0, flatSource(bytes), { nonAscii: nonAsciiAt(bytes), broken }) }
}

/**
 * What is told of a file beside its text: `isMarked`: whether a byte order mark stands before it; `nonAscii`: the offset of
 * the first byte in the text that is not ASCII, or its length.
 */
export function told(
  { encoding, reason, mismatch }: Chosen,
  isMarked: boolean,
  text: Source,
  { nonAscii, broken }: { readonly nonAscii: number; readonly broken: BrokenBytes },
): Omit<Decoded, 'bytes'> {
  // Who is told of an older encoding reads it rightly.
  const legacy = reason.because === 'declared' ? [] : legacyFault(text, nonAscii, encoding)
  const faults = [...(mismatch ? [mismatch] : []), ...legacy, ...broken.faults]
  return { encoding, byteOrderMark: isMarked, faults, reason }
}

/** The content of a file, or of a page of it that ends where a character does, as UTF-8. */
export function textOf(content: Uint8Array, encoding: string, broken: BrokenSequence): Uint8Array {
  if (isCodePage(encoding)) return fromCodePage(content, encoding)
  return encoding === 'utf-8' ? fromUtf8(content, broken) : fromUtf16(content, encoding === 'utf-16be', broken)
}

/** How many bytes of a page can be read before it is known what follows. */
export function readableLength(page: Uint8Array, encoding: string): number {
  if (isCodePage(encoding)) return page.length
  return encoding === 'utf-8' ? wholeCharacters(page) : wholeUnits(page, encoding === 'utf-16be')
}

/** The bytes of a file that cannot be read, as far as they are listed. */
export class BrokenBytes {
  readonly faults: Fault[] = []

  /** Notes those of a page of which the text begins at this offset. */
  noteIn(page: Uint8Array, textStart: number): BrokenSequence {
    return (textAt, pageAt, length) => {
      if (this.faults.length >= LISTED_FAULTS) return
      const start = textStart + textAt
      const span = { start, end: start + REPLACEMENT.length }
      this.faults.push({ kind: 'broken-bytes', span, bytes: [...page.subarray(pageAt, pageAt + length)] })
    }
  }
}

/** Says that the file is not UTF-8, at the first character that shows it; UTF-16 shows it everywhere. */
function legacyFault(text: Source, nonAscii: number, encoding: string): readonly Fault[] {
  if (encoding === 'utf-8') return []
  const isAscii = nonAscii === text.length
  if (isAscii && (isCodePage(encoding) || text.length === 0)) return []
  const start = isAscii ? 0 : nonAscii
  const from = Math.max(0, start - SAMPLE)
  const near = bytesBetween(text, from, Math.min(text.length, start + LONGEST + SAMPLE + 1))
  const length = Math.max(1, sequenceLength(near, start - from))
  const sample = wordAround(near, { start: start - from, end: start - from + length })
  return [{ kind: 'legacy-encoding', encoding, span: { start, end: start + length }, sample }]
}

const SAMPLE = 32

/** The word that holds the span, at most 32 bytes to each side. */
function wordAround(bytes: Uint8Array, span: Span): string {
  let { start, end } = span
  while (start > 0 && span.start - start < SAMPLE && inWord(bytes[start - 1]!)) start--
  while (end < bytes.length && end - span.end < SAMPLE && inWord(bytes[end]!)) end++
  while ((bytes[start]! & 0xc0) === 0x80) start++
  while (end < bytes.length && (bytes[end]! & 0xc0) === 0x80) end--
  return new TextDecoder().decode(bytes.subarray(start, end))
}

/** ASCII letters, digits, apostrophe, hyphen, and all that is not ASCII. */
function inWord(byte: number): boolean {
  return (
    byte >= 0x80 ||
    (byte >= 48 && byte <= 57) ||
    ((byte | 32) >= 97 && (byte | 32) <= 122) ||
    byte === 39 ||
    byte === 45
  )
}
