import type { Chunk } from '../model/chunk'
import { lineCount } from '../model/lines'
import { signature } from '../model/signature'
import { bytesBetween, type Source } from '../model/source'
import type { Span } from '../model/span'
import type { Marks } from './cell'
import { readChunk } from './read-chunk'
import { type QuoteFault, type Scanned, type ScanStart, scanChunk } from './scan'
import { swiftScan } from './swift-scan'

const CHUNK = 16_384
/** Cell indexes kept for those who come back: 2 million cells are 24 MB. */
const KEPT_CELLS = 2_000_000
/** Kept of a text that does not lie in memory, whose bytes the indexes hold on to. */
const KEPT_CELLS_UNHELD = 200_000

/** A chunk once its index is dropped: what is needed to make it again, and to find it. */
export interface Head {
  /** Byte of the source, row and column at which it begins; they move when the text before it changes. */
  start: number
  firstRow: number
  readonly firstColumn: number
  readonly length: number
  readonly rowCount: number
  readonly rowEnded: boolean
  /** Cells here of the first row and of the last one, which may lie in other chunks too. */
  readonly firstCells: number
  readonly lastCells: number
  readonly quoteFaults: readonly QuoteFault[]
  readonly lineEnds: Scanned['lineEnds']
  /** Line ends in it, those inside cells included. */
  readonly lineCount: number
  /** The first row, counted from the chunk's first, whose line end is not the dialect's. */
  readonly oddRow: number | undefined
  /** Bytes from its first that decided how it is read. */
  readonly reach: number
  /** Its text, where keeping it costs nothing. */
  readonly bytes: Uint8Array | undefined
}

/** How a text is cut. */
export interface ChunksOptions {
  /** Least number of bytes in a chunk. */
  readonly size?: number
  readonly lineTerminator: '\r\n' | '\n' | '\r'
  /** Without the kernel, which its definition then stands in for. */
  readonly isPlain?: boolean
}

/** What an edit of the text did to the chunks. */
export interface Recut {
  /** Number of the first chunk that is another now. */
  readonly from: number
  readonly removed: readonly Head[]
  readonly added: readonly Head[]
}

/**
 * A source cut into chunks of whole rows, from the first on, as far as anybody asked.
 * The index of a chunk is a function of its bytes, so it is dropped and made again at will.
 */
export class Chunks {
  readonly heads: Head[] = []
  /** Rows that each line end closes, in all of them. */
  readonly lineEnds = { '\r\n': 0, '\n': 0, '\r': 0 }
  readonly #source: Source
  readonly #marks: Marks
  readonly #size: number
  readonly #scan: typeof scanChunk
  readonly #usualEnd: '\r\n' | '\n' | '\r'
  readonly #kept = new Map<Head, Chunk>()
  #keptCells = 0

  constructor(source: Source, marks: Marks, { size = CHUNK, lineTerminator, isPlain = false }: ChunksOptions) {
    this.#source = source
    this.#marks = marks
    this.#size = size
    this.#scan = isPlain ? scanChunk : swiftScan
    this.#usualEnd = lineTerminator
  }

