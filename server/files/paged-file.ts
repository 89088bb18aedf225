import { closeSync, fstatSync, openSync, statSync } from 'node:fs'
import { type EncodingHints, type EncodingReason, markLength } from '../engine/csv/encoding'
import { detectKind } from '../engine/csv/kind'
import { encodingLabel } from '../engine/model/encoding-name'
import type { Source } from '../engine/model/source'
import { bytesAt } from './bytes-at'
import { decodedInSteps, type Fill } from './decoded-file'
import { failure } from './failure'
import type { PagedFile, Problem } from './files'
import { PartThreads, type See } from '../threads/part-threads'
import { Utf8Trial } from './utf8-trial'

/** Bytes that are read at once. */
const PAGE = 1 << 20

/** Bytes that are read for who looks at one place, and what the rooms for them are cut from. */
const GLANCE = 1 << 12
const SLAB = 1 << 17

/** Pages that are at hand. */
const PAGES = 4

/** Bytes that one row may have: an index of more of them does not fit into memory. */
const LONGEST = 2 ** 30

/** Files smaller than this are read whole: that is simpler, and they fit. */
const SMALL = 1 << 25

/** How a file is read page by page, and what is known of its encoding. */
export interface Paging extends EncodingHints {
  /** Threads besides this one that may read it; default: none. */
  readonly helpers?: number | undefined
  /** When its bytes are tried for UTF-8; default: before anybody reads it. */
  readonly tried?: 'before' | 'meanwhile'
}

/**
 * A large file as a text of UTF-8 that never lies in memory whole; undefined for a small one, and for what is no text,
 * which must be read whole. Its bytes must not change meanwhile.
 */
export function pagedFile(path: string, paging?: Paging): PagedFile | undefined {
  return outcomeOf(pagedInSteps(path, paging))
}

/** The same of a file that is open, and stays so when it must be read whole. */
export function pagedOpenFile(file: number, paging?: Paging): PagedFile | undefined {
  return outcomeOf(openInSteps(file, paging))
}

/** The same as `pagedFile`, in steps between which others may have their turn. */
export function* pagedInSteps(path: string, paging?: Paging): Generator<void, PagedFile | undefined> {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch {
    return undefined
  }
  let paged: PagedFile | undefined
  try {
    const opened = yield* openInSteps(file, paging)
    const own = fstatSync(file).ino
    // A file that is replaced has another number under the same name; one that is gone is still what it was.
    paged = opened && { ...opened, isSame: () => opened.isSame() && (inodeOf(path) ?? own) === own }
    return paged
  } finally {
    if (!paged) closeSync(file)
  }
}

function inodeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.ino
}

function* openInSteps(file: number, paging: Paging = {}): Generator<void, PagedFile | undefined> {
  const { helpers = 0, tried = 'before', ...hints } = paging
  let threads: PartThreads | undefined
  try {
    const stats = fstatSync(file)
    const { size } = stats
    const head = stats.isFile() && size >= SMALL ? bytesAt(unfilled(PAGE), file, 0) : undefined
    if (!head || detectKind(head) !== undefined) return undefined
    const mayBeUtf8 = !head.includes(0) && !isOlder(hints.encoding) && !isOlder(hints.declared)
    // They get ready while the file is gone through for the first time, or its beginning is read.
    if (mayBeUtf8 && helpers > 0) threads = new PartThreads(helpers)
    const common = {
      bytes: size,
      isSame() {
        const now = fstatSync(file)
        return now.size === size && now.mtimeMs === stats.mtimeMs
      },
      sha256: () => sha256Of(file),
      close() {
        threads?.end()
        closeSync(file)
      },
    }
    const inItsEncoding = function* (): Generator<void, PagedFile> {
      threads?.end()
      return { ...common, ...(yield* decodedInSteps({ file, size, head }, hints, pagedSource)) }
    }
    const trial = new Utf8Trial(file, size)
    const isUtf8 = mayBeUtf8 && trial.take(0, head) && (tried === 'meanwhile' || (yield* trial.rest()))
    if (!isUtf8) return yield* inItsEncoding()
    const mark = markLength(head, 'utf-8')
    const text = { file, shift: mark, length: size - mark }
    const see: See = (from, bytes) => {
      if (!trial.take(mark + from, bytes)) throw new Error(`not UTF-8 from byte ${from} on`)
    }
    const fill: Fill = (room, from) => {
      const bytes = bytesAt(room, file, mark + from)
      see(from, bytes)
      return bytes
    }
    return {
      ...common,
      source: { ...pagedSource(text.length, fill), ahead: threads?.ahead(text, see) },
      decoded: { encoding: 'utf-8', byteOrderMark: mark > 0, faults: [], reason: reasonOf(hints, mark) },
      ...(tried === 'meanwhile' && {
        trial: { isPassed: () => outcomeOf(trial.rest()), otherwise: () => outcomeOf(inItsEncoding()) },
      }),
    }
  } catch {
    // What cannot be read page by page is read whole, and complained of there.
  }
  threads?.end()
  return undefined
}

