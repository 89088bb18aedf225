import { BrokenBytes, type Decoded, readableLength, textOf, told } from '../engine/csv/decoding'
import { type EncodingHints, encodingOf, isToldAtOnce, markLength } from '../engine/csv/encoding'
import { GatheredEvidence } from '../engine/csv/gathered-evidence'
import { nonAsciiAt } from '../engine/csv/utf8'
import type { Source } from '../engine/model/source'
import { bytesAt } from './bytes-at'

/** Bytes that are read at once to find the encoding, and those that are decoded at once. */
const GATHERED = 1 << 20
const PAGE = 1 << 16

/** Pages after which others may have their turn. */
const STEP = 16

/** A file that is open, its bytes, and the first of them: 64 KiB or more. */
interface OpenFile {
  readonly file: number
  readonly size: number
  readonly head: Uint8Array
}

/** Puts the bytes of a text from `from` on into a room, and gives what of it they fill: less where the text ends. */
export type Fill = (room: Uint8Array, from: number) => Uint8Array

/** A file in whatever encoding as UTF-8. */
interface DecodedFile {
  readonly source: Source
  readonly decoded: Omit<Decoded, 'bytes'>
}

/**
 * Makes a file a text that is decoded where somebody looks. It is gone through before, to find its encoding unless that is
 * told, and then where each page lies in the text: 16 bytes for 64 KiB are kept. `sourceOf`: a text of this length, filled so.
 */
export function* decodedInSteps(
  { file, size, head }: OpenFile,
  hints: EncodingHints,
  sourceOf: (length: number, fill: Fill) => Source,
): Generator<void, DecodedFile> {
  const evidence = new GatheredEvidence(head, size)
  if (!isToldAtOnce(head, hints)) yield* gathered(file, evidence)
  const chosen = encodingOf(evidence, hints)
  const mark = markLength(head, chosen.encoding)
  const pages = new Pages({ file, size, encoding: chosen.encoding, from: mark })
  const broken = new BrokenBytes()
  let nonAscii: number | undefined
  for (let count = 1; ; count++) {
    const start = pages.length
    const text = pages.readNext(broken)
    if (!text) break
    const at = nonAsciiAt(text)
    if (at < text.length) nonAscii ??= start + at
    if (count % STEP === 0) yield
  }
  const source = sourceOf(pages.length, (room, from) => pages.fill(room, from))
  return { source, decoded: told(chosen, mark > 0, source, { nonAscii: nonAscii ?? pages.length, broken }) }
}

function* gathered(file: number, evidence: GatheredEvidence): Generator<void> {
  const room = new Uint8Array(GATHERED)
  for (let at = 0; at < evidence.length; ) {
    const page = bytesAt(room, file, at)
    // The file has become shorter.
    if (page.length === 0) return
    at += page.length
    evidence.take(page, at >= evidence.length)
    yield
  }
}

/** The pages of a file, each of which ends where a character does, and where they lie in its text. */
class Pages {
  readonly #file: number
  readonly #size: number
  readonly #encoding: string
  /** The bytes of the file and of the text at which each page begins, and at last those behind all of them. */
  readonly #inFile: number[]
  readonly #inText: number[] = [0]
  /** What was read last; its text may lie there too. */
  readonly #room = new Uint8Array(PAGE)
  #last: { readonly page: number; readonly text: Uint8Array } | undefined

  constructor({ file, size, encoding, from }: { file: number; size: number; encoding: string; from: number }) {
    this.#file = file
    this.#size = size
    this.#encoding = encoding
    this.#inFile = [from]
  }

  /** Bytes of the text of the pages that were read. */
  get length(): number {
    return this.#inText.at(-1)!
  }

  /** The text of the page behind those that were read, until another is; undefined at the end. What of it is broken is noted. */
  readNext(broken: BrokenBytes): Uint8Array | undefined {
    const from = this.#inFile.at(-1)!
    const bytes = bytesAt(this.#room, this.#file, from)
    if (bytes.length === 0) return undefined
    const isLast = from + bytes.length >= this.#size
    const page = isLast ? bytes : bytes.subarray(0, readableLength(bytes, this.#encoding))
    const text = textOf(page, this.#encoding, broken.noteIn(page, this.length))
    this.#inFile.push(from + page.length)
    this.#inText.push(this.length + text.length)
    return text
  }

  fill(room: Uint8Array, from: number): Uint8Array {
    let filled = 0
    for (let page = this.#pageOf(from); filled < room.length && page < this.#inFile.length - 1; page++) {
      const text = this.#textOf(page).subarray(Math.max(0, from - this.#inText[page]!))
      const part = text.subarray(0, room.length - filled)
      room.set(part, filled)
      filled += part.length
    }
    return room.subarray(0, filled)
  }

  /** The page in which a byte of the text lies. */
  #pageOf(at: number): number {
    let first = 0
    let behind = this.#inText.length - 1
    while (behind - first > 1) {
      const middle = (first + behind) >> 1
      if (this.#inText[middle]! <= at) first = middle
      else behind = middle
    }
    return first
  }

  #textOf(page: number): Uint8Array {
    if (this.#last?.page === page) return this.#last.text
    const from = this.#inFile[page]!
    const bytes = bytesAt(this.#room.subarray(0, this.#inFile[page + 1]! - from), this.#file, from)
    const text = textOf(bytes, this.#encoding, () => undefined)
    this.#last = { page, text }
    return text
  }
}
