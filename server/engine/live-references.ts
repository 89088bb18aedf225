import type { Head } from './model/cut'
import type { Draft, Run } from './draft'
import { KeyReader } from './keys'
import { rowOf, type Spot } from './live-keys'
import type { Chunk } from './model/chunk'
import { grown, HashNumbers } from './model/hash'
import { danglingDraft, type Referring, targetReader } from './references'

/** The rows that refer to one key. */
interface Referrers {
  /** The chunks that hold them, and how many. */
  readonly heads: Map<Head, number>
  /** Their places; made when they are asked for. */
  spots?: readonly Spot[]
}

/** The keys of a table under edit that are not found where they refer to: chunks are taken out and put in. */
export class LiveReferences {
  readonly #run: Run
  readonly #referring: Referring
  readonly #reader: KeyReader
  readonly #targets: KeyReader | undefined
  readonly #numbers = new HashNumbers()
  /** By the number of a hash: the rows of this table that have the key referred to. */
  #counts = new Uint32Array(512)
  readonly #referrers = new Map<number, Referrers>()
  /** Numbers of the keys that rows refer to and no row has. */
  readonly #dangling = new Set<number>()

  constructor(run: Run, referring: Referring) {
    this.#run = run
    this.#referring = referring
    this.#reader = new KeyReader(run.dataset, referring.key)
    this.#targets = targetReader(run, referring)
  }

  add(head: Head, chunk: Chunk): void {
    this.#targets?.each(chunk, (_row, low, high) => {
      const number = this.#numberOf(low, high)
      if (this.#counts[number]!++ === 0) this.#dangling.delete(number)
    })
    this.#eachReferrer(chunk, number => {
      const known = this.#referrers.get(number)
      if (known) {
        known.heads.set(head, (known.heads.get(head) ?? 0) + 1)
        delete known.spots
      } else this.#referrers.set(number, { heads: new Map([[head, 1]]) })
      if (this.#counts[number] === 0) this.#dangling.add(number)
    })
  }

  remove(head: Head, chunk: Chunk): void {
    this.#eachReferrer(chunk, number => {
      const known = this.#referrers.get(number)!
      const left = known.heads.get(head)! - 1
      if (left > 0) known.heads.set(head, left)
      else known.heads.delete(head)
      delete known.spots
      if (known.heads.size > 0) return
      this.#referrers.delete(number)
      this.#dangling.delete(number)
    })
    this.#targets?.each(chunk, (_row, low, high) => {
      const number = this.#numberOf(low, high)
      if (--this.#counts[number]! === 0 && this.#referrers.has(number)) this.#dangling.add(number)
    })
  }

  /** One finding for each row whose key is not there; rows as they are now, in no order. */
  drafts(): Draft[] {
    const read = new Map<Head, ReadonlyMap<number, readonly Spot[]>>()
    const spotsIn = (head: Head) => {
      const known = read.get(head) ?? this.#spotsByNumber(head)
      read.set(head, known)
      return known
    }
    return [...this.#dangling].flatMap(number => {
      const known = this.#referrers.get(number)!
      known.spots ??= [...known.heads.keys()].flatMap(head => spotsIn(head).get(number) ?? [])
      return known.spots.map(spot => danglingDraft(this.#run, this.#referring, rowOf(spot)))
    })
  }

  /** Numbers of the keys referred to; where these are another table's, of those that it has not. */
  #eachReferrer(chunk: Chunk, told: (number: number, row: number) => void): void {
    const { refersTo } = this.#referring.key
    this.#reader.each(chunk, (row, low, high) => {
      if (!('has' in refersTo && refersTo.has(low, high))) told(this.#numberOf(low, high), row)
    })
  }

  /** The rows of a chunk whose keys are not there. */
  #spotsByNumber(head: Head): ReadonlyMap<number, readonly Spot[]> {
    const spots = new Map<number, Spot[]>()
    this.#eachReferrer(this.#run.dataset.table.cut.indexes.of(head), (number, row) => {
      if (!this.#dangling.has(number)) return
      const spot = { head, row: row - head.firstRow }
      const known = spots.get(number)
      if (known) known.push(spot)
      else spots.set(number, [spot])
    })
    return spots
  }

  #numberOf(low: number, high: number): number {
    const number = this.#numbers.numberOf(low, high)
    if (number >= this.#counts.length) this.#counts = grown(this.#counts)
    return number
  }
}
