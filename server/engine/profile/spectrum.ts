import { ordered } from './counted'

/** Bits of a double that choose a stretch: its sign, its exponent and eight bits of its fraction. */
const BITS = 20

/** Numbers counted by stretches, each 1/256 of its numbers wide: quantiles of any number of them, in 4 MB. */
export class Spectrum {
  /** The share of a number by which the middle of its stretch may differ. */
  static readonly margin = 2 ** -9
  readonly #counts = new Uint32Array(1 << BITS)

  add(numbers: Float64Array): void {
    const bits = new Uint32Array(numbers.buffer, numbers.byteOffset, 2 * numbers.length)
    for (let i = 1; i < bits.length; i += 2) this.#counts[ordered(bits[i]!) >>> (32 - BITS)]!++
  }

  /** The middles of the stretches in which numbers lie, in order, and how many lie there. */
  get sorted(): { readonly values: Float64Array; readonly counts: Uint32Array } {
    const numbers: number[] = []
    for (let i = 0; i < this.#counts.length; i++) if (this.#counts[i]! > 0) numbers.push(i)
    return {
      values: Float64Array.from(numbers, i => (lowerEnd(i) + lowerEnd(i + 1)) / 2),
      counts: Uint32Array.from(numbers, i => this.#counts[i]!),
    }
  }
}

const double = new Float64Array(1)
const halves = new Uint32Array(double.buffer)

function lowerEnd(stretch: number): number {
  const upper = (stretch << (32 - BITS)) >>> 0
  halves[0] = 0
  halves[1] = upper & 0x80000000 ? upper & 0x7fffffff : ~upper
  return double[0]!
}
