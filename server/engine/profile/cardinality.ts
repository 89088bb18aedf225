import type { Estimate } from '../model/profile'

/** Bits of a hash that choose a register. */
const PRECISION = 14
const REGISTERS = 1 << PRECISION
/** The standard error is 1.04 / √registers; twice that is passed once in twenty. */
const MARGIN = (2 * 1.04) / Math.sqrt(REGISTERS)
const ALPHA = 0.7213 / (1 + 1.079 / REGISTERS)

/** An estimate of how many different hashes were added, in 16 KiB (HyperLogLog: Flajolet, Fusy, Gandouet and Meunier, 2007). */
export class Cardinality {
  readonly #registers = new Uint8Array(REGISTERS)

  add(low: number, high: number): void {
    const register = high >>> (32 - PRECISION)
    const zeros = Math.clz32(mixed(low)) + 1
    if (zeros > this.#registers[register]!) this.#registers[register] = zeros
  }

  get estimate(): Estimate {
    let sum = 0
    let empty = 0
    for (const register of this.#registers) {
      sum += 2 ** -register
      if (register === 0) empty++
    }
    const raw = (ALPHA * REGISTERS * REGISTERS) / sum
    const count = raw <= 2.5 * REGISTERS && empty > 0 ? REGISTERS * Math.log(REGISTERS / empty) : raw
    return { count: Math.round(count), margin: MARGIN }
  }
}

/** The lower half of a hash alone is not spread well enough for its leading zeros to be counted. */
function mixed(low: number): number {
  let bits = low
  bits = Math.imul(bits ^ (bits >>> 16), 0x7feb352d)
  bits = Math.imul(bits ^ (bits >>> 15), 0x846ca68b)
  return bits ^ (bits >>> 16)
}
