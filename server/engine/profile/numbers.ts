import type { Estimate } from '../model/profile'
import { AT_ONCE, type Counted, countInSteps } from './counted'
import { DistinctValues } from './distinct'
import { Ends } from './ends'
import { Moments } from './moments'
import { Spectrum } from './spectrum'

/** Numbers of a column that are kept, 8 bytes each: up to so many, quantiles are exact whatever they are. */
const KEPT = 1 << 21

/** What the numbers of a column come to, and the share by which each may differ from what was read. */
export interface Sorted extends Counted {
  readonly margin: number
}

/** The numbers of a column, in bounded memory. */
export class Numbers {
  /** Of `AT_ONCE` numbers each: as one array they would be copied whenever it is full. */
  #parts: Float64Array[] = []
  /** Those that come behind. */
  #last = new Float64Array(1_024)
  #size = 0
  readonly moments = new Moments()
  readonly ends = new Ends()
  /** Take over when there are too many. */
  #spectrum: Spectrum | undefined
  #distinct: DistinctValues | undefined

  /** `mark`: told again of the numbers at the ends. */
  add(number: number, mark: number): void {
    if (this.#size === this.#last.length) this.#makeRoom()
    // Zero has two spellings.
    this.#last[this.#size++] = number + 0
    this.ends.add(number, mark)
  }

  /** What was added, once all is, in steps of some milliseconds. */
  *sorted(): Generator<void, Sorted> {
    const last = this.#last.subarray(0, this.#size)
    this.moments.add(last)
    if (!this.#spectrum) return { ...(yield* countInSteps([...this.#parts, last])), margin: 0 }
    this.#spill(last)
    const all = this.#distinct!.all
    return all ? ordered(all.marks, all.counts) : { ...this.#spectrum.sorted, margin: Spectrum.margin }
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
    const full = this.#last
    if (full.length < AT_ONCE) {
      this.#last = new Float64Array(2 * full.length)
      this.#last.set(full)
      return
    }
    this.#size = 0
    this.moments.add(full)
    if (this.#spectrum) return this.#spill(full)
    this.#parts.push(full)
    this.#last = new Float64Array(AT_ONCE)
    if (this.#parts.length * AT_ONCE < KEPT) return
    for (const part of this.#parts) this.#spill(part)
    this.#parts = []
  }

  #spill(numbers: Float64Array): void {
    this.#spectrum ??= new Spectrum()
    this.#distinct ??= new DistinctValues()
    this.#spectrum.add(numbers)
    const bits = new Uint32Array(numbers.buffer, numbers.byteOffset, 2 * numbers.length)
    for (let i = 0; i < numbers.length; i++) {
      const low = Math.imul(bits[2 * i]! ^ 0x9e3779b9, 0x85ebca6b)
      const high = Math.imul(bits[2 * i + 1]! ^ (low >>> 15), 0xcc9e2d51)
      this.#distinct.add(low ^ (high >>> 13), Math.imul(high ^ (high >>> 16), 0xc2b2ae35), numbers[i]!)
    }
  }
}

function ordered(marks: Float64Array, counts: Uint32Array): Sorted {
  const order = Uint32Array.from(marks, (_, i) => i).toSorted((a, b) => marks[a]! - marks[b]!)
  return {
    values: Float64Array.from(order, i => marks[i]!),
    counts: Uint32Array.from(order, i => counts[i]!),
    margin: 0,
  }
}
