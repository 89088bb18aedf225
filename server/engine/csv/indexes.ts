import { kernel } from '../kernel/kernel'
import type { Advance, Questions } from '../model/ahead'
import type { Chunk } from '../model/chunk'
import { type Head as PlacedHead, KeptChunks } from '../model/cut'
import { bytesBetween, type Source } from '../model/source'
import type { Marks } from './cell'
import { readChunk } from './read-chunk'
import { type QuoteFault, type Scanned, scanChunk, type ScanStart } from './scan'
import { passingScan, plainMarks, swiftScan, unsignedScan } from './swift-scan'

/** Rows that are read again together, where not the whole chunk is. */
const STRETCH = 16

/** A chunk once its index is dropped: what is needed to make it again, and to find it. */
export interface Head extends PlacedHead {
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
  /** Where each stretch of 16 rows begins, in bytes from the chunk's first; none where the text lies in memory. */
  readonly stretches: readonly number[]
}

/** Whether an index is kept, or for who looks at it once: at all cells, or at those only that the kernel tells. */
export type Stay = 'kept' | 'passing' | 'unsigned'

/** The indexes of chunks: made when they are asked for, kept while there is room, and made again at will. */
export class Indexes {
  readonly #source: Source
  readonly #marks: Marks
  readonly #scans: Readonly<Record<Stay, typeof scanChunk>>
  readonly #kept: KeptChunks
  /** The stretch that was read last, which may lie in the kernel's memory. */
  #stretch: Chunk | undefined

  constructor(source: Source, marks: Marks, { isPlain }: { readonly isPlain: boolean }) {
    this.#source = source
    this.#marks = marks
    this.#kept = new KeptChunks(source.isHeld)
    this.#scans = isPlain
      ? { kept: scanChunk, passing: scanChunk, unsigned: scanChunk }
      : { kept: swiftScan, passing: passingScan, unsigned: unsignedScan }
  }

  /** Reads a new chunk of at least so many bytes. One that is passing is the kernel's until `pass` is done with it. */
  read(from: ScanStart, size: number, stay: Stay = 'kept'): Scanned {
    const room = stay === 'kept' ? undefined : this.#room()
    return readChunk(this.#source, from, size, this.#marks, this.#scans[stay], room)
  }

  /** Has others read ahead, where there are some who can read this text. */
  beginAhead(size: number, questions: Questions): Advance | undefined {
    const plain = this.#scans.passing === passingScan ? plainMarks(this.#marks) : undefined
    return plain && this.#source.ahead?.begin({ ...plain, size }, questions)
  }

  /** Gives the chunk of a head, as it was read, to who will not come back to it. */
  *pass(head: Head, chunk: Chunk): Generator<Chunk> {
    try {
      yield* this.#kept.pass(head, chunk)
    } finally {
      kernel()?.release(chunk)
    }
  }

  /** The chunk of a head, if its index is still there. */
  kept(head: Head): Chunk | undefined {
    return this.#kept.of(head)
  }

  /** The chunk of a head. */
  of(head: Head): Chunk {
    return this.kept(head) ?? this.keep(head, this.reread(head))
  }

  /**
   * Rows among which this one is: the whole chunk, or a stretch of it where that would have to be read again; good until
   * others are asked for.
   */
  around(head: Head, row: number): Chunk {
    return this.kept(head) ?? this.#stretchAt(head, Math.floor((row - head.firstRow) / STRETCH)) ?? this.of(head)
  }

  /** The same for a byte of the source, where that costs less than to walk there. */
  aroundByte(head: Head, offset: number): Chunk | undefined {
    const kept = this.kept(head)
    if (kept) return kept
    const number = head.stretches.findLastIndex(start => head.start + start <= offset)
    return this.#stretchAt(head, number)
  }

  keep(head: Head, chunk: Chunk): Chunk {
    return this.#kept.keep(head, chunk)
  }

  /** Takes out the index of a head that is gone; undefined where it was not there any longer. */
  take(head: Head): Chunk | undefined {
    return this.#kept.take(head)
  }

  /**
   * The chunk of a head once more, also of one that an edit has removed if its bytes were held. One that is not kept is
   * the kernel's until `pass` is done with it.
   */
  reread(head: Head, stay: Stay = 'kept'): Chunk {
    const { start, length, rowEnded, firstRow, firstColumn } = head
    const room = stay === 'kept' ? undefined : this.#room()
    const bytes = head.bytes ?? bytesBetween(this.#source, start, start + length, room)
    const from = { start, row: firstRow, column: firstColumn }
    // A chunk that ends within its row must stop at its last delimiter.
    return this.#scans[stay](bytes, from, rowEnded ? length : length - 1, this.#marks)!.chunk
  }

  #stretchAt(head: Head, number: number): Chunk | undefined {
    const at = head.stretches[number]
    if (at === undefined) return undefined
    const from = { start: head.start + at, row: head.firstRow + number * STRETCH, column: 0 }
    if (this.#stretch?.start === from.start) return this.#stretch
    if (this.#stretch) kernel()?.release(this.#stretch)
    this.#stretch = undefined
    const length = (head.stretches[number + 1] ?? head.length) - at
    const bytes = bytesBetween(this.#source, from.start, from.start + length, this.#room())
    this.#stretch = this.#scans.unsigned(bytes, from, length, this.#marks)!.chunk
    return this.#stretch
  }

  /** Where a text may be put that nobody holds and the kernel reads next. */
  #room(): Uint8Array | undefined {
    if (this.#source.isHeld || this.#scans.passing === scanChunk) return undefined
    return kernel()?.room()
  }
}

/** Where each stretch of a chunk begins, in bytes from its first. */
export function stretchesOf({ bytes, rowCount, rowCells, cellEnd }: Chunk): number[] {
  const starts = [0]
  for (let row = STRETCH; row < rowCount; row += STRETCH) {
    const end = cellEnd[rowCells[row]! - 1]!
    starts.push(end + (bytes[end] === 13 && bytes[end + 1] === 10 ? 2 : 1))
  }
  return starts
}
