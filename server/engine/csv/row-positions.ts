import type { Chunk } from '../model/chunk'
import { Lines, type Position, type Positions, unitsIn, walked } from '../model/lines'
import type { Source } from '../model/source'
import type { Chunks } from './chunks'
import type { Head } from './indexes'

const START: Position = { line: 0, character: 0 }

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
  /** The byte asked for last and its place: the next one is often a little further on. */
  #offset = 0
  #place = START
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
    const place = this.#byRow(end) ?? this.#walked(end)
    this.#offset = end
    this.#place = place
    return place
  }

  offset(position: Position): number {
    return this.#lines.offset(position)
  }

  #byRow(offset: number): Position | undefined {
    const { heads } = this.#chunks
    const before = heads[this.#index]
    const index = before && isIn(before, offset) ? this.#index : this.#chunks.indexAt(offset)
    const head = heads[index]
    if (!head || !isIn(head, offset) || !areRowsLines(head)) return undefined
    const chunk = this.#chunks.indexes.aroundByte(head, offset)
    if (!chunk) return undefined
    const at = offset - chunk.start
    const { line, character } = this.#place
    if (offset >= this.#offset && this.#offset >= this.#rowStart && offset < this.#rowEnd)
      return { line, character: character + unitsIn(chunk.bytes, this.#offset - chunk.start, at) }
    const row = rowAt(chunk, at)
    this.#index = index
    this.#rowStart = chunk.start + rowStart(chunk, row)
    this.#rowEnd = chunk.start + (row + 1 < chunk.rowCount ? rowStart(chunk, row + 1) : chunk.bytes.length)
    return {
      line: this.#lineOf(index) + chunk.firstRow - head.firstRow + row,
      character: unitsIn(chunk.bytes, this.#rowStart - chunk.start, at),
    }
  }

  /** From the nearest place before a byte that is known: the one asked for last, or the start of a chunk. */
  #walked(offset: number): Position {
    const index = this.#chunks.indexAt(offset)
    const head = this.#chunks.heads[index]
    const isCut = head !== undefined && head.firstColumn > 0
    const start = head && !isCut ? head.start : 0
    if (this.#offset <= offset && this.#offset >= start) return walked(this.#source, this.#offset, this.#place, offset)
    const place = head && !isCut ? { line: this.#lineOf(index), character: 0 } : START
    return walked(this.#source, start, place, offset)
  }

  #lineOf(index: number): number {
    const lineAt = this.#lineAt
    for (let i = lineAt.length; i <= index; i++) lineAt.push(lineAt[i - 1]! + this.#chunks.heads[i - 1]!.lineCount)
    return lineAt[index]!
  }
}

function isIn({ start, length }: Head, offset: number): boolean {
  return offset >= start && offset < start + length
}

/** Not where a line end stands inside a cell, or a row goes on elsewhere. */
function areRowsLines({ firstColumn, lineCount, lineEnds }: Head): boolean {
  return firstColumn === 0 && lineCount === lineEnds['\r\n'] + lineEnds['\n'] + lineEnds['\r']
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
