import type { Change } from '../model/change'
import type { Fault } from '../model/fault'
import type { FieldType } from '../model/field'
import type { FileTable } from '../model/file-table'
import { KeptTexts } from '../model/kept-texts'
import { pointer } from '../model/pointer'
import { signature } from '../model/signature'
import { bytesBetween, type Source } from '../model/source'
import type { Edit, Span } from '../model/span'
import type { Node } from '../model/tree'
import { cellAt } from './cell-at'
import type { Holder } from './columns'
import { type Frame, frameOf } from './frame'
import { hasKey, type RecordChunk } from './grid'
import { keysOf } from './key-columns'
import { keySpanBefore } from './key-span'
import type { Layout } from './layout'
import { readValue } from './read'
import { holdersIn, member, type RecordPath } from './record-path'
import { type Head, Records } from './records'
import { tableEdits } from './table-edits'
import { readText } from './text'
import { faultsOf, shifted, wholeFaults } from './whole-faults'

/** Rows that tell how many cells a list of cells has. */
const WIDTH_ROWS = 100

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Nothing but the keys of its records tells the columns of a text: their row is counted as Frictionless counts it, before all others. */
const KEYS_ROW = 0

/** A list of JSON records as a table. */
export class JsonTable implements FileTable {
  readonly source: Source
  readonly cut: Records
  readonly layout: Layout
  readonly labels: readonly string[]
  readonly headerRow: number | undefined
  readonly firstDataRow: number
  readonly columnCount: number
  readonly columnsLeftOut = 0
  readonly isPlain: boolean
  readonly kept: KeptTexts | undefined
  readonly hasComments = false
  readonly doubledQuote = -1
  readonly isKeyed: boolean
  readonly ownColumns: readonly number[]
  readonly paths: readonly (readonly string[])[] | undefined
  readonly listsAt: readonly (number | undefined)[]
  readonly holders: readonly Holder[]
  readonly isOfFeatures: boolean
  labelsEnd: number

  /**
   * `found`: where the records lie; without it the table is empty. `isEdited`: whether the text is one that is edited;
   * `isUnlabelled`: whether somebody says that no list of cells holds labels; `isValue`: whether somebody says that what
   * stands under these keys, joined by points, is one value.
   */
  constructor(
    source: Source,
    found: Layout | undefined,
    {
      size,
      isPlain = false,
      isEdited = false,
      isUnlabelled = false,
      isValue = () => false,
    }: {
      readonly size?: number
      readonly isPlain?: boolean
      readonly isEdited?: boolean
      readonly isUnlabelled?: boolean
      readonly isValue?: (label: string) => boolean
    } = {},
  ) {
    const layout = found ?? { record: 'object', parted: 'comma', at: '', start: source.length, isSure: false }
    this.source = source
    this.layout = layout
    this.isPlain = isPlain
    this.kept = isEdited ? new KeptTexts(this) : undefined
    this.isKeyed = layout.record !== 'row'
    this.isOfFeatures = layout.record === 'feature'
    const { columns, labels, paths, listsAt, own, end } = keysOf(source, layout, isValue)
    this.ownColumns = own
    this.paths = this.isKeyed ? paths : undefined
    this.listsAt = listsAt
    this.holders = columns.holders
    this.labelsEnd = end
    const firstRow = this.isKeyed ? KEYS_ROW + 1 : 0
    this.cut = new Records(source, {
      form: layout,
      columns,
      firstRow,
      ...(size !== undefined && { size }),
    })
    const first = this.isKeyed ? [] : this.#firstCells()
    const isHeader = !isUnlabelled && first.length > 0 && first.every(cell => cell !== undefined && cell.trim() !== '')
    this.headerRow = this.isKeyed || isHeader ? KEYS_ROW : undefined
    this.firstDataRow = this.headerRow === undefined ? 0 : 1
    const width = this.isKeyed ? labels.length : isHeader ? first.length : this.#widest()
    this.columnCount = width
    this.labels = this.isKeyed ? labels : Array.from({ length: width }, (_, i) => (isHeader ? first[i]! : ''))
  }

  get recordsAt(): string {
    return this.layout.at
  }

  get reading(): unknown {
    return [this.layout, this.paths, this.listsAt]
  }

