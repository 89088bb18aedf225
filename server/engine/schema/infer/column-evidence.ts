import { absenceIn, type Absence } from '../../model/absence'
import { Hash, HashNumbers } from '../../model/hash'
import { codes } from './codes'
import { type Guess, guesses } from './guesses'
import { codeShape } from './shape'

/** Different values of a column that are kept; beyond, it has no categories. */
const DISTINCT = 60
/** Characters beyond which a value is no category. */
const SHORT = 80
/** Different values whose hashes are kept to know whether one comes twice: some 12 bytes each. */
const KEPT = 1 << 22
/** Ways to write that there is no value which are kept apart. */
const ABSENCES = 40

/** A guess that all values bear out so far, and the least and greatest of the numbers read. */
export interface Borne {
  readonly guess: Guess
  low: number
  high: number
}

/**
 * What the values of one column allow to say, taken in one at a time, in any order, in bounded memory.
 * Whatever it says holds for every value that was added.
 */
export class ColumnEvidence {
  readonly label: string
  /** Values added. */
  filled = 0
  /** Values by their number; undefined when there are too many. */
  distinct: Map<string, number> | undefined = new Map()
  /** Words and marks that stand for no value, with their number; they are no values until `take` says so. */
  readonly absent = new Map<string, { readonly kind: Absence; count: number }>()
  /** Guesses that all values bear out, the best first. */
  borne: readonly Borne[] = guesses.map(guess => ({
    guess,
    low: Number.POSITIVE_INFINITY,
    high: Number.NEGATIVE_INFINITY,
  }))
  /** Codes whose pattern all values match, and whether all are right by the code's own arithmetic. */
  fitting = codes.map(code => ({ code, expression: new RegExp(code.pattern), areRight: true }))
  /** The one shape of all values; false when they have several or none. */
  shape: string | false | undefined
  /** Whether all values are digits only; `long`: and one of them is a code by its leading zero or its length. */
  digits: 'plain' | 'long' | false = 'plain'
  readonly #hash = new Hash()
  #numbers: HashNumbers | undefined = new HashNumbers()

  constructor(label: string) {
    this.label = label
  }

  /** True when no value comes twice; false as well when there are too many to know. */
  get isUnique(): boolean {
    return this.#numbers !== undefined && this.filled > 0
  }

  /** Different values, as far as they were counted. */
  get variety(): number {
    return this.#numbers?.size ?? this.distinct?.size ?? DISTINCT
  }

  /** A cell in which something stands. */
  add(text: string): void {
    if (this.#isCounted(text, 1)) return
    const known = this.absent.get(text)
    const kind = known || this.absent.size >= ABSENCES ? undefined : saysNothing(text)
    if (known) known.count++
    else if (kind) this.absent.set(text, { kind, count: 1 })
    else this.#addValue(text, 1)
  }

  /** Takes for values all the words for no value but these. */
  take(missing: ReadonlySet<string>): void {
    for (const [text, { count }] of this.absent) {
      if (missing.has(text)) continue
      this.#addValue(text, 1)
      if (count > 1 && !this.#isCounted(text, count - 1)) this.#addValue(text, count - 1)
    }
  }

  /** Counts a value that was met before: it teaches nothing else. */
  #isCounted(text: string, times: number): boolean {
    const count = this.distinct?.get(text)
    if (count === undefined) return false
    this.filled += times
    this.#numbers = undefined
    this.distinct!.set(text, count + times)
    return true
  }

  #addValue(text: string, times: number): void {
    this.filled += times
    this.#compare(text)
    if (this.distinct && (this.distinct.size >= DISTINCT || text.length > SHORT)) this.distinct = undefined
    this.distinct?.set(text, times)
    this.#learn(text)
  }

  #learn(text: string): void {
    if (this.borne.some(borne => !bears(borne, text))) this.borne = this.borne.filter(borne => bears(borne, text))
    if (this.fitting.some(({ expression }) => !expression.test(text)))
      this.fitting = this.fitting.filter(({ expression }) => expression.test(text))
    for (const fit of this.fitting) fit.areRight &&= fit.code.isRight?.(text) ?? true
    if (this.shape !== false) {
      const shape = codeShape(text)
      this.shape = shape !== undefined && (this.shape ?? shape) === shape ? shape : false
    }
    if (this.digits !== false) {
      if (!/^\d+$/.test(text)) this.digits = false
      else if (text.length > 15 || /^0\d/.test(text)) this.digits = 'long'
    }
  }

  #compare(text: string): void {
    if (!this.#numbers) return
    const bytes = encoder.encode(text)
    this.#hash.of(bytes, 0, bytes.length)
    const { size } = this.#numbers
    // Two values with one hash are taken for one: then nothing is said, which is never wrong.
    if (this.#numbers.numberOf(this.#hash.low, this.#hash.high) < size || size >= KEPT) this.#numbers = undefined
  }
}

const encoder = new TextEncoder()

function saysNothing(text: string): Absence | undefined {
  return text.trim() === '' ? 'sure' : absenceIn(text)
}

function bears(borne: Borne, text: string): boolean {
  const { read, wants } = borne.guess
  if (wants && !wants.test(text)) return false
  const value = read(text)
  if (value === undefined) return false
  if (typeof value === 'number') {
    if (value < borne.low) borne.low = value
    if (value > borne.high) borne.high = value
  }
  return true
}
