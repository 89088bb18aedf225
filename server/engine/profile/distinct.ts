import { HashNumbers } from '../model/hash'
import type { Estimate } from '../model/profile'
import { Cardinality } from './cardinality'

/** Different values up to which all is exact. */
const MOST = 100_000

/** Counts different values by their hashes: exactly up to `MOST` of them, then by a sketch, and the frequent ones still. */
export class DistinctValues {
  readonly #numbers = new HashNumbers()
  #counts = new Uint32Array(512)
  /** What was given with each value when it was first met. */
  #marks = new Float64Array(512)
  /** Takes over when there are too many. */
  #sketch: Cardinality | undefined
  /** Cells that may have been forgotten of a value, at most. */
  lost = 0

  /** Counts a value; true when it was not among those known. */
  add(low: number, high: number, mark: number, times = 1): boolean {
    const numbers = this.#numbers
    const { size } = numbers
    const number = numbers.numberOf(low, high)
    if (number < size) {
      this.#counts[number]! += times
      return false
    }
    if (number === this.#counts.length) this.#grow()
    this.#counts[number] = times
    this.#marks[number] = mark
    this.#sketch?.add(low, high)
    if (numbers.size > MOST) this.#forget()
    return true
  }

  /** Counts a value once more; false when it is not among those known. */
  addKnown(low: number, high: number): boolean {
    const number = this.#numbers.knownNumberOf(low, high)
    if (number === undefined) return false
    this.#counts[number]!++
    return true
  }

  /** How many different values there are. */
  get estimate(): Estimate {
    return this.#sketch ? this.#sketch.estimate : { count: this.#numbers.size, margin: 0 }
  }

  /** Every value met with its count and its mark; undefined when there were too many. */
  get all(): { readonly marks: Float64Array; readonly counts: Uint32Array } | undefined {
    const { size } = this.#numbers
    if (this.#sketch) return undefined
    return { marks: this.#marks.subarray(0, size), counts: this.#counts.subarray(0, size) }
  }

  /** The marks of the values that come most often, those met first before others. */
  top(most: number): { readonly mark: number; readonly count: number }[] {
    const best: number[] = []
    for (let number = 0; number < this.#numbers.size; number++) {
      const count = this.#counts[number]!
      if (best.length === most && count <= this.#counts[best.at(-1)!]!) continue
      let at = best.length
      while (at > 0 && this.#counts[best[at - 1]!]! < count) at--
      best.splice(at, 0, number)
      if (best.length > most) best.pop()
    }
    return best.map(number => ({ mark: this.#marks[number]!, count: this.#counts[number]! }))
  }

  /** Leaves the rarer half out, as “Lossy Counting” does (Manku and Motwani, 2002): each may have lost as many cells as the commonest of them. */
  #forget(): void {
    const numbers = this.#numbers
    if (!this.#sketch) {
      this.#sketch = new Cardinality()
      for (let number = 0; number < numbers.size; number++)
        this.#sketch.add(numbers.lowOf(number), numbers.highOf(number))
    }
    const { size } = numbers
    const counts = this.#counts
    const marks = this.#marks
    const limit = medianOf(counts.subarray(0, size))
    this.lost += limit
    numbers.keepOnly(number => counts[number]! > limit)
    let kept = 0
    for (let number = 0; number < size; number++) {
      if (counts[number]! <= limit) continue
      counts[kept] = counts[number]!
      marks[kept++] = marks[number]!
    }
  }

  #grow(): void {
    const counts = new Uint32Array(2 * this.#counts.length)
    counts.set(this.#counts)
    this.#counts = counts
    const marks = new Float64Array(2 * this.#marks.length)
    marks.set(this.#marks)
    this.#marks = marks
  }
}

/** The middle one of some counts, the upper one of two; most counts are small, and then nothing is sorted. */
function medianOf(counts: Uint32Array): number {
  const few = new Uint32Array(64)
  for (const count of counts) if (count < few.length) few[count]!++
  let passed = 0
  for (let count = 0; count < few.length; count++) {
    passed += few[count]!
    if (passed > counts.length >> 1) return count
  }
  return counts.toSorted()[counts.length >> 1]!
}
