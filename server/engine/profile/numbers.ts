import type { Estimate } from '../model/profile'
import { DistinctValues } from './distinct'
import { Ends } from './ends'
import { Moments } from './moments'
import { sortInSteps } from './sort'
import { Spectrum } from './spectrum'

/** Numbers of a column that are kept, 8 bytes each: up to so many, quantiles are exact whatever they are. */
const KEPT = 1 << 21
/** Numbers that are worked on together beyond. */
const BATCH = 1 << 16

/** Different numbers in order, how often each comes, and the share by which each may differ from what was read. */
export interface Sorted {
  readonly values: Float64Array
  readonly counts: Uint32Array
  readonly margin: number
}

/** The numbers of a column, in bounded memory. */
export class Numbers {
  #kept = new Float64Array(1_024)
  #size = 0
  readonly moments = new Moments()
  readonly ends = new Ends()
  /** Take over when there are too many. */
  #spectrum: Spectrum | undefined
  #distinct: DistinctValues | undefined

  /** `mark`: told again of the numbers at the ends. */
  add(number: number, mark: number): void {
    if (this.#size === this.#kept.length) this.#makeRoom()
    // Zero has two spellings.
    this.#kept[this.#size++] = number + 0
    this.ends.add(number, mark)
  }

  /** What was added, once all is, in steps of some milliseconds. */
  *sorted(): Generator<void, Sorted> {
    const numbers = this.#kept.subarray(0, this.#size)
    if (this.#spectrum) {
      this.#spill(numbers)
      const all = this.#distinct!.all
      return all ? ordered(all.marks, all.counts) : { ...this.#spectrum.sorted, margin: Spectrum.margin }
    }
    yield* sortInSteps(numbers)
    for (let from = 0; from < numbers.length; from += BATCH) {
      this.moments.add(numbers.subarray(from, from + BATCH))
      yield
    }
    return yield* runs(numbers)
  }

  /** How many different numbers there are, once they are sorted. */
  distinct({ values }: Sorted): Estimate {
    return this.#distinct?.estimate ?? { count: values.length, margin: 0 }
  }

  /** The numbers that come most often, once they are sorted. */
  top({ values, counts }: Sorted, most: number): { readonly mark: number; readonly count: number }[] {
    if (this.#distinct) return this.#distinct.top(most)
    const best: number[] = []
    for (let i = 0; i < values.length; i++) {
      if (best.length === most && counts[i]! <= counts[best.at(-1)!]!) continue
      let at = best.length
      while (at > 0 && counts[best[at - 1]!]! < counts[i]!) at--
      best.splice(at, 0, i)
      if (best.length > most) best.pop()
    }
    return best.map(i => ({ mark: values[i]!, count: counts[i]! }))
  }

  get lost(): number {
    return this.#distinct?.lost ?? 0
  }

  #makeRoom(): void {
    if (this.#size < KEPT) {
      const room = new Float64Array(2 * this.#kept.length)
      room.set(this.#kept)
      this.#kept = room
      return
    }
    this.#spill(this.#kept)
    this.#kept = new Float64Array(BATCH)
    this.#size = 0
  }

  #spill(numbers: Float64Array): void {
    this.#spectrum ??= new Spectrum()
    this.#distinct ??= new DistinctValues()
    this.#spectrum.add(numbers)
    this.moments.add(numbers)
    const bits = new Uint32Array(numbers.buffer, numbers.byteOffset, 2 * numbers.length)
    for (let i = 0; i < numbers.length; i++) {
      const low = Math.imul(bits[2 * i]! ^ 0x9e3779b9, 0x85ebca6b)
      const high = Math.imul(bits[2 * i + 1]! ^ (low >>> 15), 0xcc9e2d51)
      this.#distinct.add(low ^ (high >>> 13), Math.imul(high ^ (high >>> 16), 0xc2b2ae35), numbers[i]!)
    }
  }
}

function* runs(numbers: Float64Array): Generator<void, Sorted> {
  let kinds = 0
  for (let i = 0; i < numbers.length; i++) {
    if (i === 0 || numbers[i] !== numbers[i - 1]) kinds++
    if (i % BATCH === BATCH - 1) yield
  }
  const values = new Float64Array(kinds)
  const counts = new Uint32Array(kinds)
  let at = -1
  for (let i = 0; i < numbers.length; i++) {
    if (i === 0 || numbers[i] !== numbers[i - 1]) values[++at] = numbers[i]!
    counts[at]!++
    if (i % BATCH === BATCH - 1) yield
  }
  return { values, counts, margin: 0 }
}

function ordered(marks: Float64Array, counts: Uint32Array): Sorted {
  const order = Uint32Array.from(marks, (_, i) => i).toSorted((a, b) => marks[a]! - marks[b]!)
  return {
    values: Float64Array.from(order, i => marks[i]!),
    counts: Uint32Array.from(order, i => counts[i]!),
    margin: 0,
  }
}
