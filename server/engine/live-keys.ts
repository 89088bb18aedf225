import type { Head } from './model/cut'
import type { Draft, Run } from './draft'
import { type Keyed, KeyReader, repeatedDraft } from './keys'
import type { Chunk } from './model/chunk'
import { grown, HashNumbers } from './model/hash'

/** Rows that one step compares with the first that has their key. */
const TOGETHER = 64

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
  readonly #numbers = new HashNumbers()
  /** By the number of a hash: the rows that have it, and the chunk of one of them. */
  #counts = new Uint32Array(512)
  readonly #holders: (Head | undefined)[] = []
  readonly #repeated = new Map<number, Repetition>()

  constructor(run: Run, keyed: Keyed) {
    this.#run = run
    this.#keyed = keyed
    this.#reader = new KeyReader(run.dataset, keyed.key)
  }

  add(head: Head, chunk: Chunk): void {
    this.#reader.each(chunk, (_row, low, high) => {
      const number = this.#numbers.numberOf(low, high)
      if (number >= this.#counts.length) this.#counts = grown(this.#counts)
      const count = this.#counts[number]!++
      if (count === 0) this.#holders[number] = head
      else if (count === 1) this.#repeated.set(number, { heads: [this.#holders[number]!, head] })
      else {
        const known = this.#repeated.get(number)!
        known.heads.push(head)
        delete known.found
      }
    })
  }

  remove(head: Head, chunk: Chunk): void {
    this.#reader.each(chunk, (_row, low, high) => {
      const number = this.#numbers.numberOf(low, high)
      const count = --this.#counts[number]!
      const known = this.#repeated.get(number)
      if (!known) return void (this.#holders[number] = undefined)
      known.heads.splice(known.heads.indexOf(head), 1)
      delete known.found
      if (count > 1) return
      this.#repeated.delete(number)
      this.#holders[number] = known.heads[0]
    })
  }

  /** Compares the rows of which the keys seem to be the same, in steps of some rows: what is found takes no time then. */
  *compareInSteps(): Generator<void> {
    const hashed = new Map<Head, ReadonlyMap<number, readonly number[]>>()
    const rowsIn = (head: Head) => {
      const known = hashed.get(head)
      if (known) return known
      const rows = this.#rowsByNumber(head)
      hashed.set(head, rows)
      return rows
    }
    for (const [number, known] of this.#repeated) known.found ??= yield* this.#compare(number, known.heads, rowsIn)
  }

  /** One finding for each row that repeats a key; rows as they are now, in no order. */
  drafts(): Draft[] {
    for (const _ of this.compareInSteps());
    const drafts: Draft[] = []
    for (const { found = [] } of this.#repeated.values())
      for (const { spot, first, draft } of found)
        drafts.push({ ...draft, row: rowOf(spot), facts: { ...(draft.facts as object), first: rowOf(first) } })
    return drafts
  }

  *#compare(
    number: number,
    heads: readonly Head[],
    rowsIn: (head: Head) => ReadonlyMap<number, readonly number[]>,
  ): Generator<void, NonNullable<Repetition['found']>> {
    const spots: Spot[] = []
    for (const head of new Set(heads)) {
      for (const row of rowsIn(head).get(number) ?? []) spots.push({ head, row })
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
  #rowsByNumber(head: Head): ReadonlyMap<number, readonly number[]> {
    const rows = new Map<number, number[]>()
    this.#reader.each(this.#run.dataset.table.cut.indexes.of(head), (row, low, high) => {
      const number = this.#numbers.numberOf(low, high)
      if (!this.#repeated.has(number)) return
      const known = rows.get(number)
      if (known) known.push(row - head.firstRow)
      else rows.set(number, [row - head.firstRow])
    })
    return rows
  }
}

/** Where a row is now. */
export function rowOf({ head, row }: Spot): number {
  return head.firstRow + row
}