  /** The chunk of that number; undefined after the last one. */
  at(index: number): Chunk | undefined {
    while (this.heads.length <= index) if (!this.#cut()) return undefined
    return this.of(this.heads[index]!)
  }

  /** The chunk of a head, if its index is still there. */
  kept(head: Head): Chunk | undefined {
    return this.#kept.get(head)
  }

  /** The chunk of a head. */
  of(head: Head): Chunk {
    const kept = this.#kept.get(head)
    if (kept) {
      if (kept.start === head.start && kept.firstRow === head.firstRow) return kept
      const moved = { ...kept, start: head.start, firstRow: head.firstRow }
      this.#kept.set(head, moved)
      return moved
    }
    return this.#keep(head, this.reread(head))
  }

  /** The chunk of a head once more, also of one that an edit has removed if its bytes were held. */
  reread(head: Head): Chunk {
    const bytes = head.bytes ?? bytesBetween(this.#source, head.start, head.start + head.length)
    const from = { start: head.start, row: head.firstRow, column: head.firstColumn }
    // A chunk that ends within its row must stop at its last delimiter.
    const size = head.rowEnded ? head.length : head.length - 1
    return this.#scan(bytes, from, size, this.#marks)!.chunk
  }

  /** Cuts the next chunk; false at the end of the text. */
  cutNext(): boolean {
    return this.#cut() !== undefined
  }

  #cut(): Chunk | undefined {
    const next = this.#end()
    if (next.start >= this.#source.length) return undefined
    const scanned = readChunk(this.#source, next, this.#size, this.#marks, this.#scan)
    const head = this.#headOf(scanned)
    this.heads.push(head)
    this.#countEnds(head, 1)
    return this.#keep(head, scanned.chunk)
  }

  /** The source has `inserted` bytes in place of what was the span: cuts again what that concerns, and nothing else. */
  edited(span: Span, inserted: number): readonly Recut[] {
    const known = this.heads.at(-1)
    const knownEnd = known ? known.start + known.length : 0
    const recuts: Recut[] = []
    if (this.heads.length > 0 && span.start <= knownEnd) recuts.push(this.#recut(span, inserted))
    // A quote that looked for its closing one as far as the edit may now see another.
    const first = recuts[0]?.from ?? this.heads.length
    for (let i = first - 1; i >= 0; i--) {
      const { start, length, reach } = this.heads[i]!
      if (reach <= length || start + reach <= span.start) continue
      recuts.push(this.#recut({ start, end: start }, 0, i))
    }
    return recuts
  }

  #recut(span: Span, inserted: number, from = this.#headBefore(span.start)): Recut {
    const { heads } = this
    const grown = inserted - (span.end - span.start)
    const added: Head[] = []
    let next: ScanStart = { start: heads[from]!.start, row: heads[from]!.firstRow, column: heads[from]!.firstColumn }
    /** The first chunk that may stay: it begins a row, and the edit does not touch it. */
    let to = from + 1
    const passTo = (least: number) => {
      while (
        to < heads.length &&
        !(heads[to]!.start >= span.end && heads[to]!.start + grown >= least && begins(heads[to]!))
      )
        to++
    }
    passTo(next.start)
    if (to < heads.length && heads[to]!.start + grown - next.start < this.#size / 2) passTo(heads[to++]!.start + grown)
    // When no chunk stays, the rest is cut when it is asked for.
    while (to < heads.length) {
      const left = heads[to]!.start + grown - next.start
      if (left === 0 && next.column === 0) break
      if (left <= 0) {
        if (left === 0) to++
        passTo(next.start)
        continue
      }
      const scanned = readChunk(this.#source, next, left > 2 * this.#size ? this.#size : left, this.#marks, this.#scan)
      const head = this.#headOf(scanned)
      added.push(head)
      this.#keep(head, scanned.chunk)
      next = after(head)
    }
    const rows = to < heads.length ? next.row - heads[to]!.firstRow : 0
    for (let i = to; i < heads.length; i++) {
      heads[i]!.start += grown
      heads[i]!.firstRow += rows
    }
    const removed = heads.splice(from, to - from, ...added)
    for (const head of added) this.#countEnds(head, 1)
    for (const head of removed) {
      this.#countEnds(head, -1)
      this.#drop(head)
    }
    return { from, removed, added }
  }

  /** Number of the chunk that holds a byte, among those that are known. */
  indexAt(offset: number): number {
    const { heads } = this
    let low = 0
    let high = heads.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (heads[middle]!.start <= offset) low = middle
      else high = middle - 1
    }
    return low
  }

  /** The chunk from which on an edit at this byte is read again: where its row begins. */
  #headBefore(offset: number): number {
    const { heads } = this
    let low = this.indexAt(offset)
    // What follows a lone CR decides whether it ends its row alone.
    if (low > 0 && heads[low]!.start === offset) low--
    while (low > 0 && heads[low]!.firstColumn > 0) low--
    return low
  }

  /** Where the chunk after the last one that was read begins. */
  #end(): ScanStart {
    const last = this.heads.at(-1)
    return last ? after(last) : { start: 0, row: 0, column: 0 }
  }

  #headOf({ chunk, quoteFaults, lineEnds, reach }: Scanned): Head {
    const { start, firstRow, firstColumn, rowCount, rowEnded, rowCells, bytes } = chunk
    return {
      start,
      firstRow,
      firstColumn,
      length: bytes.length,
      rowCount,
      rowEnded,
      firstCells: rowCells[1]!,
      lastCells: rowCells[rowCount]! - rowCells[rowCount - 1]!,
      quoteFaults,
      lineEnds,
      lineCount: lineCountOf(chunk, lineEnds),
      oddRow: this.#oddRow(chunk, lineEnds),
      reach,
      bytes: this.#source.isHeld ? bytes : undefined,
    }
  }

  #oddRow(chunk: Chunk, lineEnds: Scanned['lineEnds']): number | undefined {
    const usual = this.#usualEnd
    if (lineEnds[usual] === lineEnds['\r\n'] + lineEnds['\n'] + lineEnds['\r']) return undefined
    for (let i = 0; i < chunk.rowCount; i++) {
      const at = chunk.cellEnd[chunk.rowCells[i + 1]! - 1]!
      const first = chunk.bytes[at]
      const end = first === 13 ? (chunk.bytes[at + 1] === 10 ? '\r\n' : '\r') : '\n'
      if (at < chunk.bytes.length && end !== usual) return i
    }
    return undefined
  }

  #countEnds({ lineEnds }: Head, sign: 1 | -1): void {
    this.lineEnds['\r\n'] += sign * lineEnds['\r\n']
    this.lineEnds['\n'] += sign * lineEnds['\n']
    this.lineEnds['\r'] += sign * lineEnds['\r']
  }

  #drop(head: Head): void {
    const chunk = this.#kept.get(head)
    if (!chunk) return
    this.#kept.delete(head)
    this.#keptCells -= chunk.signatures.length
  }

  #keep(head: Head, chunk: Chunk): Chunk {
    this.#kept.set(head, chunk)
    this.#keptCells += chunk.signatures.length
    const most = this.#source.isHeld ? KEPT_CELLS : KEPT_CELLS_UNHELD
    for (const [oldest, old] of this.#kept) {
      if (this.#keptCells <= most || oldest === head) break
      this.#kept.delete(oldest)
      this.#keptCells -= old.signatures.length
    }
    return chunk
  }
}

/** Only a cell with a control byte can hold a line end; most chunks have none. */
function lineCountOf({ bytes, signatures }: Chunk, lineEnds: Scanned['lineEnds']): number {
  let mask = 0
  for (const cell of signatures) mask |= cell
  if ((mask & signature.control) !== 0) return lineCount(bytes)
  return lineEnds['\r\n'] + lineEnds['\n'] + lineEnds['\r']
}

function begins(head: Head): boolean {
  return head.firstColumn === 0
}

/** Where the chunk after this one begins. */
function after(head: Head): ScanStart {
  const start = head.start + head.length
  if (head.rowEnded) return { start, row: head.firstRow + head.rowCount, column: 0 }
  const column = head.lastCells + (head.rowCount === 1 ? head.firstColumn : 0)
  return { start, row: head.firstRow + head.rowCount - 1, column }
}
