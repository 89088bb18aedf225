import type { Chunk } from '../model/chunk'
import type { Dialect } from '../model/dialect'
import type { Fault } from '../model/fault'
import type { Span } from '../model/span'
import type { Table } from '../model/table'
import { cellText, type Marks } from './cell'
import { type QuoteFault, type Scanned, scanChunk } from './scan'

const CHUNK = 16_384
/** Cell indexes kept for those who come back: 2 million cells are 24 MB. */
const KEPT_CELLS = 2_000_000

/** Columns that are read; a spreadsheet has 16,384, and no reader can follow as many as this. */
const COLUMNS = 50_000

/** Rows that tell how many cells a row has. */
const WIDTH_ROWS = 100

/** A chunk once its index is dropped: what is needed to make it again, and to find it. */
interface Head {
  readonly start: number
  readonly firstRow: number
  readonly firstColumn: number
  readonly rowCount: number
  readonly rowEnded: boolean
  /** Cells here of the first row and of the last one, which may lie in other chunks too. */
  readonly firstCells: number
  readonly lastCells: number
}

/** A delimited text file as a table. The index of a chunk is a function of its bytes, so it is dropped and made again at will. */
export class CsvTable implements Table {
  readonly dialect: Dialect
  /** Well-formed UTF-8 without byte order mark: what every span counts in. */
  readonly source: Uint8Array
  readonly marks: Marks
  readonly labels: readonly string[]
  readonly headerRow: number | undefined
  readonly firstDataRow: number
  readonly columnCount: number
  readonly columnsLeftOut: number
  readonly #size: number
  readonly #heads: Head[] = []
  readonly #quoteFaults: QuoteFault[] = []
  readonly #lineEnds = { '\r\n': 0, '\n': 0, '\r': 0 }
  readonly #kept = new Map<number, Chunk>()
  #keptCells = 0
  /** The first row whose line end is not the dialect's. */
  #oddRow: number | undefined

  /** `text` is well-formed UTF-8 without byte order mark; `size` is the least number of bytes in a chunk. */
  constructor(text: Uint8Array, dialect: Dialect, { size = CHUNK }: { readonly size?: number } = {}) {
    this.source = text
    this.dialect = dialect
    this.#size = size
    this.marks = marksOf(dialect)
    const header = dialect.headerRows
    this.headerRow = header.at(-1)
    this.firstDataRow = (this.headerRow ?? -1) + 1
    const labels = this.#readLabels()
    this.columnCount = this.#usualWidth(labels)
    this.columnsLeftOut = Math.max(0, ...dialect.headerRows.map(row => this.width(row) - COLUMNS))
    this.labels = [...labels, ...Array.from({ length: Math.max(0, this.columnCount - labels.length) }, () => '')]
  }

