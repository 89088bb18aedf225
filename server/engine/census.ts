import type { Run } from './draft'
import type { Chunk } from './model/chunk'
import { signature } from './model/signature'
import { columnPlan, type ColumnPlan, type Counting, type Test } from './plan'

/** Kinds of cells beyond which a column is said to have no kinds. */
const MOST = 1_000

/** How many cells there are of each kind. */
export type Counts = ReadonlyMap<string, number>

/** Counts the cells of columns by kind, for the column rules. */
export class Census {
  readonly #run: Run
  readonly #countings: readonly Counting[]
  /** By column: how its cells are read, and the numbers of the countings that read them. */
  readonly #columns: readonly { readonly index: number; readonly plan: ColumnPlan; readonly countings: number[] }[]

  constructor(run: Run, countings: readonly Counting[]) {
    this.#run = run
    this.#countings = countings
    const columns = new Set(countings.map(({ column }) => column))
    this.#columns = [...columns].map(column => ({
      index: column.index,
      plan: columnPlan(column, []),
      countings: countings.flatMap((counting, i) => (counting.column === column ? [i] : [])),
    }))
  }

  /** How many cells of a chunk are of each kind; parallel to the countings. */
  of(chunk: Chunk): Map<string, number>[] {
    const counts = this.#countings.map(() => new Map<string, number>())
    this.addTo(counts, chunk)
    return counts
  }

  /** Adds the cells of a chunk to counts that are parallel to the countings; one with too many kinds becomes undefined. */
  addTo(counts: (Map<string, number> | undefined)[], chunk: Chunk): void {
    const { table } = this.#run.dataset
    for (const { index, plan, countings } of this.#columns) {
      if (countings.every(number => counts[number] === undefined)) continue
      for (let i = 0; i < chunk.rowCount; i++) {
        const cell = chunk.rowCells[i]! + index - (i === 0 ? chunk.firstColumn : 0)
        if (cell < chunk.rowCells[i]! || cell >= chunk.rowCells[i + 1]! || !table.isDataIn(chunk, i)) continue
        const mask = chunk.signatures[cell]!
        let text: string | undefined
        let isMissing = mask <= 0xffff && plan.emptyIsMissing
        if (!isMissing && plan.missingValues.size > 0) {
          text = table.textAt(chunk, cell)
          isMissing = plan.missingValues.has(text)
        }
        for (const number of countings) {
          const count = counts[number]
          const { rule, census } = this.#countings[number]!
          if (!count || (isMissing && !rule.missing)) continue
          if (rule.concerns !== undefined && (mask & rule.concerns) === 0) continue
          if (census.accept && isAccepted(census.accept, chunk, cell)) continue
          text ??= table.textAt(chunk, cell)
          const value = text
          const kind = this.#run.safely(rule, () => census.kindOf(value))
          if (kind === undefined) continue
          count.set(kind, (count.get(kind) ?? 0) + 1)
          if (count.size > mostKinds(this.#countings[number]!)) counts[number] = undefined
        }
      }
    }
  }
}

/** The kinds of a column that are at fault, each with the facts of its cells. */
export type Verdict = ReturnType<Counting['census']['judge']>

const none: Verdict = new Map()

/** What a column rule makes of the counts of its column. */
export function verdictOf(run: Run, counting: Counting, counts: Counts | undefined): Verdict {
  if (!counts || counts.size > mostKinds(counting)) return none
  return run.safely(counting.rule, () => counting.census.judge(counts)) ?? none
}

/** The verdicts as tests of the cells, by column. */
export function verdictTests(
  countings: readonly Counting[],
  verdictAt: (counting: number) => Verdict,
): ReadonlyMap<number, readonly Test[]> {
  const tests = new Map<number, Test[]>()
  for (const [number, { rule, column, census }] of countings.entries()) {
    const test: Test = {
      rule,
      concerns: rule.concerns ?? -1,
      accept: census.accept,
      test(text) {
        const verdict = verdictAt(number)
        const kind = verdict.size === 0 ? undefined : census.kindOf(text)
        return kind === undefined ? undefined : verdict.get(kind)?.(text)
      },
    }
    const known = tests.get(column.index)
    if (known) known.push(test)
    else tests.set(column.index, [test])
  }
  return tests
}

function isAccepted(accept: NonNullable<Test['accept']>, chunk: Chunk, cell: number): boolean {
  const mask = chunk.signatures[cell]!
  const inset = mask & signature.quoted ? 1 : 0
  return (
    !(mask & signature.escaped) && accept(chunk.bytes, chunk.cellStart[cell]! + inset, chunk.cellEnd[cell]! - inset)
  )
}

function mostKinds({ census }: Counting): number {
  return census.most ?? MOST
}
