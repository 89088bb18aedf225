import type { Questions } from '../model/ahead'
import type { Change } from '../model/change'
import { type Chunk, signatureAt } from '../model/chunk'
import type { Dialect } from '../model/dialect'
import type { Fault } from '../model/fault'
import type { FileTable } from '../model/file-table'
import { KeptTexts } from '../model/kept-texts'
import type { Source } from '../model/source'
import type { Edit, Span } from '../model/span'
import { cellText, type Marks } from './cell'
import { Chunks, type ChunksOptions } from './chunks'
import { doubtfulRows } from './doubt'
import { editsOf } from './edits'
import type { Head } from './indexes'

/** Columns that are read: as many as a spreadsheet has. What is known of each is 40 kB. */
const COLUMNS = 16_384

/** Rows that tell how many cells a row has. */
const WIDTH_ROWS = 100

interface CsvOptions extends Omit<ChunksOptions, 'lineTerminator'> {
  /** Whether the text is one that is edited. */
  readonly isEdited?: boolean
  /** Where the rows of the text lie in this dialect, if that is known. */
  readonly cut?: Chunks | undefined
}

/** A delimited text as a table. */
export class CsvTable implements FileTable {
  readonly dialect: Dialect
  readonly source: Source
  readonly marks: Marks
  readonly labels: readonly string[]
  readonly headerRow: number | undefined
  readonly firstDataRow: number
  readonly columnCount: number
  readonly columnsLeftOut: number
  readonly cut: Chunks
  readonly isPlain: boolean
  readonly kept: KeptTexts | undefined
  readonly isKeyed = false
  readonly recordsAt = undefined
  readonly paths = undefined
  readonly listsAt = []
  readonly ownColumns = []
  readonly isOfFeatures = false
  readonly labelsEnd = 0
  readonly reading = undefined
  readonly #leftOut: ReadonlySet<number>
  /** Number of the chunk in which a row was found last. */
  #near = 0

  constructor(source: Source, dialect: Dialect, options: CsvOptions = {}) {
    this.source = source
    this.isPlain = options.isPlain ?? false
    this.dialect = dialect
    this.marks = marksOf(dialect)
    this.cut = options.cut ?? new Chunks(source, this.marks, { ...options, lineTerminator: dialect.lineTerminator })
    const header = dialect.headerRows
    this.headerRow = header.at(-1)
    this.firstDataRow = firstBehind(this.headerRow, new Set(dialect.commentRows))
    // What stands above the data is none of it anyway.
    this.#leftOut = new Set(dialect.commentRows.filter(row => row >= this.firstDataRow))
    this.kept = options.isEdited && !this.hasComments ? new KeptTexts(this) : undefined
    const labels = this.#readLabels()
    const width = this.#usualWidth(labels)
    this.columnCount = Math.min(width, COLUMNS)
    this.columnsLeftOut = width - this.columnCount
    this.labels = [...labels, ...Array.from({ length: Math.max(0, this.columnCount - labels.length) }, () => '')]
  }

  get hasComments(): boolean {
    return this.marks.comment.length > 0 || this.#leftOut.size > 0 || this.dialect.endsAreDoubled === true
  }

  get doubledQuote(): number {
    return this.marks.escape < 0 ? this.marks.quote : -1
  }

  get rowCount(): number {
    while (this.cut.cutNext());
    const last = this.cut.heads.at(-1)
    return last ? last.firstRow + last.rowCount : 0
  }

  chunks(questions?: Questions): Iterable<Chunk> {
    return this.cut.each(questions)
  }

  text(row: number, column: number): string | undefined {
    const found = this.#find(row, column)
    if (!found) return undefined
    const { chunk, cell } = found
    return this.textAt(chunk, cell)
  }

  textAt(chunk: Chunk, cell: number): string {
    return cellText(chunk.bytes, chunk.cellStart[cell]!, chunk.cellEnd[cell]!, signatureAt(chunk, cell), this.marks)
  }

  cellSpan(row: number, column: number): Span | undefined {
    const found = this.#find(row, column)
    if (!found) return undefined
    const { chunk, cell } = found
    return { start: chunk.start + chunk.cellStart[cell]!, end: chunk.start + chunk.cellEnd[cell]! }
  }

  bytesOf(span: Span): Uint8Array {
    return this.cut.bytesOf(span)
  }

  rest(): string {
    return ''
  }

