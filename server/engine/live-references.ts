import type { Head } from './model/cut'
import type { Draft, Run } from './draft'
import { KeyReader } from './keys'
import { rowOf, type Spot, TOGETHER } from './live-keys'
import type { Chunk } from './model/chunk'
import { HashMap } from './model/hash-map'
import { putIn } from './model/put-in'
import { Numbered } from './model/numbered'
import { danglingDraft, keyValues, type Referring, targetReader } from './references'

/** A key that rows refer to. */
interface Referred {
  /** The chunks that hold these rows, and how many. */
  readonly heads: Map<Head, number>
  /** Where these rows are, and their keys as written; looked for when no row has the key. */
  found?: readonly { readonly spot: Spot; readonly values: readonly string[] }[]
}

/** The keys of a table under edit that are not found where they refer to: chunks are taken out and put in. */
export class LiveReferences {
  readonly #run: Run
  readonly #referring: Referring
  readonly #reader: KeyReader
  readonly #targets: KeyReader | undefined
  /** By the hash of a key: how many rows of this table have it where it is referred to. */
  readonly #counts = new HashMap()
  /** By the hash of a key: its number among those that rows refer to. */
  readonly #known = new HashMap()
  readonly #referred = new Numbered<Referred>()
  /** Those that no row has. */
  readonly #dangling = new Set<Referred>()

  constructor(run: Run, referring: Referring) {
    this.#run = run
    this.#referring = referring
    this.#reader = new KeyReader(run.dataset, referring.key)
    this.#targets = targetReader(run, referring)
  }

  add(head: Head, chunk: Chunk): void {
    this.#targets?.each(chunk, (_row, low, high) => {
      const before = this.#counts.of(low, high)
      this.#counts.set(low, high, before + 1)
      const referred = before === 0 ? this.#referredBy(low, high) : undefined
      if (referred) this.#dangling.delete(referred)
    })
    this.#eachReferrer(chunk, (_row, low, high) => {
      const known = this.#referredBy(low, high)
      if (known) {
        known.heads.set(head, (known.heads.get(head) ?? 0) + 1)
        delete known.found
        return
      }
      const referred = { heads: new Map([[head, 1]]) }
      this.#known.set(low, high, this.#referred.add(referred))
      if (this.#counts.of(low, high) === 0) this.#dangling.add(referred)
    })
  }

  remove(head: Head, chunk: Chunk): void {
    this.#eachReferrer(chunk, (_row, low, high) => {
      const referred = this.#referredBy(low, high)!
      const left = referred.heads.get(head)! - 1
      if (left > 0) referred.heads.set(head, left)
      else referred.heads.delete(head)
      delete referred.found
      if (referred.heads.size > 0) return
      this.#known.delete(low, high)
      this.#referred.delete(referred)
      this.#dangling.delete(referred)
    })
    this.#targets?.each(chunk, (_row, low, high) => {
      const left = this.#counts.of(low, high) - 1
      if (left > 0) return this.#counts.set(low, high, left)
      this.#counts.delete(low, high)
      const referred = this.#referredBy(low, high)
      if (referred) this.#dangling.add(referred)
    })
  }

  /** Looks for the rows of which the keys are not there, in steps of some rows: what is found takes no time then. */
  *findInSteps(): Generator<void> {
    const read = new Map<Head, ReadonlyMap<Referred, readonly number[]>>()
    const rowsIn = (head: Head) => {
      const known = read.get(head) ?? this.#danglingRows(head)
      read.set(head, known)
      return known
    }
    for (const referred of this.#dangling) referred.found ??= yield* this.#find(referred, rowsIn)
  }

  /** One finding for each row whose key is not there; rows as they are now, in no order. */
  drafts(): Draft[] {
    for (const _ of this.findInSteps());
    const drafts: Draft[] = []
    for (const { found = [] } of this.#dangling)
      for (const { spot, values } of found) drafts.push(danglingDraft(this.#run, this.#referring, rowOf(spot), values))
    return drafts
  }

  *#find(
    referred: Referred,
    rowsIn: (head: Head) => ReadonlyMap<Referred, readonly number[]>,
  ): Generator<void, NonNullable<Referred['found']>> {
    const found: { readonly spot: Spot; readonly values: readonly string[] }[] = []
    for (const head of referred.heads.keys()) {
      for (const row of rowsIn(head).get(referred) ?? []) {
        const spot = { head, row }
        found.push({ spot, values: keyValues(this.#run, this.#referring, rowOf(spot)) })
        if (found.length % TOGETHER === 0) yield
      }
      yield
    }
    return found
  }

  #referredBy(low: number, high: number): Referred | undefined {
    return this.#referred.at(this.#known.of(low, high))
  }

  /** Tells the rows and the keys that they refer to, without those that another table, or another file of this one, has. */
  #eachReferrer(chunk: Chunk, told: (row: number, low: number, high: number) => void): void {
    const { refersTo } = this.#referring.key
    const others = 'has' in refersTo ? refersTo : refersTo.elsewhere
    this.#reader.each(chunk, (row, low, high) => {
      if (!others?.has(low, high)) told(row, low, high)
    })
  }

  /** The rows of a chunk whose keys are not there. */
  #danglingRows(head: Head): ReadonlyMap<Referred, readonly number[]> {
    const rows = new Map<Referred, number[]>()
    this.#eachReferrer(this.#run.dataset.table.cut.indexes.of(head), (row, low, high) => {
      const referred = this.#referredBy(low, high)
      if (!referred || !this.#dangling.has(referred)) return
      putIn(rows, referred, row - head.firstRow)
    })
    return rows
  }
}
