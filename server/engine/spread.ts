import { type CellMemo, Memos } from './cell-memo'
import type { Draft, Run } from './draft'
import { kernel, type NumberQuestion } from './kernel/kernel'
import { isOff } from './loudness'
import { type Accept, comparing } from './model/accept'
import { type Chunk, contentEnd, contentStart, signatureAt } from './model/chunk'
import { type Distribution, UNTOLD } from './model/distribution'
import { putIn } from './model/put-in'
import { type NumberReading, numberReading } from './model/measure'
import { isNested, signature } from './model/signature'
import type { Column } from './model/table'
import { columnPlan, type ColumnPlan, isLeftOut, type Test } from './plan'
import type { Beyond, NumberRule, NumberVerdict, Rule } from './rules/rule'

/** A number rule at work on one column. */
export interface Judging {
  readonly rule: NumberRule
  readonly column: Column
  readonly judge: (numbers: Distribution) => NumberVerdict<unknown> | undefined
}

/** Asks each number rule whether it concerns a column. */
export function judgings(run: Run, rules: readonly Rule[], columns: readonly Column[]): readonly Judging[] {
  return rules.flatMap(rule => {
    if (rule.scope !== 'numbers') return []
    return columns.flatMap(column => {
      if (isOff(run.asked, rule.id, column.index)) return []
      const judge = run.safely(rule, () => rule.check(column))
      return judge ? [{ rule, column, judge }] : []
    })
  })
}

/** A column whose numbers are read, for all the rules that judge them. */
interface NumberColumn {
  readonly index: number
  readonly reading: NumberReading
  readonly plan: ColumnPlan
  readonly memo: CellMemo<number>
}

/** Reads the numbers of the columns that number rules judge. */
export class NumberReader {
  readonly columns: readonly NumberColumn[]
  readonly #places: ReadonlyMap<number, number>
  readonly #run: Run

  constructor(run: Run, judged: readonly Judging[]) {
    this.#run = run
    const memos = new Memos()
    this.columns = [...new Set(judged.map(({ column }) => column))].map(column => ({
      index: column.index,
      reading: numberReading(column),
      plan: columnPlan(column, []),
      memo: memos.of(),
    }))
    this.#places = new Map(this.columns.map(({ index }, place) => [index, place]))
  }

  /** The place of the column of a rule among them. */
  placeOf({ column }: Judging): number {
    return this.#places.get(column.index)!
  }

  /** Tells the number of each cell with a value in the columns, which are told by their place among them; NaN for what is none. */
  each(chunk: Chunk, told: (place: number, number: number) => void): void {
    const first = this.#firstOf(chunk)
    for (const [place, column] of this.columns.entries()) {
      const question = this.#question(chunk, column)
      const numbers = question && kernel()?.numbers(chunk, first, question)
      for (let i = first; i < chunk.rowCount; i++) {
        const read = numbers?.[i - first]
        const number = read === read && read !== undefined ? read : this.#numberAt(chunk, i, column)
        if (number !== undefined) told(place, number)
      }
    }
  }

  /** Adds the same to the distributions of the columns, by their place. */
  addTo(all: readonly Distribution[], chunk: Chunk): void {
    const first = this.#firstOf(chunk)
    for (const [place, column] of this.columns.entries()) {
      const question = this.#question(chunk, column)
      const read = question && kernel()?.stretches(chunk, first, question)
      if (read) all[place]!.addStretches(read)
      for (let i = first; i < chunk.rowCount; i++) {
        if (read && read.stretches[i - first] !== UNTOLD) continue
        const number = this.#numberAt(chunk, i, column)
        if (number !== undefined) all[place]!.add(number, 1)
      }
    }
  }

  /** The first row of a chunk that is data. */
  #firstOf({ rowCount, firstRow }: Chunk): number {
    return Math.min(rowCount, Math.max(0, this.#run.dataset.table.firstDataRow - firstRow))
  }

  /** What the kernel is asked about a column; undefined where it cannot tell. */
  #question(chunk: Chunk, { index, plan, reading }: NumberColumn): NumberQuestion | undefined {
    const { isPlain, hasComments } = this.#run.dataset.table
    const { form } = reading.at
    if (isPlain || hasComments || chunk.firstColumn > 0 || form?.is !== 'number') return undefined
    return plan.missingValues.size === 0 ? { column: index, mark: form.mark } : undefined
  }

