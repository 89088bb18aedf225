import { Census, columnFacts, type Verdict, verdictOf, verdictTests } from './census'
import type { Head } from './model/cut'
import type { Draft, Run } from './draft'
import type { Chunk } from './model/chunk'
import type { Counting, Test } from './plan'
import { columnDrafts } from './spread'

/** Cells of each kind in a chunk, parallel to the countings. */
type Kinds = readonly ReadonlyMap<string, number>[]

/** What the column rules make of a table under edit: chunks are taken out and put in. */
export class LiveCensus {
  readonly #run: Run
  readonly #countings: readonly Counting[]
  readonly #census: Census
  readonly #counts: readonly Map<string, number>[]
  /** How often each kind came more often than it went, since the rules were asked. */
  readonly #changes: readonly Map<string, number>[]
  /** Of every chunk that is counted. */
  readonly #kinds = new Map<Head, Kinds>()
  /** Chunks that came since the rules were asked. */
  readonly #come = new Set<Head>()
  /** Parallel to the countings; none before the first time. */
  readonly #verdicts: Verdict[] = []
  /** What is said of each column as a whole, by its counting. */
  readonly #ofColumns: unknown[] = []
  /** The countings of which tests were made last. */
  readonly #tested = new Set<number>()

  constructor(run: Run, countings: readonly Counting[]) {
    this.#run = run
    this.#countings = countings
    this.#census = new Census(run, countings)
    this.#counts = countings.map(() => new Map())
    this.#changes = countings.map(() => new Map())
  }

  /** Chunks that are counted. */
  get size(): number {
    return this.#kinds.size
  }

  has(head: Head): boolean {
    return this.#kinds.has(head)
  }

  add(head: Head, chunk: Chunk): void {
    const kinds = this.#census.of(chunk).map(known => (known.size === 0 ? none : known))
    this.#kinds.set(head, kinds)
    this.#come.add(head)
    this.#count(kinds, 1)
  }

  /** Takes a chunk out; false when it was not counted. */
  remove(head: Head): boolean {
    const kinds = this.#kinds.get(head)
    if (!kinds) return false
    this.#kinds.delete(head)
    this.#come.delete(head)
    this.#count(kinds, -1)
    return true
  }

  /**
   * Asks the column rules again: whether one is at fault of which there is no test, whether other kinds of cells are, and
   * the chunks of these besides those that came since.
   */
  judge(): {
    readonly lacksTest: boolean
    readonly haveKindsChanged: boolean
    readonly stale: readonly Head[]
  } {
    let lacksTest = false
    let haveKindsChanged = false
    const others: (readonly [counting: number, kinds: readonly string[]])[] = []
    for (const [i, counting] of this.#countings.entries()) {
      const before = this.#verdicts[i]
      if (before && this.#changes[i]!.size === 0) continue
      this.#changes[i]!.clear()
      this.#ofColumns[i] = columnFacts(this.#run, counting, this.#counts[i])
      const now = verdictOf(this.#run, counting, this.#counts[i])
      this.#verdicts[i] = now
      if (!before) continue
      lacksTest ||= now.size > 0 && !this.#tested.has(i)
      const kinds = [...before.keys()].filter(kind => !now.has(kind))
      for (const kind of now.keys()) if (!before.has(kind)) kinds.push(kind)
      haveKindsChanged ||= kinds.length > 0
      const elsewhere = kinds.filter(kind => this.#isElsewhere(i, kind))
      if (elsewhere.length > 0) others.push([i, elsewhere])
    }
    this.#come.clear()
    const isStale = (known: Kinds) => others.some(([i, kinds]) => kinds.some(kind => known[i]!.has(kind)))
    const stale = others.length === 0 ? [] : [...this.#kinds].filter(([, known]) => isStale(known))
    return { lacksTest, haveKindsChanged, stale: stale.map(([head]) => head) }
  }

  /** Whether a chunk has cells that are at fault. */
  finds(head: Head): boolean {
    const kinds = this.#kinds.get(head)!
    return this.#verdicts.some((verdict, i) => verdict.size > 0 && haveCommonKey(kinds[i]!, verdict))
  }

  /** The verdicts as tests of the cells, by column: good until there is one of which they lack the test. */
  tests(): ReadonlyMap<number, readonly Test[]> {
    this.#tested.clear()
    for (const [i, verdict] of this.#verdicts.entries()) if (verdict.size > 0) this.#tested.add(i)
    return verdictTests(this.#countings, this.#verdicts)
  }

  /** What is said of columns as a whole. */
  drafts(): Draft[] {
    return columnDrafts(this.#run, this.#countings, this.#ofColumns)
  }

  /** The finding with the facts that hold now: the counts that it tells may be others. */
  retold(draft: Draft): Draft {
    const { rule, value, column } = draft
    if (rule.scope !== 'column' || value === undefined) return draft
    const counting = this.#countings.findIndex(one => one.rule === rule && one.column.index === column)
    const kind = this.#countings[counting]?.census.kindOf(value)
    const facts = kind === undefined ? undefined : this.#verdicts[counting]?.get(kind)?.(value)
    return facts === undefined ? draft : { ...draft, facts }
  }

  /** Whether there are cells of a kind in other chunks than those that came. */
  #isElsewhere(counting: number, kind: string): boolean {
    let left = this.#counts[counting]!.get(kind) ?? 0
    for (const head of this.#come) left -= this.#kinds.get(head)![counting]!.get(kind) ?? 0
    return left > 0
  }

  #count(kinds: Kinds, sign: 1 | -1): void {
    for (const [i, known] of kinds.entries()) {
      const counts = this.#counts[i]!
      const changes = this.#verdicts[i] && this.#changes[i]!
      for (const [kind, count] of known) {
        add(counts, kind, sign * count)
        if (changes) add(changes, kind, sign * count)
      }
    }
  }
}

const none: ReadonlyMap<string, number> = new Map()

function add(counts: Map<string, number>, kind: string, count: number): void {
  const sum = (counts.get(kind) ?? 0) + count
  if (sum === 0) counts.delete(kind)
  else counts.set(kind, sum)
}

function haveCommonKey(some: ReadonlyMap<string, unknown>, others: ReadonlyMap<string, unknown>): boolean {
  const [fewer, more] = some.size < others.size ? [some, others] : [others, some]
  for (const key of fewer.keys()) if (more.has(key)) return true
  return false
}
