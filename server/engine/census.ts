import { CellMemo } from './cell-memo'
import type { Run } from './draft'
import { type Chunk, contentEnd, contentStart } from './model/chunk'
import { isNested, signature } from './model/signature'
import { columnPlan, type ColumnPlan, type Counting, isLeftOut, type Test } from './plan'

/** Kinds of cells beyond which a column is said to have no kinds. */
const MOST = 1_000

/** How many cells there are of each kind. */
export type Counts = ReadonlyMap<string, number>

/** What a cell counts as for each counting of its column. */
type Kinds = readonly (string | undefined)[]

/** A column that is counted, and how its cells are read. */
interface CountedColumn {
  readonly index: number
  readonly plan: ColumnPlan
  /** Numbers of the countings that read it. */
  readonly countings: readonly number[]
  /** Union of what they concern. */
  readonly concerns: number
  readonly readsMissing: boolean
  /** True for bytes that count for none of them. */
  readonly accept: Test['accept']
  readonly memo: CellMemo<Kinds>
}

const none: Kinds = []

/** Counts the cells of columns by kind, for the column rules. */
export class Census {
  readonly #run: Run
  readonly #countings: readonly Counting[]
  readonly #columns: readonly CountedColumn[]

  constructor(run: Run, countings: readonly Counting[]) {
    this.#run = run
    this.#countings = countings
    const columns = new Set(countings.map(({ column }) => column))
    this.#columns = [...columns].map(column => {
      const numbers = countings.flatMap((counting, i) => (counting.column === column ? [i] : []))
      const rules = numbers.map(number => countings[number]!.rule)
      const accepts = numbers.map(number => countings[number]!.census.accept)
      return {
        index: column.index,
        plan: columnPlan(column, []),
        countings: numbers,
        concerns: rules.reduce((mask, rule) => mask | (rule.concerns ?? -1), 0),
        readsMissing: rules.some(rule => rule.missing),
        accept: accepts.includes(undefined)
          ? undefined
          : (bytes, from, to) => accepts.every(accept => accept!(bytes, from, to)),
        memo: new CellMemo(),
      }
    })
  }

  /** How many cells of a chunk are of each kind; parallel to the countings. */
  of(chunk: Chunk): Map<string, number>[] {
    const counts = this.#countings.map(() => new Map<string, number>())
    this.#each(
      chunk,
      () => true,
      (number, kind) => counts[number]!.set(kind, (counts[number]!.get(kind) ?? 0) + 1),
    )
    return counts
  }

  /** Adds the cells of a chunk to counts that are parallel to the countings; one with too many kinds becomes undefined. */
  addTo(counts: (Map<string, number> | undefined)[], chunk: Chunk): void {
    const isOpen = (number: number) => counts[number] !== undefined
    this.#each(chunk, isOpen, (number, kind) => {
      const count = counts[number]
      if (!count) return
      count.set(kind, (count.get(kind) ?? 0) + 1)
      if (count.size > mostKinds(this.#countings[number]!)) counts[number] = undefined
    })
  }

  /** Tells the kind of each cell that has one, with the number of the counting that gives it. */
  #each(chunk: Chunk, isOpen: (number: number) => boolean, told: (number: number, kind: string) => void): void {
    const { table } = this.#run.dataset
    for (const column of this.#columns) {
      const { index, countings } = column
      if (!countings.some(isOpen)) continue
      for (let i = 0; i < chunk.rowCount; i++) {
        const cell = chunk.rowCells[i]! + index - (i === 0 ? chunk.firstColumn : 0)
        if (cell < chunk.rowCells[i]! || cell >= chunk.rowCells[i + 1]! || !table.isDataIn(chunk, i)) continue
        const kinds = this.#kindsOf(chunk, cell, column)
        for (let j = 0; j < kinds.length; j++) {
          const kind = kinds[j]
          if (kind !== undefined) told(countings[j]!, kind)
        }
      }
    }
  }

  /** What a cell counts as, parallel to the countings of its column. */
  #kindsOf(chunk: Chunk, cell: number, column: CountedColumn): Kinds {
    const { plan, countings, memo } = column
    const mask = chunk.signatures[cell]!
    const isAbsent = isLeftOut(plan, mask)
    if (isAbsent && !column.readsMissing) return none
    // Of an empty cell there are no signs.
    const isEmpty = mask <= 0xffff
    if (!isEmpty && ((mask & column.concerns) === 0 || isNested(mask))) return none
    const from = contentStart(chunk, cell, mask)
    const to = contentEnd(chunk, cell, mask)
    const isPlain = !(mask & signature.escaped)
    if (isPlain && column.accept?.(chunk.bytes, from, to)) return none
    const known = isPlain ? memo.of(chunk.bytes, from, to) : undefined
    if (known) return known
    const text = this.#run.dataset.table.textAt(chunk, cell)
    const isMissing = isAbsent || plan.missingValues.has(text)
    const kinds = countings.map(number => {
      const { rule, census } = this.#countings[number]!
      if ((isMissing && !rule.missing) || (!isEmpty && (mask & (rule.concerns ?? -1)) === 0)) return undefined
      return this.#run.safely(rule, () => census.kindOf(text))
    })
    if (isPlain) memo.keep(chunk.bytes, from, to, kinds)
    return kinds
  }
}

/** The kinds of a column that are at fault, each with the facts of its cells. */
export type Verdict = ReturnType<Counting['census']['judge']>

const innocent: Verdict = new Map()

/** What a column rule makes of the counts of its column. */
export function verdictOf(run: Run, counting: Counting, counts: Counts | undefined): Verdict {
  if (!counts || counts.size > mostKinds(counting)) return innocent
  return run.safely(counting.rule, () => counting.census.judge(counts)) ?? innocent
}

/** What a column rule says of its column as a whole. */
export function columnFacts(run: Run, counting: Counting, counts: Counts | undefined): unknown {
  const { rule, census } = counting
  if (!census.ofColumn || !counts || counts.size > mostKinds(counting)) return undefined
  return run.safely(rule, () => census.ofColumn!(counts))
}

/** The tests of two readings, by column. */
export function allTests(
  some: ReadonlyMap<number, readonly Test[]>,
  others: ReadonlyMap<number, readonly Test[]>,
): ReadonlyMap<number, readonly Test[]> {
  const all = new Map(some)
  for (const [column, tests] of others) all.set(column, [...(all.get(column) ?? []), ...tests])
  return all
}

/** The verdicts as tests of the cells, by column; none where nothing is at fault. */
export function verdictTests(
  countings: readonly Counting[],
  verdicts: readonly Verdict[],
): ReadonlyMap<number, readonly Test[]> {
  const tests = new Map<number, Test[]>()
  for (const [number, { rule, column, census }] of countings.entries()) {
    if (verdicts[number]!.size === 0) continue
    const test: Test = {
      rule,
      concerns: rule.concerns ?? -1,
      accept: census.accept,
      readsNested: false,
      test(text) {
        const kind = census.kindOf(text)
        // Looked up each time: the verdict of a text under edit changes.
        return kind === undefined ? undefined : verdicts[number]!.get(kind)?.(text)
      },
    }
    const known = tests.get(column.index)
    if (known) known.push(test)
    else tests.set(column.index, [test])
  }
  return tests
}

function mostKinds({ census }: Counting): number {
  return census.most ?? MOST
}
