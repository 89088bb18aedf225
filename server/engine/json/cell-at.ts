import type { Span } from '../model/span'
import { hasKey, type RecordChunk } from './grid'
import { keySpanBefore } from './key-span'

/** A cell of a chunk, by its row there and its column. */
interface CellAt {
  readonly row: number
  readonly column: number
  /** Set where it is its key that holds the byte. */
  readonly key?: Span
}

/** The cell that holds a byte of a chunk, itself or its key, or the last one before it; spans count from the chunk's first byte. */
export function cellAt(chunk: RecordChunk, at: number, isKeyed: boolean): CellAt {
  let row = 0
  while (row + 1 < chunk.rowCount && chunk.records[2 * row + 2]! <= at) row++
  const first = chunk.rowCells[row] ?? 0
  const record = chunk.records[2 * row]!
  let column = 0
  for (let cell = first; cell < (chunk.rowCells[row + 1] ?? 0); cell++) {
    const start = chunk.cellStart[cell]!
    const isThere = hasKey(chunk, cell, record)
    if (isThere && start <= at && at <= chunk.cellEnd[cell]!) return { row, column: cell - first }
    if (isKeyed && start > at) {
      const key = isThere ? keySpanBefore(chunk.bytes, start) : undefined
      if (key && key.start <= at && at <= key.end) return { row, column: cell - first, key }
    } else if (start <= at) column = cell - first
  }
  return { row, column }
}
