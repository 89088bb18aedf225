import type { Chunk } from '../model/chunk'
import { Lines, type Position, type Positions, unitsIn, walked } from '../model/lines'
import type { Source } from '../model/source'
import type { Chunks } from './chunks'

/** A byte and its place. */
interface Spot extends Position {
  readonly offset: number
}

const START: Spot = { offset: 0, line: 0, character: 0 }

/**
 * The places of a table that does not change. The index of its chunks knows where rows end, so that lines need not be
 * counted again; a chunk with line ends inside cells, or without its index, is walked.
 */
export class RowPositions implements Positions {
  readonly #source: Source
  readonly #chunks: Chunks
  readonly #lines: Lines
  /** Line at the start of each chunk, as far as anybody asked. */
  readonly #lineAt: number[] = [0]
  /** The place asked for last: the next one is often a little further on. */
  #last = START
  /** Number of its chunk, and the bytes of the source at which its row begins and the next one does; none when unknown. */
  #index = 0
  #rowStart = 0
  #rowEnd = 0

  constructor(source: Source, chunks: Chunks) {
    this.#source = source
    this.#chunks = chunks
    this.#lines = new Lines(source)
  }

  position(offset: number): Position {
    const end = Math.min(Math.max(offset, 0), this.#source.length)
    const place = this.#byRow(end) ?? walked(this.#source, this.#before(end).offset, this.#before(end), end)
    this.#last = { offset: end, ...place }
    return place
  }

  offset(position: Position): number {
    return this.#lines.offset(position)
  }

  #byRow(offset: number): Position | undefined {
    const { heads } = this.#chunks
    const before = heads[this.#index]
    const isNear = before && offset >= before.start && offset < before.start + before.length
    const index = isNear ? this.#index : this.#chunks.indexAt(offset)
    const head = heads[index]
    if (!head || offset >= head.start + head.length || head.firstColumn > 0) return undefined
    // A line end inside a cell, or a row that goes on elsewhere: rows are not lines there.
    if (head.lineCount !== head.lineEnds['\r\n'] + head.lineEnds['\n'] + head.lineEnds['\r']) return undefined
    const chunk = this.#chunks.indexes.aroundByte(head, offset)
    if (!chunk) return undefined
    const at = offset - chunk.start
    const last = this.#last
    if (offset >= last.offset && last.offset >= this.#rowStart && offset < this.#rowEnd)
      return {
        line: last.line,
        character: last.character + unitsIn(chunk.bytes, last.offset - chunk.start, at),
      }
    const row = rowAt(chunk, at)
    this.#index = index
    this.#rowStart = chunk.start + rowStart(chunk, row)
    this.#rowEnd = chunk.start + (row + 1 < chunk.rowCount ? rowStart(chunk, row + 1) : chunk.bytes.length)
    return {
      line: this.#lineOf(index) + chunk.firstRow - head.firstRow + row,
      character: unitsIn(chunk.bytes, rowStart(chunk, row), at),
    }
  }

  /** The nearest place before a byte that is known: the one asked for last, or the start of a chunk. */
  #before(offset: number): Spot {
    const { heads } = this.#chunks
    const index = this.#chunks.indexAt(offset)
    const head = heads[index]
    const isCut = head !== undefined && head.firstColumn > 0
    const chunk = head && !isCut ? { offset: head.start, line: this.#lineOf(index), character: 0 } : START
    const last = this.#last
    return last.offset <= offset && last.offset >= chunk.offset ? last : chunk
  }

  #lineOf(index: number): number {
    const lineAt = this.#lineAt
    for (let i = lineAt.length; i <= index; i++) lineAt.push(lineAt[i - 1]! + this.#chunks.heads[i - 1]!.lineCount)
    return lineAt[index]!
  }
}

/** The row, counted from the chunk's first, in which a byte of the chunk lies; a line end belongs to the row that it ends. */
function rowAt(chunk: Chunk, at: number): number {
  let low = 0
  let high = chunk.rowCount - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (rowStart(chunk, middle) <= at) low = middle
    else high = middle - 1
  }
  return low
}

/** The byte of the chunk at which a row begins, spaces before its first cell included. */
function rowStart({ bytes, rowCells, cellEnd }: Chunk, row: number): number {
  if (row === 0) return 0
  const end = cellEnd[rowCells[row]! - 1]!
  return bytes[end] === 13 && bytes[end + 1] === 10 ? end + 2 : end + 1
}