  get rowCount(): number {
    while (this.cut.cutNext());
    const last = this.cut.heads.at(-1)!
    return last.firstRow + last.rowCount
  }

  chunks(): Iterable<RecordChunk> {
    return this.cut.each()
  }

  textAt({ bytes, cellStart, cellEnd, signatures }: RecordChunk, cell: number): string {
    const mask = signatures[cell]!
    if (mask <= 0xffff) return ''
    const start = cellStart[cell]!
    const end = cellEnd[cell]!
    if ((mask & signature.quoted) === 0) return decoder.decode(bytes.subarray(start, end))
    if ((mask & signature.escaped) !== 0) return readText(bytes.subarray(0, end), start, () => undefined).text
    return decoder.decode(bytes.subarray(start + 1, end - 1))
  }

  text(row: number, column: number): string | undefined {
    if (this.isKeyed && row === KEYS_ROW) return this.labels[column]
    const found = this.#find(row, column)
    return found && this.textAt(found.chunk, found.cell)
  }

  cellSpan(row: number, column: number): Span | undefined {
    if (this.isKeyed && row === KEYS_ROW) return this.#keySpan(column)
    const found = this.#find(row, column)
    if (!found) return undefined
    const { chunk, cell } = found
    return { start: chunk.start + chunk.cellStart[cell]!, end: chunk.start + chunk.cellEnd[cell]! }
  }

  /** Whether a cell has a value or `null`, rather than no key. */
  isThere(row: number, column: number): boolean {
    const found = this.#find(row, column)
    if (!found) return false
    const { chunk, cell } = found
    return !this.isKeyed || hasKey(chunk, cell, chunk.records[2 * (row - chunk.firstRow)]!)
  }

  rowSpan(row: number): Span {
    if (this.isKeyed && row === KEYS_ROW) {
      const { start } = this.layout
      return { start: Math.max(0, start - 1), end: start }
    }
    const chunk = this.#chunkOf(row)
    if (!chunk) return { start: this.cut.end, end: this.cut.end }
    const local = 2 * (row - chunk.firstRow)
    return { start: chunk.start + chunk.records[local]!, end: chunk.start + chunk.records[local + 1]! }
  }

  bytesOf({ start, end }: Span): Uint8Array {
    return bytesBetween(this.source, start, end)
  }

  rest(row: number): string {
    const lists = this.holders.filter(({ bracket }) => bracket === 91)
    if (lists.length === 0) return ''
    const { inner } = this.layout
    const record = this.recordAt(row)
    const behind = lists.map(({ path, holders }) => {
      const keys = inner === undefined ? path : [inner, ...path]
      const list = keys.reduce<Node | undefined>((node, key) => node && member(node, key), record)
      return list?.children.slice(holders.length).map(({ value }) => value)
    })
    return JSON.stringify(behind)
  }

  rowStart(row: number): number {
    return this.rowSpan(row).start
  }

  width(row: number): number {
    if (this.isKeyed) return row === KEYS_ROW || this.#chunkOf(row) ? this.labels.length : 0
    const chunk = this.#chunkOf(row)
    return chunk ? chunk.rowCells[row - chunk.firstRow + 1]! - chunk.rowCells[row - chunk.firstRow]! : 0
  }

  isData(row: number): boolean {
    return row >= this.firstDataRow
  }

  isDataIn(chunk: RecordChunk, index: number): boolean {
    return chunk.firstRow + index >= this.firstDataRow
  }

  locate(offset: number): { readonly row: number; readonly column: number; readonly span?: Span } {
    while ((this.cut.heads.at(-1)?.start ?? -1) <= offset && this.cut.cutNext());
    const chunk = this.cut.of(this.cut.heads[this.cut.indexAt(offset)]!)
    const { row, column, key } = cellAt(chunk, offset - chunk.start, this.isKeyed)
    return key ? { row: KEYS_ROW, column, span: shifted(key, chunk.start) } : { row: chunk.firstRow + row, column }
  }

  /** The key of a cell that has one: quotes included. */
  keySpan(row: number, column: number): Span | undefined {
    const found = this.isThere(row, column) ? this.#find(row, column) : undefined
    const key = found && keySpanBefore(found.chunk.bytes, found.chunk.cellStart[found.cell]!)
    return key && { start: found.chunk.start + key.start, end: found.chunk.start + key.end }
  }

