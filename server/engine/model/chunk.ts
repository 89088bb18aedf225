import type { Answers } from './answers'
import { signature } from './signature'

/** Bytes of a row beyond which it is cut between two cells, so that no chunk grows without bound. */
export const ROW_LIMIT = 1 << 20

/**
 * A stretch of a source that holds whole rows, with the index of its cells.
 * A row of more than 1 MiB is cut between two cells: its chunks follow each other and share the row number.
 * All offsets are bytes counted from the chunk's own first byte.
 */
export interface Chunk {
  readonly bytes: Uint8Array
  /** Byte offset of the chunk in its source. */
  readonly start: number
  /** Row number, from 0, of the first row that lies here. */
  readonly firstRow: number
  /** Column of the first cell: above 0 when the chunk goes on with a row begun before. */
  readonly firstColumn: number
  /** Rows that begin or go on here. */
  readonly rowCount: number
  /** False when the last row goes on in the next chunk. */
  readonly rowEnded: boolean
  /** Cells of row `i` are those from `rowCells[i]` up to `rowCells[i + 1]`. */
  readonly rowCells: Uint32Array
  /** First byte of each cell, its opening quote included. */
  readonly cellStart: Uint32Array
  /** Byte after the last of each cell, its closing quote included. */
  readonly cellEnd: Uint32Array
  /** What each cell is made of: see `signature`. Where `sign` is there, 0 for a cell of which nobody asked that yet. */
  readonly signatures: Uint32Array
  /** Tells what a cell is made of. */
  readonly sign?: ((cell: number) => number) | undefined
  /** What the kernel said of it already. */
  readonly answers?: Answers
}

/** What a cell is made of. */
export function signatureAt({ signatures, sign }: Chunk, cell: number): number {
  return signatures[cell]! || (sign ? sign(cell) : 0)
}

/** First byte of what a cell holds: its opening quote is left out. `mask`: its signature. */
export function contentStart({ cellStart }: Chunk, cell: number, mask: number): number {
  return cellStart[cell]! + (mask & signature.quoted ? 1 : 0)
}

/** Byte after the last of what a cell holds; nothing stands in a cell without length, whatever marks its place. */
export function contentEnd(chunk: Chunk, cell: number, mask: number): number {
  if (mask <= 0xffff) return contentStart(chunk, cell, mask)
  return chunk.cellEnd[cell]! - (mask & signature.quoted ? 1 : 0)
}
