import { inSlices, pause } from '../slices'
import type { Dataset } from '../engine/dataset'
import type { KnownFacts } from '../engine/hover/figures'
import type { ColumnProfile, TableProfile } from '../engine/model/profile'
import { profileInSteps } from '../engine/profile'
import { Withheld } from '../engine/withheld'

/** Rows that are read at once for an answer that may not wait: some milliseconds. */
const AT_ONCE = 500
/** Bytes of a text that is read whole at once. */
const SMALL = 200_000

interface Facts {
  readonly profile: ColumnProfile
  readonly rows: number
}

/** The facts of the columns of one text under edit: found when they are asked for, and kept until the text is another. */
export class Profiles {
  #generation = -1
  readonly #known = new Map<number, Facts>()
  /** Those of the text as it was before. */
  #before: ReadonlyMap<number, Facts> = new Map()
  /** Those of the first rows alone, where no others are known yet. */
  readonly #first = new Map<number, Facts>()
  readonly #running = new Map<number, Promise<boolean>>()
  /** What is never told of it. */
  #withheld: Withheld | undefined
  #isWarm = false

  /** Facts of these columns, or of all, in slices; undefined when the text changed on the way. */
  async of(state: TextState, columns?: readonly number[]): Promise<TableProfile | undefined> {
    this.#follow(state)
    const { dataset, isStale } = state
    if (!dataset.readable) return { rows: 0, isWhole: true, columns: [] }
    const wanted = columns ?? dataset.table.labels.map((_, column) => column)
    const running = wanted.flatMap(column => this.#running.get(column) ?? [])
    const absent = wanted.filter(column => !this.#known.has(column) && !this.#running.has(column))
    if (absent.length > 0) {
      const run = this.#read(state, absent)
      for (const column of absent) this.#running.set(column, run)
      running.push(run)
    }
    await Promise.all(running)
    if (isStale()) return undefined
    const found = wanted.flatMap(column => this.#known.get(column) ?? [])
    return { rows: found[0]?.rows ?? 0, isWhole: true, columns: found.map(({ profile }) => profile) }
  }

  /** Finds what the first rows of a large text tell of its first column, before anybody waits for it: the code is loaded then. */
  async warmUp(state: TextState): Promise<void> {
    const { dataset, isStale } = state
    if (this.#isWarm || !dataset.readable || isSmall(dataset)) return
    this.#isWarm = true
    await pause()
    if (isStale()) return
    this.#follow(state)
    await inSlices(this.#firstRows(state, 0), isStale)
  }

  /** What can be told of a column at once; the rest is on its way, and `of` waits for it. */
  now(state: TextState, column: number): KnownFacts | undefined {
    this.#follow(state)
    const { dataset } = state
    const before = isSmall(dataset) ? undefined : this.#before.get(column)
    if (!this.#known.has(column) && !before && !this.#first.has(column))
      for (const _ of this.#firstRows(state, column));
    const known = this.#known.get(column)
    if (known) return { ...known, of: 'all' }
    const first = this.#first.get(column)
    if (!before && !first) return undefined
    // The answer goes first.
    void pause().then(() => this.of(state, [column]))
    return before ? { ...before, of: 'before' } : { ...first!, of: 'first-rows' }
  }

  /** Finds what the first rows tell of a column, in steps; all of them where the text is small. */
  *#firstRows({ dataset }: TextState, column: number): Generator<number, void> {
    const withheld = (this.#withheld ??= new Withheld(dataset))
    const some = isSmall(dataset) ? {} : { rows: AT_ONCE }
    const { rows, isWhole, columns } = yield* profileInSteps(dataset, { columns: [column], withheld, ...some })
    const [first] = columns
    if (first) (isWhole ? this.#known : this.#first).set(column, { profile: first, rows })
  }

  async #read({ generation, dataset, isStale }: TextState, columns: readonly number[]): Promise<boolean> {
    const withheld = (this.#withheld ??= new Withheld(dataset))
    const made = await inSlices(profileInSteps(dataset, { columns, withheld }), isStale)
    if (generation !== this.#generation) return false
    for (const column of columns) this.#running.delete(column)
    if (!made) return false
    const { outcome } = made
    for (const one of outcome.columns) this.#known.set(one.column, { profile: one, rows: outcome.rows })
    return true
  }

  #follow({ generation }: TextState): void {
    if (generation === this.#generation) return
    if (this.#known.size > 0) this.#before = new Map(this.#known)
    this.#generation = generation
    this.#known.clear()
    this.#first.clear()
    this.#running.clear()
    this.#withheld = undefined
  }
}

function isSmall({ source }: Dataset): boolean {
  return source.length <= SMALL
}

/** One state of a text; `isStale` once it is another. */
export interface TextState {
  readonly generation: number
  readonly dataset: Dataset
  readonly isStale: () => boolean
}
