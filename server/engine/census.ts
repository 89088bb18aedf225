import { type CellMemo, Memos } from './cell-memo'
import type { Run } from './draft'
import { kernel } from './kernel/kernel'
import type { AskedColumn } from './kernel/program'
import { type Chunk, contentEnd, contentStart, signatureAt } from './model/chunk'
import { putIn } from './model/put-in'
import { isNested, signature } from './model/signature'
import type { Column } from './model/table'
import { columnPlan, type ColumnPlan, type Counting, isLeftOut, type Test } from './plan'
import { Asking, programForCounting } from './row-program'

/** Kinds of cells beyond which a column is said to have no kinds. */
const MOST = 1_000

/** How many cells there are of each kind. */
export type Counts = ReadonlyMap<string, number>

/** Those of several countings that grow; undefined where there are too many kinds. */
type OpenCounts = (Map<string, number> | undefined)[]

/** A content of a column: what it counts as for each of its countings, and how many cells of the chunk at hand hold it. */
interface Content {
  readonly countings: readonly number[]
  readonly kinds: readonly (string | undefined)[]
  count: number
  /** Cells of all chunks that are added later. */
  later: number
}

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
  /** The same as the kernel is asked it. */
  readonly tests: AskedColumn['tests']
  readonly memo: CellMemo<Content>
  /** By the numbers that the kernel gives them; undefined for one that counts for nothing. */
  readonly numbered: (Content | undefined)[]
}

/** Counts so many more cells of a content, if that counts for something. */
type Meet = (content: Content | undefined, more: number) => void

/** Counts the cells of columns by kind, for the column rules. */
export class Census {
  readonly #run: Run
  readonly #countings: readonly Counting[]
  /** By the number of the column. */
  readonly #columns: ReadonlyMap<number, CountedColumn>
  /** By which the kernel finds the cells that may count, and counts those of one content. */
  readonly #asking: Asking
  /** What is added later: few contents come back in each of many chunks. */
  readonly #later: Content[] = []