  faultsIn(chunk: RecordChunk): readonly Fault[] {
    const head = this.cut.heads[this.cut.indexAt(chunk.start)]!
    if (head.rowCount === 0) return []
    return [...chunk.flaws, ...head.flaws].flatMap(flaw => faultsOf(flaw, head, this.isKeyed))
  }

  faultsOfWhole(): readonly Fault[] {
    return wholeFaults(this, this.frame())
  }

  /** What stands round the records, as a tree in which their list is empty; reads them to the end. */
  frame(): Frame {
    if (this.layout.isEnclosed) return { root: undefined, flaws: [], isWhole: true }
    const isLost = this.cut.end >= 0 && this.cut.heads.at(-1)!.flaws.some(({ kind }) => kind === 'lost')
    return frameOf(this.source, this.layout, isLost ? undefined : this.cut.end)
  }

  follow(fresh: FileTable): void {
    this.labelsEnd = fresh.labelsEnd
  }

  edits(change: Change, type?: FieldType): readonly Edit[] {
    return tableEdits(this, change, type)
  }

  pointerAt(row?: number, column?: number): string | undefined {
    if (row === undefined) return undefined
    const place = this.isKeyed && row === KEYS_ROW ? this.#firstRowWith(column ?? -1) : row
    if (place === undefined) return this.layout.at
    const index = place - (this.isKeyed ? 1 : 0)
    const record = pointer(this.layout.at, index)
    if (column === undefined) return record
    const path = this.paths?.[column]
    if (!path) return !this.isKeyed && column < this.width(row) ? pointer(record, column) : record
    const depth = this.isThere(place, column)
      ? path.length
      : this.#depthOf(place, { keys: path, listAt: this.listsAt[column] })
    return path.slice(0, depth).reduce<string>(pointer, record)
  }

  /** How many of the keys of a path lead to the object that should hold the next one. */
  #depthOf(row: number, path: RecordPath): number {
    const { length } = path.keys
    const least = length > 1 && this.layout.inner !== undefined ? 1 : 0
    return length - 1 > least ? Math.max(least, holdersIn(this.recordAt(row), path).length - 1) : least
  }

  /** A record as the tolerant reader has it: spans count in its bytes. */
  recordAt(row: number): Node | undefined {
    return readValue(this.bytesOf(this.rowSpan(row)), 0).root
  }

  /** Where the key of a column is met first. */
  #keySpan(column: number): Span | undefined {
    const row = this.#firstRowWith(column)
    return row === undefined ? undefined : this.keySpan(row, column)
  }

  #firstRowWith(column: number): number | undefined {
    if (column < 0 || column >= this.columnCount) return undefined
    for (let row = this.firstDataRow; this.#chunkOf(row); row++) if (this.isThere(row, column)) return row
    return undefined
  }

  #firstCells(): readonly (string | undefined)[] {
    const chunk = this.cut.at(0)
    if (!chunk || chunk.rowCount === 0) return []
    return Array.from({ length: chunk.rowCells[1]! }, (_, cell) =>
      (chunk.signatures[cell]! & signature.quoted) === 0 ? undefined : this.textAt(chunk, cell),
    )
  }

  #widest(): number {
    let widest = 0
    for (let row = 0; row < WIDTH_ROWS && this.#chunkOf(row); row++) widest = Math.max(widest, this.width(row))
    return widest
  }

  #find(row: number, column: number): { chunk: RecordChunk; cell: number } | undefined {
    const chunk = column < 0 ? undefined : this.#chunkOf(row)
    if (!chunk) return undefined
    const cell = chunk.rowCells[row - chunk.firstRow]! + column
    return cell < chunk.rowCells[row - chunk.firstRow + 1]! ? { chunk, cell } : undefined
  }

  #chunkOf(row: number): RecordChunk | undefined {
    const { heads } = this.cut
    const isBefore = ({ firstRow, rowCount }: Head) => firstRow + rowCount <= row
    for (let last = heads.at(-1); !last || isBefore(last); last = heads.at(-1))
      if (!this.cut.cutNext()) return undefined
    let low = 0
    let high = heads.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (isBefore(heads[middle]!)) low = middle + 1
      else high = middle
    }
    const head = heads[low]!
    return row >= head.firstRow ? this.cut.around(head, row) : undefined
  }
}
