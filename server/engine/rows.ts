import { CellReader, partOf } from './cell-reader'
import type { Checkup } from './checkup'
import { countUnchecked, type Draft, type Run, WHOLE_ROWS } from './draft'
import { isOff } from './loudness'
import { type Chunk, signatureAt } from './model/chunk'
import type { Fault, FaultKind } from './model/fault'
import { kernel } from './kernel/kernel'
import type { Program } from './kernel/writer'
import { putIn } from './model/put-in'
import { content, signature } from './model/signature'
import { isSparse } from './model/sparse'
import type { ColumnPlan } from './plan'
import { programFor } from './row-program'
import { ANY, beginsWith, columnBit, FIRST_CELLS, FIRST_ROWS, namesTotal, rowKinds, type RowShape } from './row-shape'
import { type RowTest, rowTest, RowView } from './row-tests'
import { type Row, unchecked } from './rules/rule'

/** A row while it is read, which may take several chunks. */
interface Reading {
  row: number
  width: number
  /** Union of the signatures of its cells. */
  mask: number
  /** Cells that surely hold something to read. */
  legible: number
  /** Cells that hold something their column does not usually hold. */
  odd: number
  /** Cells that hold something their column may come not to hold usually, and a bit for each of these columns. */
  rare: number
  rareColumns: number
  /** Cells with something in them, among the columns that nearly all rows fill. */
  filled: number
  isHeader: boolean
  isTotal: boolean
  drafts: Draft[]
}

/** What is known of rows before they are read, and the rows of which the text leaves open what they hold. */
interface Said {
  readonly drafts: ReadonlyMap<number | undefined, readonly Draft[]>
  /** With the fault that leaves it open. */
  readonly doubtful: ReadonlyMap<number | undefined, FaultKind>
}

/** Reads chunks one after the other for what the rules find in their rows. */
export class RowReader {
  readonly #run: Run
  readonly #plans: readonly ColumnPlan[]
  readonly #rowTests: readonly RowTest[]
  readonly #worded: (faults: readonly Fault[]) => readonly Draft[]
  readonly #placed: ReadonlyMap<number | undefined, readonly Draft[]>
  readonly #shape: RowShape
  readonly #cells: CellReader
  /** Union of what the row rules want. */
  readonly #wanted: number
  readonly #seeksTotals: boolean
  /** What the kernel is asked, to find the rows at which to look; undefined when all are looked at. */
  readonly #program: Program | undefined
  #reading: Reading = newReading(0)
  /** Whether a rule was shown a row, in the chunk read last, from which it may look at rows before the chunk, or after it. */
  looksBefore = false
  looksAfter = false
  /** A bit for each column whose habits decide what kind of row one is, in the chunk read last. */
  habitual = 0

  constructor({ run, rules, opening, worded }: Checkup, plans: readonly ColumnPlan[], shape: RowShape) {
    this.#run = run
    this.#plans = plans
    this.#cells = new CellReader(run, plans)
    this.#rowTests = rules.filter(rule => rule.scope === 'row').flatMap(rule => rowTest(run, rule) ?? [])
    this.#placed = byRow(opening.filter(draft => draft.row !== undefined))
    this.#worded = worded
    this.#shape = shape
    this.#wanted = this.#rowTests.reduce((mask, test) => mask | test.wanted, 0)
    this.#seeksTotals = (this.#wanted & rowKinds.total) !== 0
    this.#program = programFor(run, plans, shape, this.#wanted)
  }

  /** What the kernel is asked about each chunk. */
  get program(): Uint8Array | undefined {
    return this.#program?.bytes
  }

  /** The tests judge by other verdicts than before: what was remembered is forgotten. */
  forget(): void {
    this.#cells.forget()
  }

