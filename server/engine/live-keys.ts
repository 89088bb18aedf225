import type { Head } from './model/cut'
import type { Draft, Run } from './draft'
import { type Keyed, KeyReader, repeatedDraft } from './keys'
import type { Chunk } from './model/chunk'
import { HashMap } from './model/hash-map'
import { putIn } from './model/put-in'
import { Numbered } from './model/numbered'

/** Rows whose keys are read in one step. */
export const TOGETHER = 64

/** A row by the chunk in which it lies: it keeps its place when rows before that chunk come or go. */
export interface Spot {
  readonly head: Head
  /** Counted from the first row of the chunk. */
  readonly row: number
}

/** A key that several rows have. */
interface Repetition {
  /** The chunks that hold these rows, once for each row. */
  readonly heads: Head[]
  /** The findings of all rows but the first; made when they are asked for. */
  found?: readonly { readonly spot: Spot; readonly first: Spot; readonly draft: Draft }[]
}

/** The repeated keys of a table under edit: chunks are taken out and put in, and only what they touch is compared again. */
export class LiveKeys {
  readonly #run: Run
  readonly #keyed: Keyed
  readonly #reader: KeyReader
  /** By the hash of a key: twice the number of the chunk that alone has it, or that of its repetition and one more. */
  readonly #known = new HashMap()
  readonly #heads = new Numbered<Head>()
  readonly #repeated = new Numbered<Repetition>()

  constructor(run: Run, keyed: Keyed) {
    this.#run = run
    this.#keyed = keyed
    this.#reader = new KeyReader(run.dataset, keyed.key)
  }

  add(head: Head, chunk: Chunk): void {
    const alone = 2 * this.#heads.add(head)
    this.#reader.each(chunk, (_row, low, high) => {
      const known = this.#known.add(low, high, alone)
      if (known === 0) return
      const repetition = this.#repetitionOf(known)
      if (repetition) {
        repetition.heads.push(head)
        delete repetition.found
      } else {
        const heads = [this.#heads.at(known / 2)!, head]
        this.#known.set(low, high, 2 * this.#repeated.add({ heads }) + 1)
      }
    })
  }

  remove(head: Head, chunk: Chunk): void {
    this.#reader.each(chunk, (_row, low, high) => {
      const known = this.#known.of(low, high)
      const repetition = this.#repetitionOf(known)
      if (!repetition) return this.#known.delete(low, high)
      const { heads } = repetition
      heads.splice(heads.indexOf(head), 1)
      delete repetition.found
      if (heads.length > 1) return
      this.#repeated.delete(repetition)
      this.#known.set(low, high, 2 * this.#heads.numberOf(heads[0]!)!)
    })
    this.#heads.delete(head)
  }

  /** What stands for a key that several rows have; undefined for any other. */
  #repetitionOf(known: number): Repetition | undefined {
    return known % 2 === 1 ? this.#repeated.at((known - 1) / 2) : undefined
  }

  /** Compares the rows of which the keys seem to be the same, in steps of some rows: what is found takes no time then. */
  *findInSteps(): Generator<void> {
    const hashed = new Map<Head, ReadonlyMap<Repetition, readonly number[]>>()
    const rowsIn = (head: Head) => {
      const known = hashed.get(head)
      if (known) return known
      const rows = this.#rowsByKey(head)
      hashed.set(head, rows)
      return rows
    }
    for (const repetition of this.#repeated) repetition.found ??= yield* this.#compare(repetition, rowsIn)
  }

  /** One finding for each row that repeats a key; rows as they are now, in no order. */
  drafts(): Draft[] {
    if (this.#keyed.key.isTold?.(this.#run.dataset.described) === false) return []
    for (const _ of this.findInSteps());
    const drafts: Draft[] = []
    for (const { found = [] } of this.#repeated)
      for (const { spot, first, draft } of found)
        drafts.push({ ...draft, row: rowOf(spot), facts: { ...(draft.facts as object), first: rowOf(first) } })
    return drafts
  }

  *#compare(
    repetition: Repetition,
    rowsIn: (head: Head) => ReadonlyMap<Repetition, readonly number[]>,
  ): Generator<void, NonNullable<Repetition['found']>> {
    const spots: Spot[] = []
    for (const head of new Set(repetition.heads)) {
      for (const row of rowsIn(head).get(repetition) ?? []) spots.push({ head, row })
      yield
    }
    const [first, ...others] = spots.toSorted((a, b) => rowOf(a) - rowOf(b))
    const found: { readonly spot: Spot; readonly first: Spot; readonly draft: Draft }[] = []
    for (const [i, spot] of others.entries()) {
      const draft = repeatedDraft(this.#run, this.#keyed, rowOf(spot), rowOf(first!))
      if (draft) found.push({ spot, first: first!, draft })
      if (i % TOGETHER === TOGETHER - 1) yield
    }
    return found
  }

  /** The rows of a chunk whose keys come up more than once. */
  #rowsByKey(head: Head): ReadonlyMap<Repetition, readonly number[]> {
    const rows = new Map<Repetition, number[]>()
    this.#reader.each(this.#run.dataset.table.cut.indexes.of(head), (row, low, high) => {
      const repetition = this.#repetitionOf(this.#known.of(low, high))
      if (!repetition) return
      putIn(rows, repetition, row - head.firstRow)
    })
    return rows
  }
}

/** Where a row is now. */
export function rowOf({ head, row }: Spot): number {
  return head.firstRow + row
}
