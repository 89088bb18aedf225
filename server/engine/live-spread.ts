import type { Head } from './model/cut'
import type { Draft, Run } from './draft'
import type { Chunk } from './model/chunk'
import { Distribution } from './model/distribution'
import { numberReading } from './model/measure'
import type { Test } from './plan'
import type { Beyond, NumberVerdict } from './rules/rule'
import { columnDrafts, factsOf, type Judging, NumberReader, numberTests, numberVerdict } from './spread'

/** Different numbers that came or went beyond which nobody looks whether the same came as went. */
const MANY = 64

/** What the number rules make of a table under edit: chunks are taken out and put in. */
export class LiveSpread {
  readonly #run: Run
  readonly #judged: readonly Judging[]
  readonly #reader: NumberReader
  /** Parallel to the columns of the reader, as all that follows. */
  readonly #numbers: readonly Distribution[]
  /** How often each number came more often than it went, since the rules were asked; undefined where these are many. */
  readonly #changes: (Map<number, number> | undefined)[]
  /** The least and the greatest number of each column in each chunk. */
  readonly #ranges = new Map<Head, Float64Array>()
  /** Parallel to the judged; none before the first time. */
  #verdicts: readonly NumberVerdict<unknown>[] = []
  /** Those by which cells were last tested: the verdicts differ from them only about numbers that are not there. */
  #tested: readonly NumberVerdict<unknown>[] = []

  constructor(run: Run, judged: readonly Judging[]) {
    this.#run = run
    this.#judged = judged
    this.#reader = new NumberReader(run, judged)
    this.#numbers = this.#reader.columns.map(() => new Distribution())
    this.#changes = this.#reader.columns.map(() => new Map())
  }

  /** True when no rule judges any column: chunks need not be shown. */
  get isIdle(): boolean {
    return this.#judged.length === 0
  }

  add(head: Head, chunk: Chunk): void {
    const ranges = new Float64Array(2 * this.#numbers.length)
    for (let i = 0; i < ranges.length; i += 2) {
      ranges[i] = Number.POSITIVE_INFINITY
      ranges[i + 1] = Number.NEGATIVE_INFINITY
    }
    this.#reader.each(chunk, (place, number) => {
      this.#count(place, number, 1)
      if (number < ranges[2 * place]!) ranges[2 * place] = number
      if (number > ranges[2 * place + 1]!) ranges[2 * place + 1] = number
    })
    this.#ranges.set(head, ranges)
  }

  remove(head: Head, chunk: Chunk): void {
    this.#reader.each(chunk, (place, number) => this.#count(place, number, -1))
    this.#ranges.delete(head)
  }

  #count(place: number, number: number, sign: 1 | -1): void {
    this.#numbers[place]!.add(number, sign)
    const changes = this.#changes[place]
    if (this.#verdicts.length === 0 || !changes) return
    const change = (changes.get(number) ?? 0) + sign
    if (change === 0) changes.delete(number)
    else changes.set(number, change)
    if (changes.size > MANY) this.#changes[place] = undefined
  }

  /** Asks the rules again of the columns that have other numbers: whether other cells are at fault, and their chunks. */
  judge(): { readonly haveTestsChanged: boolean; readonly stale: readonly Head[] } {
    const before = this.#verdicts
    const tested = this.#tested
    const stale = new Set<Head>()
    let haveTestsChanged = false
    this.#verdicts = this.#judged.map((judging, i) => {
      const place = this.#reader.placeOf(judging)
      if (before[i] && this.#changes[place]?.size === 0) return before[i]
      const verdict = numberVerdict(this.#run, judging, this.#numbers[place]!)
      if (!before[i]) return verdict
      const others = otherwise(tested[i]!.ofCells ?? [], verdict.ofCells ?? []).filter(({ from, to }) =>
        this.#numbers[place]!.mayHold(from, to),
      )
      if (others.length === 0) return verdict
      haveTestsChanged = true
      for (const [head, ranges] of this.#ranges) if (meetsAny(ranges, place, others)) stale.add(head)
      return verdict
    })
    if (haveTestsChanged || tested.length === 0) this.#tested = this.#verdicts
    for (const place of this.#changes.keys()) this.#changes[place] = new Map()
    return { haveTestsChanged, stale: [...stale] }
  }

  /** Whether a chunk may have cells that are at fault. */
  finds(head: Head): boolean {
    const ranges = this.#ranges.get(head)
    if (!ranges) return false
    return this.#judged.some((judging, i) => {
      const { ofCells } = this.#verdicts[i]!
      return ofCells && meetsAny(ranges, this.#reader.placeOf(judging), ofCells)
    })
  }

  /** The verdicts as tests of the cells, by column: good until they change. */
  tests(): ReadonlyMap<number, readonly Test[]> {
    this.#tested = this.#verdicts
    return numberTests(this.#judged, this.#verdicts)
  }

  /** What is said of columns as a whole. */
  drafts(): Draft[] {
    return columnDrafts(
      this.#run,
      this.#judged,
      this.#verdicts.map(({ ofColumn }) => ofColumn),
    )
  }

  /** The finding with the facts that hold now: the figures that it tells may be others. */
  retold(draft: Draft): Draft {
    const { rule, value, column } = draft
    if (rule.scope !== 'numbers' || value === undefined) return draft
    const judging = this.#judged.findIndex(one => one.rule === rule && one.column.index === column)
    const { ofCells } = this.#verdicts[judging] ?? {}
    if (!ofCells) return draft
    const facts = factsOf(ofCells, value, numberReading(this.#judged[judging]!.column).of(value))
    return facts === undefined ? draft : { ...draft, facts }
  }
}

interface Stretch {
  readonly from: number
  readonly to: number
}

/** Whether the numbers of a column in a chunk, from their least to their greatest, reach into one of some stretches. */
function meetsAny(ranges: Float64Array, place: number, stretches: readonly Stretch[]): boolean {
  return stretches.some(({ from, to }) => ranges[2 * place + 1]! >= from && ranges[2 * place]! <= to)
}

/** Where numbers are at fault by one verdict and not by the other. */
function otherwise(some: readonly Beyond<unknown>[], others: readonly Beyond<unknown>[]): Stretch[] {
  const ends = [...some, ...others].flatMap(({ from, to }) => [from, to]).toSorted((a, b) => a - b)
  return ends.flatMap((from, i) => {
    const to = ends[i + 1] ?? from
    const middle = Number.isFinite(from) ? (Number.isFinite(to) ? (from + to) / 2 : from + 1) : to - 1
    const isIn = (of: readonly Beyond<unknown>[]) => of.some(one => middle >= one.from && middle <= one.to)
    return isIn(some) === isIn(others) ? [] : [{ from, to }]
  })
}