  constructor(run: Run, countings: readonly Counting[]) {
    this.#run = run
    this.#countings = countings
    const numbers = new Map<Column, number[]>()
    for (const [number, { column }] of countings.entries()) {
      putIn(numbers, column, number)
    }
    const memos = new Memos()
    this.#columns = new Map(
      [...numbers].map(([column, own]) => [column.index, countedColumn(column, own, countings, memos)]),
    )
    this.#asking = new Asking(run, () => programForCounting(run, this.#columns))
  }

  /** How many cells of a chunk are of each kind; parallel to the countings. */
  of(chunk: Chunk): Map<string, number>[] {
    const counts = this.#countings.map(() => new Map<string, number>())
    this.#each(
      chunk,
      () => true,
      (number, kind, more) => counts[number]!.set(kind, (counts[number]!.get(kind) ?? 0) + more),
    )
    return counts
  }

  /**
   * Adds the cells of a chunk to counts that are parallel to the countings; one with too many kinds becomes undefined.
   * Each kind is there from the first of its cells on, but of a content that comes back `addLater` adds the others.
   */
  addTo(counts: OpenCounts, chunk: Chunk): void {
    const isOpen = (number: number) => counts[number] !== undefined
    const meetAgain = (content: Content | undefined, more: number) => {
      if (!content) return
      if (content.later === 0) this.#later.push(content)
      content.later += more
    }
    this.#each(chunk, isOpen, (number, kind, more) => this.#count(counts, number, kind, more), meetAgain)
  }

  /** To be called when all chunks were added. */
  addLater(counts: OpenCounts): void {
    for (const { countings, kinds, later } of this.#later)
      for (const [i, kind] of kinds.entries()) if (kind !== undefined) this.#count(counts, countings[i]!, kind, later)
  }

  #count(counts: OpenCounts, number: number, kind: string, more: number): void {
    const count = counts[number]
    if (!count) return
    count.set(kind, (count.get(kind) ?? 0) + more)
    if (count.size > mostKinds(this.#countings[number]!)) counts[number] = undefined
  }

  /**
   * Tells how many cells there are of a kind, with the number of the counting that gives it; the same may be told again.
   * `meetAgain`: is told instead of the cells whose content was told before, where the kernel knows that.
   */
  #each(
    chunk: Chunk,
    isOpen: (number: number) => boolean,
    told: (number: number, kind: string, more: number) => void,
    meetAgain?: Meet,
  ): void {
    const met: Content[] = []
    const meet = (content: Content | undefined, more: number) => {
      if (!content) return
      if (content.count === 0) met.push(content)
      content.count += more
    }
    const contents = this.#contents(chunk)
    if (contents) this.#eachContent(chunk, contents, isOpen, meet, meetAgain ?? meet)
    else
      for (const column of this.#columns.values())
        if (column.countings.some(isOpen)) this.#eachCell(chunk, column, meet)
    for (const content of met) {
      const { kinds, countings, count } = content
      content.count = 0
      for (let i = 0; i < kinds.length; i++) if (kinds[i] !== undefined) told(countings[i]!, kinds[i]!, count)
    }
  }

  /** What the kernel says of a chunk; undefined when each cell must be looked at. */
  #contents(chunk: Chunk): Uint32Array | undefined {
    const { program } = this.#asking
    if (!program || chunk.firstColumn > 0) return undefined
    const { firstDataRow } = this.#run.dataset.table
    const first = Math.min(chunk.rowCount, Math.max(0, firstDataRow - chunk.firstRow))
    return kernel()?.contents(chunk, first, program)
  }

  #eachContent(
    chunk: Chunk,
    contents: Uint32Array,
    isOpen: (number: number) => boolean,
    meet: Meet,
    meetAgain: Meet,
  ): void {
    for (let at = 0; at < contents.length; ) {
      const column = this.#columns.get(contents[at]!)!
      const isSought = column.countings.some(isOpen)
      const cells = at + 3 + 2 * contents[at + 1]!
      const end = cells + 2 * contents[at + 2]!
      for (at += 3; at < cells; at += 2) {
        const number = contents[at + 1]!
        if (number === 0 && !isSought) continue
        const content = this.#contentOf(chunk, contents[at]!, column)
        if (number > 0) column.numbered[number] = content
        meet(content, 1)
      }
      for (; at < end; at += 2) meetAgain(column.numbered[contents[at]!], contents[at + 1]!)
    }
  }

  #eachCell(chunk: Chunk, column: CountedColumn, meet: Meet): void {
    const { table } = this.#run.dataset
    for (let i = 0; i < chunk.rowCount; i++) {
      const cell = chunk.rowCells[i]! + column.index - (i === 0 ? chunk.firstColumn : 0)
      if (cell >= chunk.rowCells[i]! && cell < chunk.rowCells[i + 1]! && table.isDataIn(chunk, i))
        meet(this.#contentOf(chunk, cell, column), 1)
    }
  }

  /** Undefined for a cell that counts for nothing. */
  #contentOf(chunk: Chunk, cell: number, column: CountedColumn): Content | undefined {
    const { plan, memo } = column
    const mask = signatureAt(chunk, cell)
    if (isLeftOut(plan, mask) && !column.readsMissing) return undefined
    // Of an empty cell there are no signs.
    if (mask > 0xffff && ((mask & column.concerns) === 0 || isNested(mask))) return undefined
    const from = contentStart(chunk, cell, mask)
    const to = contentEnd(chunk, cell, mask)
    const isPlain = !(mask & signature.escaped)
    if (isPlain && column.accept?.(chunk.bytes, from, to)) return undefined
    const known = isPlain ? memo.of(chunk.bytes, from, to) : undefined
    if (known) return known
    const content = this.#contentOfText(chunk, cell, column)
    if (isPlain) memo.keep(chunk.bytes, from, to, content)
    return content
  }

  /** The same of one that is new: apart, because what its functions share is made for each cell that comes here. */
  #contentOfText(chunk: Chunk, cell: number, { plan, countings }: CountedColumn): Content {
    const mask = signatureAt(chunk, cell)
    const isEmpty = mask <= 0xffff
    const text = this.#run.dataset.table.textAt(chunk, cell)
    const isMissing = isLeftOut(plan, mask) || plan.missingValues.has(text)
    const kinds = countings.map(number => {
      const { rule, census } = this.#countings[number]!
      if ((isMissing && !rule.missing) || (!isEmpty && (mask & (rule.concerns ?? -1)) === 0)) return undefined
      return this.#run.safely(rule, () => census.kindOf(text))
    })
    return { countings, kinds, count: 0, later: 0 }
  }
}

/** `countings`: the numbers of its own among all. */
function countedColumn(
  column: Column,
  countings: readonly number[],
  all: readonly Counting[],
  memos: Memos,
): CountedColumn {
  const rules = countings.map(number => all[number]!.rule)
  const accepts = countings.map(number => all[number]!.census.accept)
  const tests = rules.map((rule, i) => ({ concerns: rule.concerns ?? -1, form: accepts[i]?.form?.() }))
  return {
    index: column.index,
    plan: columnPlan(column, []),
    countings,
    tests,
    concerns: tests.reduce((mask, { concerns }) => mask | concerns, 0),
    readsMissing: rules.some(rule => rule.missing),
    accept: accepts.includes(undefined)
      ? undefined
      : (bytes, from, to) => accepts.every(accept => accept!(bytes, from, to)),
    memo: memos.of(),
    numbered: [],
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
    putIn(tests, column.index, test)
  }
  return tests
}

function mostKinds({ census }: Counting): number {
  return census.most ?? MOST
}