  rowStart(row: number): number {
    if (row === 0) return 0
    const { end } = this.rowSpan(row - 1)
    const [first, second] = this.bytesOf({ start: end, end: end + 2 })
    if (first === 13) return end + (second === 10 ? 2 : 1)
    return first === 10 ? end + 1 : end
  }

  rowSpan(row: number): Span {
    const first = this.cellSpan(row, 0)
    const last = this.cellSpan(row, this.width(row) - 1)
    return { start: first?.start ?? this.source.length, end: last?.end ?? this.source.length }
  }

  width(row: number): number {
    let width = 0
    for (let i = this.#indexOf(row); ; i++) {
      const head = this.#headOf(i, row)
      if (!head) break
      width += this.#cellsOf(i, row)
      if (row < head.firstRow + head.rowCount - 1 || head.rowEnded) break
    }
    return width
  }

  isData(row: number): boolean {
    if (row < this.firstDataRow || this.#leftOut.has(row)) return false
    if (this.dialect.endsAreDoubled && this.width(row) === 1 && this.text(row, 0) === '') return false
    const { comment } = this.marks
    if (comment.length === 0) return true
    const { start } = this.rowSpan(row)
    const first = this.bytesOf({ start, end: start + comment.length })
    return !comment.every((byte, i) => first[i] === byte)
  }

  isDataIn(chunk: Chunk, index: number): boolean {
    const row = chunk.firstRow + index
    if (row < this.firstDataRow || this.#leftOut.has(row)) return false
    if (this.dialect.endsAreDoubled && this.#isBlankIn(chunk, index)) return false
    if (this.marks.comment.length === 0) return true
    return index === 0 && chunk.firstColumn > 0
      ? this.isData(row)
      : !this.marks.comment.every((byte, i) => chunk.bytes[chunk.cellStart[chunk.rowCells[index]!]! + i] === byte)
  }

  faultsIn(chunk: Chunk): readonly Fault[] {
    const { quoteFaults } = this.cut.heads[this.cut.indexAt(chunk.start)]!
    if (quoteFaults.length === 0) return []
    const doubtful = doubtfulRows({ chunk, quoteFaults, columnCount: this.columnCount, quote: this.marks.quote })
    const { quoteChar, escapeChar } = this.dialect
    const spelt = (escapeChar ?? quoteChar) + quoteChar
    return quoteFaults.map(({ kind, row, column, at, inQuoted }) => {
      const place = {
        row: chunk.firstRow + row,
        column,
        span: { start: chunk.start + at, end: chunk.start + at + 1 },
        ...(doubtful.has(row) && { isDoubtful: true as const }),
      }
      return kind === 'stray-quote' ? { kind, ...place, inQuoted, spelt } : { kind, ...place }
    })
  }

  faultsOfWhole(): readonly Fault[] {
    const mixed = this.#lineEndFault()
    return mixed ? [mixed] : []
  }

  edits(change: Change): readonly Edit[] {
    return editsOf(this, change)
  }

  follow(): void {
    // The dialect and the chunks tell all.
  }

  pointerAt(): undefined {
    return undefined
  }

  #isBlankIn(chunk: Chunk, index: number): boolean {
    const cell = chunk.rowCells[index]!
    const isAlone = chunk.rowCells[index + 1] === cell + 1 && (index > 0 || chunk.firstColumn === 0)
    return isAlone && chunk.cellStart[cell] === chunk.cellEnd[cell]
  }

  /** The fault of rows that end in different ways. */
  #lineEndFault(): Fault | undefined {
    if (this.dialect.endsAreDoubled) return undefined
    void this.rowCount
    const [dominant, second] = Object.entries(this.cut.lineEnds).toSorted((a, b) => b[1] - a[1])
    if (!dominant || !second || second[1] === 0) return undefined
    const odd = this.cut.heads.find(({ oddRow }) => oddRow !== undefined)
    return {
      kind: 'mixed-line-endings',
      dominant: dominant[0],
      other: second[0],
      count: second[1],
      row: odd ? odd.firstRow + odd.oddRow! : 0,
    }
  }

  locate(offset: number): { readonly row: number; readonly column: number } {
    const end = Math.min(offset, this.source.length - 1)
    for (;;) {
      const last = this.cut.heads.at(-1)
      if (last && last.start + last.length > end) break
      if (!this.cut.cutNext()) break
    }
    const chunk = this.cut.at(this.cut.indexAt(end))
    if (!chunk) return { row: 0, column: 0 }
    const cell = Math.max(0, upperBound(chunk.cellStart, end - chunk.start) - 1)
    const local = upperBound(chunk.rowCells, cell) - 1
    return {
      row: chunk.firstRow + local,
      column: cell - chunk.rowCells[local]! + (local === 0 ? chunk.firstColumn : 0),
    }
  }

  /** The rows of the header, or the one that stands for it. */
  get #heading(): readonly number[] {
    return this.dialect.headerRows.length > 0 ? this.dialect.headerRows : [this.firstDataRow]
  }

