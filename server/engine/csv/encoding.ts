import { encodingLabel } from '../model/encoding-name'
import type { Fault } from '../model/fault'
import { type CodePage, codePages } from './code-pages'
import { LetterContexts, type PageScore } from './letters'
import { countSequences, illFormedAt, nonAsciiAt, type Sequences } from './utf8'

/** Why an encoding was chosen, as plain data. */
export type EncodingReason =
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

/** What is known of the encoding of a file before it is read. */
export interface EncodingHints {
  readonly encoding?: string | undefined
  /** What a document says of the file: it goes before any guess, unless the bytes contradict it. */
  readonly declared?: string | undefined
}

/** What the bytes of a file say of how they are written. Each is asked only where it decides. */
export interface Evidence {
  /** The first 64 KiB of the file, or more. */
  readonly head: Uint8Array
  /** Bytes of the file. */
  readonly length: number
  readonly isUtf8: () => boolean
  readonly isAscii: () => boolean
  readonly hasNul: () => boolean
  readonly sequences: () => Sequences
  readonly letters: () => LetterContexts
}

/** An encoding and, where a document says otherwise, that it does. */
export interface Chosen {
  readonly encoding: string
  readonly reason: EncodingReason
  readonly mismatch?: Fault
}

/**
 * How a file is written; that is judged on the whole file unless a known label is given.
 * Between UTF-8 with faults and an older encoding the majority of the sequences above ASCII decides.
 */
export function encodingOf(evidence: Evidence, hints: EncodingHints): Chosen {
  const marked = markedEncoding(evidence.head)
  const told = hints.encoding === undefined ? undefined : encodingLabel(hints.encoding)
  // “UTF-16” alone says nothing of the byte order.
  if (told) return { encoding: marked && isWide(told) && isWide(marked) ? marked : told, reason: TOLD }
  const guess = guessed(evidence, marked)
  const declared = hints.declared === undefined ? undefined : encodingLabel(hints.declared)
  const isRight = declared === guess.encoding || (declared && isWide(declared) && isWide(guess.encoding))
  if (!hints.declared?.trim() || isRight)
    return declared && guess.encoding !== 'utf-8' ? { ...guess, reason: DECLARED } : guess
  if (declared && mayBe(declared, evidence, guess)) return { encoding: declared, reason: DECLARED }
  return { ...guess, mismatch: { kind: 'encoding-mismatch', told: declared ?? hints.declared, found: guess.encoding } }
}

/** Whether who tells the encoding, or the beginning of the file, leaves nothing to be found in the rest of it. */
export function isToldAtOnce(head: Uint8Array, { encoding, declared }: EncodingHints): boolean {
  if (encoding !== undefined && encodingLabel(encoding) !== undefined) return true
  // What is declared is held against all of the file.
  return declared === undefined && (markedEncoding(head) ?? wideEncoding(head)) !== undefined
}

/** What is told by the bytes of a file that lie in memory; `isUtf8`: the platform’s own test, which may be ten times faster. */
export function evidenceIn(file: Uint8Array, isUtf8 = isWellFormed): Evidence {
  return {
    head: file,
    length: file.length,
    isUtf8: () => isUtf8(file),
    isAscii: () => nonAsciiAt(file) === file.length,
    hasNul: () => file.includes(0),
    sequences: () => countSequences(file),
    letters() {
      const letters = new LetterContexts()
      letters.add(file, 0, file.length)
      return letters
    },
  }
}

type Guess = Omit<Chosen, 'mismatch'>

function guessed({ head, isUtf8, sequences, letters }: Evidence, marked: string | undefined): Guess {
  if (marked) return { encoding: marked, reason: { because: 'byte-order-mark' } }
  const wide = wideEncoding(head)
  if (wide) return { encoding: wide, reason: { because: 'nul-bytes' } }
  if (isUtf8()) return { encoding: 'utf-8', reason: { because: 'valid-utf-8' } }
  const { wellFormed, illFormed } = sequences()
  if (wellFormed >= illFormed) return { encoding: 'utf-8', reason: { because: 'mostly-utf-8', wellFormed, illFormed } }
  const [best, second] = letters().scores() as readonly [PageScore, PageScore]
  return { encoding: best.page, reason: { because: 'letters', score: best.score, next: second } }
}

/** Whether a file that was guessed to be in another encoding may be in the declared one: letters alone prove nothing. */
function mayBe(declared: string, { length, hasNul, isAscii }: Evidence, { encoding, reason }: Guess): boolean {
  if (isWide(declared)) return encoding === 'utf-8' && length % 2 === 0 && hasNul()
  if (!isCodePage(declared)) return false
  const isTie = reason.because === 'mostly-utf-8' && reason.wellFormed === reason.illFormed
  return isCodePage(encoding) || isTie || (encoding === 'utf-8' && isAscii())
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