  get rowCount(): number {
    while (this.#cut(this.#heads.length));
    const last = this.#heads.at(-1)
    return last ? last.firstRow + last.rowCount : 0
  }

  *chunks(): Generator<Chunk> {
    for (let i = 0; ; i++) {
      const chunk = this.#chunk(i)
      if (!chunk) return
      yield chunk
    }
  }

  text(row: number, column: number): string | undefined {
    const found = this.#find(row, column)
    if (!found) return undefined
    const { chunk, cell } = found
    return this.textAt(chunk, cell)
  }

  textAt(chunk: Chunk, cell: number): string {
    return cellText(chunk.bytes, chunk.cellStart[cell]!, chunk.cellEnd[cell]!, chunk.signatures[cell]!, this.marks)
  }

  cellSpan(row: number, column: number): Span | undefined {
    const found = this.#find(row, column)
    if (!found) return undefined
    const { chunk, cell } = found
    return { start: chunk.start + chunk.cellStart[cell]!, end: chunk.start + chunk.cellEnd[cell]! }
  }

  /** Byte offset at which a row begins; for the row after the last, the end of the text. */
  rowStart(row: number): number {
    if (row === 0) return 0
    let at = this.rowSpan(row - 1).end
    if (this.source[at] === 13) at++
    if (this.source[at] === 10) at++
    return at
  }

  rowSpan(row: number): Span {
    const first = this.cellSpan(row, 0)
    const last = this.cellSpan(row, this.width(row) - 1)
    return { start: first?.start ?? this.source.length, end: last?.end ?? this.source.length }
  }

  width(row: number): number {
    let width = 0
    for (let i = this.#indexOf(row); this.#headOf(i, row); i++) {
      width += this.#cellsOf(i, row)
      const head = this.#heads[i]!
      if (row < head.firstRow + head.rowCount - 1 || head.rowEnded) break
    }
    return width
  }

  isData(row: number): boolean {
    if (row < this.firstDataRow) return false
    const { comment } = this.marks
    if (comment.length === 0) return true
    const start = this.rowSpan(row).start
    return !comment.every((byte, i) => this.source[start + i] === byte)
  }

  isDataIn(chunk: Chunk, index: number): boolean {
    const row = chunk.firstRow + index
    if (row < this.firstDataRow) return false
    if (this.marks.comment.length === 0) return true
    return index === 0 && chunk.firstColumn > 0
      ? this.isData(row)
      : !this.marks.comment.every((byte, i) => chunk.bytes[chunk.cellStart[chunk.rowCells[index]!]! + i] === byte)
  }

  /** The quote faults of the rows from `from` up to `to`, in order; these rows must have been read. */
  quoteFaults(from: number, to: number): readonly Fault[] {
    const found = this.#quoteFaults.slice(lowerBound(this.#quoteFaults, from), lowerBound(this.#quoteFaults, to))
    return found.map(({ kind, row, column, at, inQuoted }) => {
      const span = { start: at, end: at + 1 }
      return kind === 'stray-quote' ? { kind, row, column, span, inQuoted } : { kind, row, column, span }
    })
  }

  /** The fault of rows that end in different ways; reads the table to its end. */
  lineEndFault(): Fault | undefined {
    void this.rowCount
    const [dominant, second] = Object.entries(this.#lineEnds).toSorted((a, b) => b[1] - a[1])
    if (!dominant || !second || second[1] === 0) return undefined
    return {
      kind: 'mixed-line-endings',
      dominant: dominant[0],
      other: second[0],
      count: second[1],
      row: this.#oddRow ?? 0,
    }
  }

  /** The cell that holds a byte of the source, or the last one before it. */
  locate(offset: number): { readonly row: number; readonly column: number } {
    const end = Math.min(offset, this.source.length - 1)
    for (;;) {
      const last = this.#heads.at(-1)
      if (last && last.start + this.#chunk(this.#heads.length - 1)!.bytes.length > end) break
      if (!this.#cut(this.#heads.length)) break
    }
    let low = 0
    let high = this.#heads.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#heads[middle]!.start <= end) low = middle
      else high = middle - 1
    }
    const chunk = this.#chunk(low)
    if (!chunk) return { row: 0, column: 0 }
    const cell = Math.max(0, upperBound(chunk.cellStart, end - chunk.start) - 1)
    const local = upperBound(chunk.rowCells, cell) - 1
    return {
      row: chunk.firstRow + local,
      column: cell - chunk.rowCells[local]! + (local === 0 ? chunk.firstColumn : 0),
    }
  }

  #readLabels(): string[] {
    const rows = this.dialect.headerRows.length > 0 ? this.dialect.headerRows : [0]
    const written = rows.map(row =>
      Array.from({ length: Math.min(COLUMNS, this.width(row)) }, (_, column) => this.text(row, column) ?? ''),
    )
    const width = Math.max(0, ...written.map(cells => cells.length))
    return Array.from({ length: width }, (_, column) => {
      if (this.dialect.headerRows.length === 0) return ''
      const parts = written.map(cells => cells[column] ?? '')
      return parts.length === 1 ? parts[0]! : parts.filter(part => part !== '').join(this.dialect.headerJoin)
    })
  }

  /**
   * Cells that a row should have: as many as there are labels, unless nearly all rows agree on another number that
   * says the fault is the header's: more cells than labels, or fewer because the last labels are blank.
   */
  #usualWidth(labels: readonly string[]): number {
    const counts = new Map<number, number>()
    let rows = 0
    for (let row = this.firstDataRow; rows < WIDTH_ROWS && this.width(row) > 0; row++) {
      const width = Math.min(this.width(row), COLUMNS)
      if (width === 1 || !this.isData(row)) continue
      counts.set(width, (counts.get(width) ?? 0) + 1)
      rows++
    }
    const [usual, count] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [labels.length, 0]
    const isClear = rows >= 3 && count >= 0.9 * rows
    const isHeaders = usual > labels.length || labels.slice(usual).every(label => label.trim() === '')
    return isClear && isHeaders ? usual : labels.length
  }

  #find(row: number, column: number): { chunk: Chunk; cell: number } | undefined {
    if (row < 0 || column < 0) return undefined
    for (let i = this.#indexOf(row); ; i++) {
      const head = this.#headOf(i, row)
      if (!head) return undefined
      const before = row === head.firstRow ? head.firstColumn : 0
      if (column < before + this.#cellsOf(i, row)) {
        const chunk = this.#chunk(i)!
        const cell = chunk.rowCells[row - head.firstRow]! + column - before
        return column >= before ? { chunk, cell } : undefined
      }
      if (row < head.firstRow + head.rowCount - 1 || head.rowEnded) return undefined
    }
  }

  /** The chunk of that number if it holds cells of the row. */
  #headOf(index: number, row: number): Head | undefined {
    if (index === this.#heads.length) this.#cut(index)
    const head = this.#heads[index]
    return head && row >= head.firstRow && row < head.firstRow + head.rowCount ? head : undefined
  }

