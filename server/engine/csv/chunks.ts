import type { Advance, Questions } from '../model/ahead'
import type { Chunk } from '../model/chunk'
import { type Cut, headAt, type Recut } from '../model/cut'
import { bytesBetween, type Source } from '../model/source'
import type { Span } from '../model/span'
import type { Marks } from './cell'
import { type Head, Indexes, type Stay, stretchesOf } from './indexes'
import { sizeIn } from './part'
import type { Scanned, ScanStart } from './scan'

const CHUNK = 16_384
/** Of a text that does not lie in memory, and so is read to the end and never edited. */
const CHUNK_UNHELD = 65_536
/** How a text is cut. */
export interface ChunksOptions {
  /** Least number of bytes in a chunk. */
  readonly size?: number
  readonly lineTerminator: '\r\n' | '\n' | '\r'
  /** Without the kernel, which its definition then stands in for. */
  readonly isPlain?: boolean
}

/**
 * A source cut into chunks of whole rows, from the first on, as far as anybody asked.
 * The index of a chunk is a function of its bytes, so it is dropped and made again at will.
 */
export class Chunks implements Cut {
  readonly heads: Head[] = []
  readonly indexes: Indexes
  readonly size: number
  /** Rows that each line end closes, in all of them. */
  readonly lineEnds = { '\r\n': 0, '\n': 0, '\r': 0 }
  readonly #source: Source
  readonly #usualEnd: '\r\n' | '\n' | '\r'
  /** Chunks beyond which something was looked for. */
  #reaching = 0

  constructor(source: Source, marks: Marks, { size, lineTerminator, isPlain = false }: ChunksOptions) {
    this.#source = source
    this.size = size ?? (source.isHeld ? CHUNK : CHUNK_UNHELD)
    this.#usualEnd = lineTerminator
    this.indexes = new Indexes(source, marks, { isPlain })
  }

  /** The chunks from the first to the last; each is good until the next one is asked for, unless it was kept anyway. */
  *each(questions?: Questions): Generator<Chunk> {
    const advance = questions && this.indexes.beginAhead(this.size, questions)
    const stay = questions ? 'unsigned' : 'passing'
    try {
      for (let i = 0; ; i++) {
        const known = this.heads[i]
        const kept = known && this.indexes.kept(known)
        if (kept) yield kept
        else if (known)
          yield* this.indexes.pass(known, (advance && chunkAhead(advance, known)) ?? this.indexes.reread(known, stay))
        else {
          const next = this.#end()
          if (next.start >= this.#source.length) return
          const scanned = (advance && readAhead(advance, next)) ?? this.#read(next, stay, advance)
          yield* this.indexes.pass(this.#add(scanned), scanned.chunk)
        }
      }
    } finally {
      advance?.end()
    }
  }

  /** The chunk of that number; undefined after the last one. */
  at(index: number): Chunk | undefined {
    while (this.heads.length <= index) if (!this.cutNext()) return undefined
    return this.indexes.of(this.heads[index]!)
  }

  /** Cuts the next chunk; false at the end of the text. */
  cutNext(): boolean {
    const next = this.#end()
    if (next.start >= this.#source.length) return false
    const scanned = this.#read(next, 'kept')
    this.indexes.keep(this.#add(scanned), scanned.chunk)
    return true
  }

  #read(next: ScanStart, stay: Stay, advance?: Advance): Scanned {
    const size = advance ? sizeIn(advance.leftAt(next.start), this.size) : this.size
    return this.indexes.read(next, size, stay)
  }

  #add(scanned: Scanned): Head {
    const head = this.#headOf(scanned)
    this.heads.push(head)
    this.#count(head, 1)
    return head
  }

  /** The source has `inserted` bytes in place of what was the span: cuts again what that concerns, and nothing else. */
  edited(span: Span, inserted: number): readonly Recut[] {
    const known = this.heads.at(-1)
    const knownEnd = known ? known.start + known.length : 0
    const recuts: Recut[] = []
    if (this.heads.length > 0 && span.start <= knownEnd) recuts.push(this.#recut(span, inserted))
    // A quote that looked for its closing one as far as the edit may now see another.
    const first = this.#reaching === 0 ? 0 : (recuts[0]?.from ?? this.heads.length)
    for (let i = first - 1; i >= 0; i--) {
      const head = this.heads[i]!
      if (!reaches(head) || head.start + head.reach <= span.start) continue
      recuts.push(this.#recut({ start: head.start, end: head.start }, 0, i))
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
    if (to < heads.length && heads[to]!.start + grown - next.start < this.size / 2) passTo(heads[to++]!.start + grown)
    // When no chunk stays, the rest is cut when it is asked for.
    while (to < heads.length) {
      const left = heads[to]!.start + grown - next.start
      if (left === 0 && next.column === 0) break
      if (left <= 0) {
        if (left === 0) to++
        passTo(next.start)
        continue
      }
      const scanned = this.indexes.read(next, left > 2 * this.size ? this.size : left)
      const head = this.#headOf(scanned)
      added.push(head)
      this.indexes.keep(head, scanned.chunk)
      next = after(head)
    }
    const rows = to < heads.length ? next.row - heads[to]!.firstRow : 0
    for (let i = to; i < heads.length; i++) {
      heads[i]!.start += grown
      heads[i]!.firstRow += rows
    }
    const gone = heads.splice(from, to - from, ...added)
    for (const head of added) this.#count(head, 1)
    for (const head of gone) this.#count(head, -1)
    return { from, removed: new Map(gone.map(head => [head, this.indexes.take(head)])), added }
  }

  /** The bytes of a stretch, from a chunk that is kept or passing where it lies in one. */
  bytesOf({ start, end }: Span): Uint8Array {
    const head = this.heads[this.indexAt(start)]
    const chunk = head && this.indexes.kept(head)
    return chunk && end <= chunk.start + chunk.bytes.length
      ? chunk.bytes.subarray(start - chunk.start, end - chunk.start)
      : bytesBetween(this.#source, start, end)
  }

  /** Number of the chunk that holds a byte, among those that are known. */
  indexAt(offset: number): number {
    return headAt(this.heads, offset)
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

  #headOf({ chunk, quoteFaults, lineEnds, lineCount, reach }: Scanned): Head {
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
      lineCount,
      oddRow: this.#oddRow(chunk, lineEnds),
      reach,
      bytes: this.#source.isHeld ? bytes : undefined,
      stretches: this.#source.isHeld || firstColumn > 0 || !rowEnded ? [] : stretchesOf(chunk),
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

  #count(head: Head, sign: 1 | -1): void {
    const { lineEnds } = head
    if (reaches(head)) this.#reaching += sign
    this.lineEnds['\r\n'] += sign * lineEnds['\r\n']
    this.lineEnds['\n'] += sign * lineEnds['\n']
    this.lineEnds['\r'] += sign * lineEnds['\r']
  }
}

/** What others have read of the text from there on. */
function readAhead(advance: Advance, { start, row, column }: ScanStart): Scanned | undefined {
  const ahead = column === 0 ? advance.chunkAt(start, row) : undefined
  return ahead && { ...ahead, quoteFaults: [] }
}

/** The chunk of a head as others have read it, if they cut there as well. */
function chunkAhead(advance: Advance, { start, firstRow, firstColumn, length }: Head): Chunk | undefined {
  const chunk = readAhead(advance, { start, row: firstRow, column: firstColumn })?.chunk
  return chunk?.bytes.length === length ? chunk : undefined
}

/** Whether a quote looked for its closing one beyond the chunk. */
function reaches({ reach, length }: Head): boolean {
  return reach > length
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
