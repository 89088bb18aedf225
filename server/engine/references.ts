import type { Draft, Run } from './draft'
import { type Keyed, KeyReader } from './keys'
import type { KeyQuestion } from './model/answers'
import type { Chunk } from './model/chunk'
import { grown, HashNumbers } from './model/hash'
import type { Spill } from './model/spill'
import { WordList } from './model/word-list'
import type { Dangling, Reference } from './rules/rule'

/** A key that refers to others, and the rule that wants them to be there. */
export interface Referring extends Keyed {
  readonly key: Reference
}

/** True for a key that refers to others. */
export function isReferring(keyed: Keyed): keyed is Referring {
  return keyed.key.refersTo !== undefined
}

/** The rows of a table whose key is not found where it refers to. */
export class DanglingKeys {
  readonly #run: Run
  readonly #referring: Referring
  readonly #reader: KeyReader
  /** Reads the keys referred to; none when they are those of another table. */
  readonly #targets: KeyReader | undefined
  readonly #numbers = new HashNumbers()
  /** By the number of a hash: 1 when a row has that key. */
  #isThere: Uint32Array = new Uint32Array(512)
  /** Rows whose key was not there when they were read, each followed by the number of its hash. */
  readonly #waiting: WordList

  constructor(run: Run, referring: Referring, spill?: Spill) {
    this.#run = run
    this.#waiting = new WordList(spill)
    this.#referring = referring
    this.#reader = new KeyReader(run.dataset, referring.key)
    this.#targets = targetReader(run, referring)
  }

  get questions(): readonly KeyQuestion[] {
    return [...this.#reader.questions, ...(this.#targets?.questions ?? [])]
  }

  add(chunk: Chunk): void {
    const { refersTo } = this.#referring.key
    if ('has' in refersTo) {
      this.#reader.each(chunk, (row, low, high) => {
        if (!refersTo.has(low, high)) this.#waiting.add([row, 0])
      })
      return
    }
    this.#targets!.each(chunk, (_row, low, high) => {
      // A list that is full is exchanged for a longer one when a number is given.
      const number = this.#numberOf(low, high)
      this.#isThere[number] = 1
    })
    this.#reader.each(chunk, (row, low, high) => {
      if (refersTo.elsewhere?.has(low, high)) return
      const number = this.#numberOf(low, high)
      if (this.#isThere[number] === 0) this.#waiting.add([row, number])
    })
  }

  /** One finding for each row whose key is not there, in order. */
  *drafts(): Generator<Draft> {
    const isOther = 'has' in this.#referring.key.refersTo
    for (const waiting of this.#waiting.blocks())
      for (let i = 0; i < waiting.length; i += 2) {
        if (!isOther && this.#isThere[waiting[i + 1]!] !== 0) continue
        const row = waiting[i]!
        yield danglingDraft(this.#run, this.#referring, row, keyValues(this.#run, this.#referring, row))
      }
  }

  #numberOf(low: number, high: number): number {
    const number = this.#numbers.numberOf(low, high)
    if (number >= this.#isThere.length) this.#isThere = grown(this.#isThere)
    return number
  }
}

/** Reads the keys that rows of the same table refer to; none when they are those of another table. */
export function targetReader({ dataset }: Run, { key }: Referring): KeyReader | undefined {
  return 'has' in key.refersTo ? undefined : new KeyReader(dataset, { ...key, ...key.refersTo })
}

/** The values of the key of a row, as written. */
export function keyValues({ dataset }: Run, { key }: Referring, row: number): readonly string[] {
  return key.columns.map(column => dataset.table.text(row, column) ?? '')
}

/** The finding that the key of a row, of these values, is not there. */
export function danglingDraft(
  { dataset }: Run,
  { rule, key }: Referring,
  row: number,
  values: readonly string[],
): Draft {
  const { refersTo } = key
  const [target] = 'has' in refersTo || refersTo.columns.length > 1 ? [] : refersTo.columns
  const candidates =
    'has' in refersTo ? refersTo.candidates : target === undefined ? [] : dataset.firstRows.values(target)
  const facts: Dangling = { key, values, candidates }
  return { rule, row, column: key.columns[0]!, facts, value: values[0] ?? '' }
}
