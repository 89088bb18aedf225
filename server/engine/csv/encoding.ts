import { encodingLabel } from '../model/encoding-name'
import type { Fault } from '../model/fault'
import type { Span } from '../model/span'
import { type CodePage, codePages, fromCodePage } from './code-pages'
import { type PageScore, pageScores } from './letters'
import {
  type BrokenSequence,
  countSequences,
  fromUtf8,
  illFormedAt,
  nonAsciiAt,
  REPLACEMENT,
  sequenceLength,
} from './utf8'
import { fromUtf16 } from './utf16'

/** A file as well-formed UTF-8 without byte order mark, and how it was written. */
export interface Decoded {
  /** A view on the file itself when that is well-formed UTF-8. */
  readonly bytes: Uint8Array
  readonly encoding: string
  readonly byteOrderMark: boolean
  readonly faults: readonly Fault[]
  readonly reason: EncodingReason
}

/** Why an encoding was chosen, as plain data. */
type EncodingReason =
  | { readonly because: 'told' }
  /** A document that describes the file says so, and the bytes do not say otherwise. */
  | { readonly because: 'declared' }
  | { readonly because: 'byte-order-mark' }
  | { readonly because: 'valid-utf-8' }
  /** A NUL stands in every other byte. */
  | { readonly because: 'nul-bytes' }
  /** Most sequences of bytes above 0x7F are well-formed UTF-8. */
  | { readonly because: 'mostly-utf-8'; readonly wellFormed: number; readonly illFormed: number }
  /** Read so, the bytes above 0x7F give the most likely letters; `next` is the encoding that comes second. */
  | { readonly because: 'letters'; readonly score: number; readonly next: PageScore }

/** What is known of a file before it is read. */
interface EncodingHints {
  readonly encoding?: string | undefined
  /** What a document says of the file: it goes before any guess, unless the bytes contradict it. */
  readonly declared?: string | undefined
  /** The platform's own test for well-formed UTF-8, which may be ten times faster than ours. */
  readonly isUtf8?: ((bytes: Uint8Array) => boolean) | undefined
}

/** Faults of one kind that a file may list. */
export const LISTED_FAULTS = 10_000

/**
 * Reads the bytes of a file as text; the encoding is judged on the whole file unless a known label is given.
 * Between UTF-8 with faults and an older encoding the majority of the sequences above ASCII decides.
 */
export function decodeText(file: Uint8Array, hints: EncodingHints = {}): Decoded {
  const marked = markedEncoding(file)
  const told = hints.encoding === undefined ? undefined : encodingLabel(hints.encoding)
  // “UTF-16” alone says nothing of the byte order.
  if (told) return decodeAs(file, marked && isWide(told) && isWide(marked) ? marked : told, TOLD)
  const guess = guessed(file, marked, hints.isUtf8)
  const declared = hints.declared === undefined ? undefined : encodingLabel(hints.declared)
  const isRight = declared === guess.encoding || (declared && isWide(declared) && isWide(guess.encoding))
  if (!hints.declared?.trim() || isRight)
    return decodeAs(file, guess.encoding, declared && guess.encoding !== 'utf-8' ? DECLARED : guess.reason)
  if (declared && mayBe(declared, file, guess)) return decodeAs(file, declared, DECLARED)
  const decoded = decodeAs(file, guess.encoding, guess.reason)
  const mismatch = { kind: 'encoding-mismatch', told: declared ?? hints.declared, found: guess.encoding } as const
  return { ...decoded, faults: [mismatch, ...decoded.faults] }
}

interface Guess {
  readonly encoding: string
  readonly reason: EncodingReason
}

function guessed(file: Uint8Array, marked: string | undefined, isUtf8 = isWellFormed): Guess {
  if (marked) return { encoding: marked, reason: { because: 'byte-order-mark' } }
  const wide = wideEncoding(file)
  if (wide) return { encoding: wide, reason: { because: 'nul-bytes' } }
  if (isUtf8(file)) return { encoding: 'utf-8', reason: { because: 'valid-utf-8' } }
  const { wellFormed, illFormed } = countSequences(file)
  if (wellFormed >= illFormed) return { encoding: 'utf-8', reason: { because: 'mostly-utf-8', wellFormed, illFormed } }
  const [best, second] = pageScores(file) as readonly [PageScore, PageScore]
  return { encoding: best.page, reason: { because: 'letters', score: best.score, next: second } }
}

