import { CellReader, partOf } from './cell-reader'
import type { Checkup } from './checkup'
import { countUnchecked, type Draft, type Run, WHOLE_ROWS } from './draft'
import { isOff } from './loudness'
import { type Chunk, signatureAt } from './model/chunk'
import type { Fault, FaultKind } from './model/fault'
import { kernel } from './kernel/kernel'
import { putIn } from './model/put-in'
import type { ColumnPlan } from './plan'
import { Asking, programFor } from './row-program'
import { RowReading } from './row-reading'
import { FIRST_ROWS, rowKinds, type RowShape } from './row-shape'
import { type RowTest, rowTest, RowView } from './row-tests'
import { type Row, unchecked } from './rules/rule'

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
  /** What the kernel is asked, to find the rows at which to look. */
  readonly #asking: Asking
  #reading = new RowReading(0)
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
    this.#asking = new Asking(run, () => programFor(run, plans, shape, this.#wanted))
  }

  /** What the kernel is asked about each chunk. */
  get program(): Uint8Array | undefined {
    return this.#asking.program?.bytes
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
    if (chunk.firstColumn === 0) this.#reading = new RowReading(chunk.firstRow)
    const program = said ? undefined : this.#asking.program
    const asked = program ? this.#firstAsked(chunk) : chunk.rowCount
    const suspects = program && asked < chunk.rowCount ? kernel()?.suspects(chunk, asked, program) : undefined
    // Whoever asks for another part of the table has the kernel work on that.
    const kept = suspects?.slice()
    yield* this.#readRows(chunk, kept ? asked : chunk.rowCount, said)
    if (kept) yield* this.#readSuspects(chunk, kept)
  }

  /** The first row of a chunk from which on the kernel is asked at which to look; their number when it is not. */
  #firstAsked({ firstRow, rowCount, firstColumn, rowEnded }: Chunk): number {
    if (firstColumn > 0 || !rowEnded) return rowCount
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
        reading.measure(chunk, i, this.#shape, this.#seeksTotals)
      } else reading.width += chunk.rowCells[i + 1]! - chunk.rowCells[i]!
      if (i === rowCount - 1 && !rowEnded) break
      if (this.#placed.size > 0) reading.drafts.push(...(this.#placed.get(row) ?? []))
      if (said) reading.drafts.push(...(said.drafts.get(row) ?? []))
      if (isData) this.#checkRow(reading, chunk, i)
      const doubt = said?.doubtful.get(row)
      if (doubt)
        reading.drafts = reading.drafts.map(draft => (explains(draft, doubt) ? draft : { ...draft, isDoubtful: true }))
      if (reading.drafts.length > 0) yield reading.taken()
      reading.begin(row + 1)
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
      reading.begin(chunk.firstRow + index)
      const first = chunk.rowCells[index]!
      for (let i = cells; i < at; i++) this.#cells.readTold(chunk, suspects[i]!, reading, suspects[i]! - first)
      if ((kinds & this.#wanted) !== 0 || reading.isFoundApart) {
        reading.measure(chunk, index, this.#shape, this.#seeksTotals)
        this.#checkRow(reading, chunk, index)
      }
      if (reading.drafts.length > 0) yield reading.taken()
    }
    reading.begin(chunk.firstRow + chunk.rowCount)
  }

  /** Asks the tests about the cells of a row that any of them concerns. */
  #readCells(chunk: Chunk, index: number, reading: RowReading): void {
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

  #checkRow(reading: RowReading, chunk: Chunk, index: number): void {
    const kinds = reading.kinds(this.#run.dataset.table, this.#shape)
    if ((this.#wanted & rowKinds.suspect) !== 0) this.habitual |= reading.habitual
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