  /** Undefined for a row that has no value there. */
  #numberAt(chunk: Chunk, row: number, column: NumberColumn): number | undefined {
    const { rowCells, firstColumn } = chunk
    const cell = rowCells[row]! + column.index - (row === 0 ? firstColumn : 0)
    if (cell < rowCells[row]! || cell >= rowCells[row + 1]! || !this.#run.dataset.table.isDataIn(chunk, row))
      return undefined
    return this.#numberOf(chunk, cell, column)
  }

  /** Undefined for a cell without a value. */
  #numberOf(chunk: Chunk, cell: number, { plan, reading, memo }: NumberColumn): number | undefined {
    const mask = signatureAt(chunk, cell)
    if (mask <= 0xffff) return isLeftOut(plan, mask) ? undefined : Number.NaN
    if (isNested(mask)) return Number.NaN
    const from = contentStart(chunk, cell, mask)
    const to = contentEnd(chunk, cell, mask)
    const isPlain = (mask & signature.escaped) === 0
    if (isPlain && plan.missingValues.size === 0) {
      const number = reading.at(chunk.bytes, from, to)
      if (!Number.isNaN(number)) return number
      const known = memo.of(chunk.bytes, from, to)
      if (known !== undefined) return known
    }
    const text = this.#run.dataset.table.textAt(chunk, cell)
    if (plan.missingValues.has(text)) return undefined
    const number = reading.of(text)
    if (isPlain && plan.missingValues.size === 0) memo.keep(chunk.bytes, from, to, number)
    return number
  }
}

/** What a rule makes of the numbers of its column. */
export function numberVerdict(run: Run, { rule, judge }: Judging, numbers: Distribution): NumberVerdict<unknown> {
  return run.safely(rule, () => judge(numbers)) ?? innocent
}

const innocent: NumberVerdict<unknown> = {}

/** What is said of columns as a whole, at their labels. */
export function columnDrafts(
  run: Run,
  judged: readonly { readonly rule: Rule; readonly column: Column }[],
  ofColumns: readonly unknown[],
): Draft[] {
  const row = run.dataset.table.headerRow
  return judged.flatMap(({ rule, column: { index, label } }, i) => {
    const facts = ofColumns[i]
    if (facts === undefined) return []
    return [{ rule, ...(row !== undefined && { row }), column: index, facts, value: label }]
  })
}

/** The verdicts as tests of the cells, by column; none where no number is at fault. */
export function numberTests(
  judged: readonly Judging[],
  verdicts: readonly NumberVerdict<unknown>[],
): ReadonlyMap<number, readonly Test[]> {
  const tests = new Map<number, Test[]>()
  for (const [i, { rule, column }] of judged.entries()) {
    const { ofCells = [] } = verdicts[i] ?? innocent
    if (ofCells.length === 0) continue
    const reading = numberReading(column)
    const test: Test = {
      rule,
      concerns: signature.digit,
      accept: outside(ofCells, reading),
      readsNested: false,
      test: text => factsOf(ofCells, text, reading.of(text)),
    }
    putIn(tests, column.index, test)
  }
  return tests
}

/** What is told of a number; undefined when it lies in none of the stretches. */
export function factsOf(ofCells: readonly Beyond<unknown>[], text: string, number: number): unknown {
  return ofCells.find(({ from, to }) => number >= from && number <= to)?.facts(text, number)
}

function outside(ofCells: readonly Beyond<unknown>[], { at }: NumberReading): Accept {
  const least = Math.min(...ofCells.map(({ from }) => from))
  const greatest = Math.max(...ofCells.map(({ to }) => to))
  if (greatest === Number.POSITIVE_INFINITY && ofCells.length === 1) return comparing(at, '<', least)
  if (least === Number.NEGATIVE_INFINITY && ofCells.length === 1) return comparing(at, '>', greatest)
  return (bytes, from, to) => {
    const number = at(bytes, from, to)
    return !Number.isNaN(number) && ofCells.every(one => number < one.from || number > one.to)
  }
}
