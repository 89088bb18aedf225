import type { Draft, Run } from './draft'
import type { Chunk } from './model/chunk'
import type { Fault } from './model/fault'
import { signature } from './model/signature'
import { type ColumnPlan, columnPlans } from './plan'
import { type Row, type RowRule, type Rule, unchecked } from './rules/rule'

/** Signature bits of a cell in which there is something to read. */
const CONTENT =
  ~(signature.space | signature.edgeSpace | signature.control | signature.quoted | signature.escaped) & 0xffff

/** A row while it is read, which may take several chunks. */
interface Reading {
  readonly row: number
  width: number
  /** Union of the signatures of its cells. */
  mask: number
  /** Cells that hold something their column does not usually hold. */
  odd: number
  readonly drafts: Draft[]
}

/**
 * The findings of each row that has some, row by row in the order of the file.
 * `placed`: findings known before the rows were read; `worded` says the faults that reading them brings up.
 */
export function* rowFindings(
  run: Run,
  rules: readonly Rule[],
  placed: readonly Draft[],
  worded: (faults: readonly Fault[]) => readonly Draft[],
): Generator<readonly Draft[]> {
  const { table, described } = run.dataset
  const plans = columnPlans(run, rules, described.columns)
  const usual = described.columns.map(column => column.usual)
  const rowTests = rules.filter(rule => rule.scope === 'row').flatMap(rule => rowTest(run, rule) ?? [])
  const waiting = byRow(placed)
  let reading: Reading | undefined

  for (const chunk of table.chunks()) {
    const end = chunk.firstRow + chunk.rowCount
    const faults = byRow(worded(table.quoteFaults(chunk.firstRow, end)))
    for (let i = 0; i < chunk.rowCount; i++) {
      const row = chunk.firstRow + i
      const isLast = i === chunk.rowCount - 1
      reading ??= { row, width: 0, mask: 0, odd: 0, drafts: [...(waiting.get(row) ?? [])] }
      if (table.isData(row)) readCells(run, chunk, i, plans, usual, reading)
      else reading.width += chunk.rowCells[i + 1]! - chunk.rowCells[i]!
      if (isLast && !chunk.rowEnded) break
      const done: Reading = reading
      reading = undefined
      for (const draft of faults.get(row) ?? []) done.drafts.push(draft)
      if (table.isData(row)) checkRow(run, rowTests, done)
      if (done.drafts.length > 0) yield done.drafts.toSorted((a, b) => (a.column ?? -1) - (b.column ?? -1))
    }
  }
}

function readCells(
  run: Run,
  chunk: Chunk,
  index: number,
  plans: readonly ColumnPlan[],
  usual: readonly number[],
  reading: Reading,
): void {
  const from = chunk.rowCells[index]!
  const to = chunk.rowCells[index + 1]!
  for (let cell = from; cell < to; cell++) {
    const mask = chunk.signatures[cell]!
    const column = reading.width + cell - from
    reading.mask |= mask
    const plan = plans[column]
    if (plan === undefined) continue
    if ((mask & CONTENT & ~usual[column]!) !== 0) reading.odd++
    if (mask >>> 16 === 0 ? plan.missing.length > 0 : (mask & plan.concerns & 0xffff) !== 0 || plan.concerns === -1)
      readCell(run, chunk, cell, plan, reading, column)
  }
  reading.width += to - from
}

function readCell(run: Run, chunk: Chunk, cell: number, plan: ColumnPlan, reading: Reading, column: number): void {
  const mask = chunk.signatures[cell]!
  const { bytes } = chunk
  const inset = mask & signature.quoted ? 1 : 0
  const from = chunk.cellStart[cell]! + inset
  const to = chunk.cellEnd[cell]! - inset
  let text: string | undefined
  let isMissing = mask >>> 16 === 0 && plan.emptyIsMissing
  if (!isMissing && plan.missingValues.size > 0) {
    text = run.dataset.table.textAt(chunk, cell)
    isMissing = plan.missingValues.has(text)
  }
  for (const { rule, concerns, accept, test } of isMissing ? plan.missing : plan.tests) {
    if (concerns !== -1 && (mask & concerns) === 0) continue
    if (accept && !(mask & signature.escaped) && accept(bytes, from, to)) continue
    text ??= run.dataset.table.textAt(chunk, cell)
    const value = text
    const facts = run.safely(rule, () => test(value))
    if (facts === unchecked) run.unchecked.set(column, (run.unchecked.get(column) ?? 0) + 1)
    else if (facts !== undefined) {
      const span = { start: chunk.start + chunk.cellStart[cell]!, end: chunk.start + chunk.cellEnd[cell]! }
      reading.drafts.push({ rule, row: reading.row, column, facts, span, value })
    }
  }
}

interface RowTest {
  readonly rule: RowRule
  readonly check: NonNullable<ReturnType<RowRule['check']>>
}

function rowTest(run: Run, rule: RowRule): RowTest | undefined {
  const check = run.safely(rule, () => rule.check(run.dataset.described))
  return check && { rule, check }
}

function checkRow(run: Run, rowTests: readonly RowTest[], reading: Reading): void {
  const { table } = run.dataset
  const isRagged = reading.width !== table.columnCount
  const isBlank = (reading.mask & CONTENT) === 0
  const isSuspect = isRagged || reading.odd > 1 || cellsAtFault(reading) > 1
  let row: Row | undefined
  for (const { rule, check } of rowTests) {
    if (rule.when === 'ragged' ? !isRagged : rule.when === 'blank' ? !isBlank : rule.when === 'suspect' && !isSuspect)
      continue
    row ??= rowOf(run, reading)
    const { index } = row
    const shown = row
    const found = run.safely(rule, () => check(shown))
    if (found)
      reading.drafts.push({
        rule,
        row: index,
        ...(found.column === undefined ? {} : { column: found.column }),
        facts: found.facts,
      })
  }
}

function cellsAtFault(reading: Reading): number {
  return new Set(reading.drafts.map(draft => draft.column)).size
}

function rowOf(run: Run, { row, width }: Reading): Row {
  let cells: string[] | undefined
  return {
    index: row,
    width,
    get cells() {
      cells ??= Array.from(
        { length: Math.min(width, 2 * run.dataset.described.columns.length) },
        (_, column) => run.dataset.table.text(row, column) ?? '',
      )
      return cells
    },
  }
}

function byRow(drafts: readonly Draft[]): ReadonlyMap<number | undefined, readonly Draft[]> {
  const rows = new Map<number | undefined, Draft[]>()
  for (const draft of drafts) {
    const known = rows.get(draft.row)
    if (known) known.push(draft)
    else rows.set(draft.row, [draft])
  }
  return rows
}