  /** Cells of a row that lie in a chunk; only a row inside a chunk needs its index. */
  #cellsOf(index: number, row: number): number {
    const head = this.#heads[index]!
    const local = row - head.firstRow
    if (local === head.rowCount - 1) return head.lastCells
    if (local === 0) return head.firstCells
    const { rowCells } = this.#chunk(index)!
    return rowCells[local + 1]! - rowCells[local]!
  }

  /** The first chunk that holds cells of a row; the number of chunks when there is none. */
  #indexOf(row: number): number {
    for (;;) {
      const last = this.#heads.at(-1)
      if (last && last.firstRow + last.rowCount > row) break
      if (!this.#cut(this.#heads.length)) return this.#heads.length
    }
    let low = 0
    let high = this.#heads.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      const head = this.#heads[middle]!
      if (head.firstRow + head.rowCount > row) high = middle
      else low = middle + 1
    }
    return low
  }

  #chunk(index: number): Chunk | undefined {
    const kept = this.#kept.get(index)
    if (kept) return kept
    if (index === this.#heads.length) return this.#cut(index)
    const head = this.#heads[index]
    if (!head) return undefined
    return this.#keep(index, this.#scan(head).chunk)
  }

  /** Reads the chunk after the last one that was read; nothing at the end of the text. */
  #cut(index: number): Chunk | undefined {
    const last = this.#heads.at(-1)
    const next = last ? this.#after(last) : { start: 0, firstRow: 0, firstColumn: 0 }
    if (next.start >= this.source.length) return undefined
    const { chunk, quoteFaults, lineEnds } = this.#scan(next)
    const { start, firstRow, firstColumn, rowCount, rowEnded } = chunk
    const { rowCells } = chunk
    this.#heads.push({
      start,
      firstRow,
      firstColumn,
      rowCount,
      rowEnded,
      firstCells: rowCells[1]!,
      lastCells: rowCells[rowCount]! - rowCells[rowCount - 1]!,
    })
    for (const fault of quoteFaults) this.#quoteFaults.push(fault)
    for (const end of ['\r\n', '\n', '\r'] as const) this.#lineEnds[end] += lineEnds[end]
    if (this.#oddRow === undefined) this.#oddRow = this.#firstOddRow(chunk, lineEnds)
    return this.#keep(index, chunk)
  }

  #scan(from: Pick<Head, 'start' | 'firstRow' | 'firstColumn'>): Scanned {
    return scanChunk(
      this.source,
      { offset: from.start, row: from.firstRow, column: from.firstColumn },
      this.#size,
      this.marks,
    )
  }

  #after(head: Head): Pick<Head, 'start' | 'firstRow' | 'firstColumn'> {
    const chunk = this.#chunk(this.#heads.length - 1)!
    const lastRow = head.rowCount - 1
    return {
      start: head.start + chunk.bytes.length,
      firstRow: head.firstRow + (head.rowEnded ? head.rowCount : lastRow),
      firstColumn: head.rowEnded
        ? 0
        : chunk.rowCells[head.rowCount]! - chunk.rowCells[lastRow]! + (lastRow === 0 ? head.firstColumn : 0),
    }
  }

  #firstOddRow(chunk: Chunk, lineEnds: Scanned['lineEnds']): number | undefined {
    const usual = this.dialect.lineTerminator
    const rows = lineEnds['\r\n'] + lineEnds['\n'] + lineEnds['\r']
    if (lineEnds[usual] === rows) return undefined
    for (let i = 0; i < chunk.rowCount; i++) {
      const at = chunk.cellEnd[chunk.rowCells[i + 1]! - 1]!
      const first = chunk.bytes[at]
      const end = first === 13 ? (chunk.bytes[at + 1] === 10 ? '\r\n' : '\r') : '\n'
      if (at < chunk.bytes.length && end !== usual) return chunk.firstRow + i
    }
    return undefined
  }

  #keep(index: number, chunk: Chunk): Chunk {
    this.#kept.set(index, chunk)
    this.#keptCells += chunk.signatures.length
    for (const [oldest, old] of this.#kept) {
      if (this.#keptCells <= KEPT_CELLS || oldest === index) break
      this.#kept.delete(oldest)
      this.#keptCells -= old.signatures.length
    }
    return chunk
  }
}

function lowerBound(faults: readonly QuoteFault[], row: number): number {
  let low = 0
  let high = faults.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (faults[middle]!.row < row) low = middle + 1
    else high = middle
  }
  return low
}

function upperBound(sorted: Uint32Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! <= value) low = middle + 1
    else high = middle
  }
  return low
}

const encoder = new TextEncoder()

function marksOf(dialect: Dialect): Marks {
  const { delimiter, quoteChar, escapeChar, skipInitialSpace, commentChar } = dialect
  return {
    delimiter: encoder.encode(delimiter),
    quote: quoteChar === '' ? -1 : encoder.encode(quoteChar)[0]!,
    escape: escapeChar === undefined ? -1 : encoder.encode(escapeChar)[0]!,
    skipInitialSpace,
    comment: encoder.encode(commentChar ?? ''),
  }
}