  #readLabels(): string[] {
    const written = this.#heading.map(row =>
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
    const named = Math.max(0, ...this.#heading.map(row => this.width(row)))
    const counts = new Map<number, number>()
    let rows = 0
    for (let row = this.firstDataRow; rows < WIDTH_ROWS && this.width(row) > 0; row++) {
      const width = this.width(row)
      if (width === 1 || !this.isData(row)) continue
      counts.set(width, (counts.get(width) ?? 0) + 1)
      rows++
    }
    const [usual, count] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [named, 0]
    const isClear = rows >= 3 && count >= 0.9 * rows
    const isHeaders = usual > named || labels.slice(usual).every(label => label.trim() === '')
    return isClear && isHeaders ? usual : named
  }

  #find(row: number, column: number): { chunk: Chunk; cell: number } | undefined {
    if (row < 0 || column < 0) return undefined
    for (let i = this.#indexOf(row); ; i++) {
      const head = this.#headOf(i, row)
      if (!head) return undefined
      const before = row === head.firstRow ? head.firstColumn : 0
      if (column < before + this.#cellsOf(i, row)) {
        const chunk = this.cut.indexes.around(head, row)
        const cell = chunk.rowCells[row - chunk.firstRow]! + column - before
        return column >= before ? { chunk, cell } : undefined
      }
      if (row < head.firstRow + head.rowCount - 1 || head.rowEnded) return undefined
    }
  }

  /** The chunk of that number if it holds cells of the row. */
  #headOf(index: number, row: number): Head | undefined {
    const { heads } = this.cut
    if (index === heads.length) this.cut.cutNext()
    const head = heads[index]
    return head && row >= head.firstRow && row < head.firstRow + head.rowCount ? head : undefined
  }

  /** Cells of a row that lie in a chunk; only a row inside a chunk needs its index. */
  #cellsOf(index: number, row: number): number {
    const head = this.cut.heads[index]!
    const local = row - head.firstRow
    if (local === head.rowCount - 1) return head.lastCells
    if (local === 0) return head.firstCells
    const { rowCells, firstRow } = this.cut.indexes.around(head, row)
    return rowCells[row - firstRow + 1]! - rowCells[row - firstRow]!
  }

  /** The first chunk that holds cells of a row; the number of chunks when there is none. */
  #indexOf(row: number): number {
    const { heads } = this.cut
    const near = heads[this.#near]
    if (near && row > near.firstRow && row < near.firstRow + near.rowCount) return this.#near
    for (;;) {
      const last = heads.at(-1)
      if (last && last.firstRow + last.rowCount > row) break
      if (!this.cut.cutNext()) return heads.length
    }
    let low = 0
    let high = heads.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      const head = heads[middle]!
      if (head.firstRow + head.rowCount > row) high = middle
      else low = middle + 1
    }
    return (this.#near = low)
  }
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

/** The first row below the header that is not left out. */
function firstBehind(headerRow: number | undefined, leftOut: ReadonlySet<number>): number {
  let row = (headerRow ?? -1) + 1
  while (leftOut.has(row)) row++
  return row
}

function marksOf(dialect: Dialect): Marks {
  const { delimiter, quoteChar, escapeChar, escapesAll, doubleQuote, skipInitialSpace, commentChar } = dialect
  const escape = escapeChar === undefined ? -1 : encoder.encode(escapeChar)[0]!
  return {
    delimiter: encoder.encode(delimiter),
    quote: quoteChar === '' ? -1 : encoder.encode(quoteChar)[0]!,
    escape,
    doubled: doubleQuote,
    bareEscape: escapesAll ? escape : -1,
    skipInitialSpace,
    comment: encoder.encode(commentChar ?? ''),
  }
}
