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
export type EncodingReason =
  | { readonly because: 'told' }
  | { readonly because: 'byte-order-mark' }
  | { readonly because: 'valid-utf-8' }
  /** A NUL stands in every other byte. */
  | { readonly because: 'nul-bytes' }
  /** Most sequences of bytes above 0x7F are well-formed UTF-8. */
  | { readonly because: 'mostly-utf-8'; readonly wellFormed: number; readonly illFormed: number }
  /** Read so, the bytes above 0x7F give the most likely letters; `next` is the encoding that comes second. */
  | { readonly because: 'letters'; readonly score: number; readonly next: PageScore }

/** What is known of a file before it is read. */
export interface EncodingHints {
  readonly encoding?: string | undefined
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
  const { isUtf8 = isWellFormed } = hints
  const marked = markedEncoding(file)
  const told = hints.encoding === undefined ? undefined : encodingLabel(hints.encoding)
  // “UTF-16” alone says nothing of the byte order.
  if (told) return decodeAs(file, told.startsWith('utf-16') && marked?.startsWith('utf-16') ? marked : told, TOLD)
  if (marked) return decodeAs(file, marked, { because: 'byte-order-mark' })
  const wide = wideEncoding(file)
  if (wide) return decodeAs(file, wide, { because: 'nul-bytes' })
  if (isUtf8(file)) return decodeAs(file, 'utf-8', { because: 'valid-utf-8' })
  const { wellFormed, illFormed } = countSequences(file)
  if (wellFormed >= illFormed) return decodeAs(file, 'utf-8', { because: 'mostly-utf-8', wellFormed, illFormed })
  const [best, second] = pageScores(file) as readonly [PageScore, PageScore]
  return decodeAs(file, best.page, { because: 'letters', score: best.score, next: second })
}

function isWellFormed(bytes: Uint8Array): boolean {
  return illFormedAt(bytes) === bytes.length
}

/** The name that `Dialect` uses for an encoding, whatever its label, or undefined when it cannot be read. */
export function encodingLabel(label: string): string | undefined {
  return labels.get(label.toLowerCase().replaceAll(/[^a-z0-9]/g, ''))
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

const marks: Readonly<Record<string, readonly number[]>> = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
}

/** Letters and digits of the labels in use; ISO-8859-1 is read as windows-1252, as on the Web (WHATWG Encoding, 4.2). */
const labels = new Map(
  Object.entries({
    'utf-8': 'utf8 utf8bom utf8sig ascii usascii',
    'utf-16le': 'utf16le utf16 unicode ucs2',
    'utf-16be': 'utf16be',
    'windows-1252': 'windows1252 cp1252 1252 ansi latin1 iso88591',
    'iso-8859-15': 'iso885915 latin9',
    macintosh: 'macintosh macroman mac',
    cp850: 'cp850 ibm850 850 dos',
  }).flatMap(([encoding, spellings]) => spellings.split(' ').map(label => [label, encoding] as const)),
)

function markedEncoding(file: Uint8Array): string | undefined {
  return Object.keys(marks).find(encoding => markLength(file, encoding) > 0)
}

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
  return { bytes, encoding, byteOrderMark: from > 0, faults: [...legacyFault(bytes, encoding), ...broken], reason }
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