/** Whether a file is said to be in another encoding than UTF-8. */
function isOlder(encoding: string | undefined): boolean {
  return encoding !== undefined && encodingLabel(encoding) !== 'utf-8'
}

/** Why a file that is well-formed UTF-8, and that nobody says to be something else, is read so. */
function reasonOf({ encoding }: EncodingHints, mark: number): EncodingReason {
  if (encoding !== undefined) return { because: 'told' }
  return { because: mark > 0 ? 'byte-order-mark' : 'valid-utf-8' }
}

interface Page {
  readonly start: number
  readonly bytes: Uint8Array
}

/** A text of this length that is read where somebody looks. */
function pagedSource(length: number, filled: Fill): Source {
  /** The pages read last, the newest first. */
  const pages: Page[] = []
  const fresh = rooms()
  const window = (from: number, least: number, room?: Uint8Array): Uint8Array => {
    const end = Math.min(length, from + least)
    if (end - from > LONGEST) throw failure(endless(from))
    if (room && end - from <= room.length) return filled(room.subarray(0, Math.max(0, end - from)), from)
    const known = pages.find(({ start, bytes }) => from >= start && end <= start + bytes.length)
    if (known) return known.bytes.subarray(from - known.start)
    // Who goes on where a page ended will go on; who jumps looks at one place.
    const goesOn = pages.some(({ start, bytes }) => from >= start && from <= start + bytes.length)
    // A new array each time: chunks hold on to the one they were read from.
    const page = { start: from, bytes: filled(fresh(Math.max(goesOn ? PAGE : GLANCE, end - from)), from) }
    pages.unshift(page)
    if (pages.length > PAGES) pages.pop()
    return page.bytes
  }
  return {
    length,
    isHeld: false,
    window,
    indexOf(byte, from) {
      for (let at = from; at < length; ) {
        const bytes = window(at, 1)
        const found = bytes.indexOf(byte)
        if (found >= 0) return at + found
        at += bytes.length
      }
      return -1
    },
  }
}

function endless(at: number): Problem {
  return {
    fr: `une ligne, ou une cellule entre guillemets, est plus longue que 1 Go à partir de l’octet ${at} : un guillemet de trop, sans doute.`,
    en: `a row, or a cell in quotes, is longer than 1 GB from byte ${at} on: one quote too many, surely.`,
  }
}

/** Gives arrays to be filled, each time another one: to allocate a small one alone costs more than to read it. */
function rooms(): (length: number) => Uint8Array {
  let slab = unfilled(0)
  return length => {
    if (length > GLANCE) return unfilled(length)
    if (slab.length < length) slab = unfilled(SLAB)
    const room = slab.subarray(0, length)
    slab = slab.subarray(length)
    return room
  }
}

function unfilled(length: number): Uint8Array {
  return new Uint8Array(Buffer.allocUnsafeSlow(length).buffer, 0, length)
}

async function sha256Of(file: number): Promise<string> {
  const { createHash } = await import('node:crypto')
  const hash = createHash('sha256')
  const page = new Uint8Array(PAGE)
  for (let at = 0; ; ) {
    const read = bytesAt(page, file, at)
    if (read.length === 0) return hash.digest('hex')
    hash.update(read)
    at += read.length
  }
}

function outcomeOf<Outcome>(steps: Generator<void, Outcome>): Outcome {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}