  /**
   * The findings of each row that ends in the chunk and has some, in the order of the file. Meanwhile other parts of the
   * table may be asked for, but no other chunk be read.
   */
  *read(chunk: Chunk): Generator<readonly Draft[]> {
    const { table } = this.#run.dataset
    this.looksBefore = false
    this.looksAfter = false
    this.habitual = 0
    const faults = table.faultsIn(chunk)
    const said = faults.length === 0 ? undefined : { drafts: byRow(this.#worded(faults)), doubtful: doubtful(faults) }
    if (chunk.firstColumn === 0) this.#reading = newReading(chunk.firstRow)
    const asked = said ? chunk.rowCount : this.#firstAsked(chunk)
    const suspects = asked < chunk.rowCount ? kernel()?.suspects(chunk, asked, this.#program!) : undefined
    // Whoever asks for another part of the table has the kernel work on that.
    const kept = suspects?.slice()
    yield* this.#readRows(chunk, kept ? asked : chunk.rowCount, said)
    if (kept) yield* this.#readSuspects(chunk, kept)
  }

  /** The first row of a chunk from which on the kernel is asked at which to look; their number when it is not. */
  #firstAsked({ firstRow, rowCount, firstColumn, rowEnded }: Chunk): number {
    if (!this.#program || firstColumn > 0 || !rowEnded) return rowCount
    // The kernel does not know which rows are the first ones.
    const firsts = (this.#wanted & rowKinds.first) !== 0 ? FIRST_ROWS : 0
    let asked = this.#run.dataset.table.firstDataRow + firsts - firstRow
    for (const row of this.#placed.keys())
      if (row !== undefined && row < firstRow + rowCount) asked = Math.max(asked, row + 1 - firstRow)
    return Math.min(rowCount, Math.max(0, asked))
  }

  /** Looks at each row up to that one. `said`: what is said of rows already. */
  *#readRows(chunk: Chunk, to: number, said: Said | undefined): Generator<readonly Draft[]> {
    const { table } = this.#run.dataset
    const { firstRow, rowCount, rowEnded } = chunk
    const reading = this.#reading
    for (let i = 0; i < to; i++) {
      const row = firstRow + i
      const isData = table.isDataIn(chunk, i)
      if (isData) {
        this.#readCells(chunk, i, reading)
        this.#measure(chunk, i, reading)
      } else reading.width += chunk.rowCells[i + 1]! - chunk.rowCells[i]!
      if (i === rowCount - 1 && !rowEnded) break
      if (this.#placed.size > 0) reading.drafts.push(...(this.#placed.get(row) ?? []))
      if (said) reading.drafts.push(...(said.drafts.get(row) ?? []))
      if (isData) this.#checkRow(reading, chunk, i)
      const doubt = said?.doubtful.get(row)
      if (doubt)
        reading.drafts = reading.drafts.map(draft => (explains(draft, doubt) ? draft : { ...draft, isDoubtful: true }))
      if (reading.drafts.length > 0) yield this.#taken(reading)
      begin(reading, row + 1)
    }
  }

  /** Reads the rows that the kernel told, and of their cells those that it told. */
  *#readSuspects(chunk: Chunk, suspects: Uint32Array): Generator<readonly Draft[]> {
    const reading = this.#reading
    for (let at = 0; at < suspects.length; ) {
      const index = suspects[at]!
      const kinds = suspects[at + 1]! & 0xff
      const cells = at + 2
      at = cells + (suspects[at + 1]! >>> 8)
      begin(reading, chunk.firstRow + index)
      const first = chunk.rowCells[index]!
      for (let i = cells; i < at; i++) this.#cells.readTold(chunk, suspects[i]!, reading, suspects[i]! - first)
      if ((kinds & this.#wanted) !== 0 || areApart(reading.drafts)) {
        this.#measure(chunk, index, reading)
        this.#checkRow(reading, chunk, index)
      }
      if (reading.drafts.length > 0) yield this.#taken(reading)
    }
    begin(reading, chunk.firstRow + chunk.rowCount)
  }

  /** The findings of a row in the order of its columns. */
  #taken(reading: Reading): Draft[] {
    const { drafts } = reading
    reading.drafts = []
    return areInOrder(drafts) ? drafts : drafts.toSorted((a, b) => placeIn(a) - placeIn(b))
  }

  /** Asks the tests about the cells of a row that any of them concerns. */
  #readCells(chunk: Chunk, index: number, reading: Reading): void {
    const from = chunk.rowCells[index]!
    const end = Math.min(chunk.rowCells[index + 1]!, from + this.#plans.length - reading.width)
    for (let cell = from; cell < end; cell++) {
      const column = reading.width + cell - from
      const plan = this.#plans[column]!
      const mask = signatureAt(chunk, cell)
      const isConcerned =
        mask > 0xffff
          ? (mask & plan.concerns) !== 0 || plan.concerns === -1
          : plan.missing.length > 0 || !plan.emptyIsMissing
      if (isConcerned) this.#cells.read(chunk, cell, reading, column)
    }
  }

  /** Takes down what tells which kinds of row it is. */
  #measure(chunk: Chunk, index: number, reading: Reading): void {
    const { usual, sure, isUsuallyFilled, label } = this.#shape
    const before = reading.width
    const from = chunk.rowCells[index]!
    const to = chunk.rowCells[index + 1]!
    let rowMask = reading.mask
    for (let cell = from; cell < to; cell++) {
      const column = before + cell - from
      const mask = signatureAt(chunk, cell)
      rowMask |= mask
      if ((mask & readable) !== 0) reading.legible++
      if (column >= sure.length) continue
      const unsure = mask & content & ~sure[column]!
      if (unsure !== 0) {
        reading.rare++
        reading.rareColumns |= columnBit(column)
        if ((unsure & ~usual[column]!) !== 0) reading.odd++
      }
      if (mask > 0xffff && isUsuallyFilled[column]) reading.filled++
    }
    reading.mask = rowMask
    reading.width += to - from
    if (before > 0) return
    if (label) reading.isHeader = beginsWith(chunk, from + label.column, to, label.bytes)
    if (this.#seeksTotals) reading.isTotal = namesTotal(chunk, from, Math.min(to, from + FIRST_CELLS))
  }

  #checkRow(reading: Reading, chunk: Chunk, index: number): void {
    const kinds = this.#kindsOf(reading)
    if ((kinds & this.#wanted) === 0) return
    const isWhole = index > 0 || chunk.firstColumn === 0
    let row: Row | undefined
    for (const { rule, wanted, check } of this.#rowTests) {
      if ((kinds & wanted) === 0) continue
      if (rule.around) {
        if (index < rule.around) this.looksBefore = true
        if (index + rule.around >= chunk.rowCount) this.looksAfter = true
      }
      row ??= new RowView(this.#run, reading, isWhole ? { chunk, index } : undefined)
      const shown = row
      const found = this.#run.safely(rule, () => check(shown))
      if (found === unchecked) {
        countUnchecked(this.#run, WHOLE_ROWS)
        continue
      }
      for (const { column, facts, reads, at } of found === undefined ? [] : [found].flat()) {
        if (isOff(this.#run.asked, rule.id, column)) continue
        const { row: number } = reading
        const place =
          at === undefined
            ? {}
            : partOf(this.#run.dataset, { row: number }, shown.written, at, this.#run.dataset.table.rowSpan(number))
        reading.drafts.push({
          rule,
          row: number,
          ...(column !== undefined && { column }),
          ...(reads && { reads }),
          facts,
          ...place,
        })
      }
    }
  }

  /** What kinds of row it is, as a bit mask. */
  #kindsOf({ row, width, mask, odd, rare, rareColumns, filled, isHeader, isTotal, drafts }: Reading): number {
    const { columnCount, firstDataRow } = this.#run.dataset.table
    let kinds = ANY
    if (width !== columnCount) kinds |= rowKinds.ragged | rowKinds.suspect
    else if (odd > 1 || areApart(drafts)) kinds |= rowKinds.suspect
    if (rare > 1 && (this.#wanted & rowKinds.suspect) !== 0) this.habitual |= rareColumns
    if ((mask & content) === 0) kinds |= rowKinds.blank
    else if (isSparse(filled, this.#shape.filledCount)) kinds |= rowKinds.sparse
    if (isHeader) kinds |= rowKinds.header
    if (isTotal) kinds |= rowKinds.total
    if (row < firstDataRow + FIRST_ROWS) kinds |= rowKinds.first
    return kinds
  }
}

/** Bits of what can surely be read: what is not ASCII may be a space. */
const readable = content & ~signature.nonAscii

/** Whether findings are in several columns. */
function areApart(drafts: readonly Draft[]): boolean {
  for (let i = 1; i < drafts.length; i++) if (drafts[i]!.column !== drafts[0]!.column) return true
  return false
}

/** What is said of the row as a whole stands before what is said of its cells. */
function placeIn({ column }: Draft): number {
  return column ?? -1
}

function areInOrder(drafts: readonly Draft[]): boolean {
  for (let i = 1; i < drafts.length; i++) if (placeIn(drafts[i]!) < placeIn(drafts[i - 1]!)) return false
  return true
}

function newReading(row: number): Reading {
  return {
    row,
    width: 0,
    mask: 0,
    legible: 0,
    odd: 0,
    rare: 0,
    rareColumns: 0,
    filled: 0,
    isHeader: false,
    isTotal: false,
    drafts: [],
  }
}

function begin(reading: Reading, row: number): void {
  reading.row = row
  reading.width = 0
  reading.mask = 0
  reading.legible = 0
  reading.odd = 0
  reading.rare = 0
  reading.rareColumns = 0
  reading.filled = 0
  reading.isHeader = false
  reading.isTotal = false
}

function doubtful(faults: readonly Fault[]): ReadonlyMap<number | undefined, FaultKind> {
  const rows = new Map<number | undefined, FaultKind>()
  for (const fault of faults) {
    if (fault.kind === 'json-flaw' && fault.flaw.isDoubtful) rows.set(fault.row, fault.kind)
    if ((fault.kind === 'stray-quote' || fault.kind === 'unclosed-quote') && fault.isDoubtful)
      rows.set(fault.row, fault.kind)
  }
  return rows
}

/** Whether a finding says what the fault comes from: then nothing is open. */
function explains({ rule }: Draft, fault: FaultKind): boolean {
  return rule.insteadOf?.includes(fault) ?? false
}

function byRow(drafts: readonly Draft[]): ReadonlyMap<number | undefined, readonly Draft[]> {
  const rows = new Map<number | undefined, Draft[]>()
  for (const draft of drafts) {
    putIn(rows, draft.row, draft)
  }
  return rows
}