/** Whether a file that was guessed to be in another encoding may be in the declared one: letters alone prove nothing. */
function mayBe(declared: string, file: Uint8Array, { encoding, reason }: Guess): boolean {
  if (isWide(declared)) return encoding === 'utf-8' && file.length % 2 === 0 && file.includes(0)
  if (!isCodePage(declared)) return false
  const isTie = reason.because === 'mostly-utf-8' && reason.wellFormed === reason.illFormed
  return isCodePage(encoding) || isTie || (encoding === 'utf-8' && nonAsciiAt(file) === file.length)
}

function isWide(encoding: string): boolean {
  return encoding.startsWith('utf-16')
}

function isWellFormed(bytes: Uint8Array): boolean {
  return illFormedAt(bytes) === bytes.length
}

/** Bytes of the byte order mark of this encoding at the start of a file. */
export function markLength(file: Uint8Array, encoding: string): number {
  const mark = marks[encoding]
  return mark?.every((byte, at) => file[at] === byte) ? mark.length : 0
}

/** True for an encoding of one byte a character. */
export function isCodePage(encoding: string): encoding is CodePage {
  return (codePages as readonly string[]).includes(encoding)
}

const TOLD = { because: 'told' } as const
const DECLARED = { because: 'declared' } as const

const marks: Readonly<Record<string, readonly number[]>> = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
}

function markedEncoding(file: Uint8Array): string | undefined {
  return Object.keys(marks).find(encoding => markLength(file, encoding) > 0)
}

/** Bytes that tell UTF-16 without a mark. */
const HEAD = 65_536

/** UTF-16 without mark: NUL in nearly half of all bytes, all of them on the same side. */
function wideEncoding(file: Uint8Array): string | undefined {
  const pairs = Math.min(file.length, HEAD) >> 1
  if (pairs < 4) return undefined
  let even = 0
  let odd = 0
  for (let at = 0; at < pairs * 2; at += 2) {
    if (file[at] === 0) even++
    if (file[at + 1] === 0) odd++
  }
  if (odd > pairs * 0.4 && even <= pairs * 0.01) return 'utf-16le'
  if (even > pairs * 0.4 && odd <= pairs * 0.01) return 'utf-16be'
  return undefined
}

function decodeAs(file: Uint8Array, encoding: string, reason: EncodingReason): Decoded {
  const from = markLength(file, encoding)
  const broken: Fault[] = []
  const noteBroken: BrokenSequence = (textAt, fileAt, length) => {
    if (broken.length >= LISTED_FAULTS) return
    const span = { start: textAt, end: textAt + REPLACEMENT.length }
    broken.push({ kind: 'broken-bytes', span, bytes: [...file.subarray(fileAt, fileAt + length)] })
  }
  const bytes = isCodePage(encoding)
    ? fromCodePage(file, encoding)
    : encoding === 'utf-8'
      ? reason.because === 'valid-utf-8'
        ? file
        : fromUtf8(file, from, noteBroken)
      : fromUtf16(file, from, encoding === 'utf-16be', noteBroken)
  // Who is told of an older encoding reads it rightly.
  const legacy = reason.because === 'declared' ? [] : legacyFault(bytes, encoding)
  return { bytes, encoding, byteOrderMark: from > 0, faults: [...legacy, ...broken], reason }
}

/** Says that the file is not UTF-8, at the first character that shows it; UTF-16 shows it everywhere. */
function legacyFault(bytes: Uint8Array, encoding: string): readonly Fault[] {
  if (encoding === 'utf-8') return []
  const at = nonAsciiAt(bytes)
  if (at === bytes.length && (isCodePage(encoding) || at === 0)) return []
  const start = at === bytes.length ? 0 : at
  const span = { start, end: start + Math.max(1, sequenceLength(bytes, start)) }
  return [{ kind: 'legacy-encoding', encoding, span, sample: wordAround(bytes, span) }]
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
