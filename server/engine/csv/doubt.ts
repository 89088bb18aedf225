import type { Chunk } from '../model/chunk'
import type { QuoteFault } from './scan'

/** A chunk with the quotes at fault in it, and how many cells a row of the table has. */
interface Faulty {
  readonly chunk: Chunk
  readonly quoteFaults: readonly QuoteFault[]
  readonly columnCount: number
  /** The quote, as a byte. */
  readonly quote: number
}

/**
 * The rows, counted from the chunk's first, of which faulty quotes leave open where their cells end:
 * - a quote is never closed;
 * - the row has not as many cells as the table has columns: `["a", "b"]` is two cells to a reader, and one to its author;
 * - a list is cut: its cell opens a bracket and does not close it;
 * - two cells hold half a pair of quotes each, as the parts of `a "b;c" d` do.
 */
export function doubtfulRows({ chunk, quoteFaults, columnCount, quote }: Faulty): ReadonlySet<number> {
  const rows = new Set<number>()
  const halved = new Map<number, number>()
  for (const { kind, row, column } of quoteFaults) {
    if (kind === 'unclosed-quote' || widthOf(chunk, row) !== columnCount) rows.add(row)
    if (rows.has(row)) continue
    const cell = chunk.rowCells[row]! + column
    const bytes = chunk.bytes.subarray(chunk.cellStart[cell], chunk.cellEnd[cell])
    if (isCutList(bytes)) rows.add(row)
    if (count(bytes, quote) % 2 === 0) continue
    if (halved.has(row) && halved.get(row) !== column) rows.add(row)
    halved.set(row, column)
  }
  return rows
}

/** Cells of a row; −1 where it was cut between two chunks. */
function widthOf({ rowCells, rowCount, rowEnded, firstColumn }: Chunk, row: number): number {
  const isCut = (row === 0 && firstColumn > 0) || (row === rowCount - 1 && !rowEnded)
  return isCut ? -1 : rowCells[row + 1]! - rowCells[row]!
}

const [OPEN, CLOSE, OPEN_OBJECT, CLOSE_OBJECT] = [91, 93, 123, 125]

/** Whether the brackets of a cell do not pair. */
function isCutList(bytes: Uint8Array): boolean {
  return count(bytes, OPEN) !== count(bytes, CLOSE) || count(bytes, OPEN_OBJECT) !== count(bytes, CLOSE_OBJECT)
}

function count(bytes: Uint8Array, wanted: number): number {
  let found = 0
  for (const byte of bytes) if (byte === wanted) found++
  return found
}
