/** Bits of a fraction that choose a stretch. */
const FRACTION = 7
const WITHIN = (1 << FRACTION) - 1
/** The least and the greatest power of two that are told apart; what is smaller counts as 0, what is greater not at all. */
const LEAST = -14
const BEYOND = 40
const ZERO = (BEYOND - LEAST) << FRACTION
/** Sums are kept in thousandths, in two parts that a double holds exactly whatever their order. */
const PARTS = 1_000
const HALF = 2 ** 26

/** Numbers as a distribution counts them. */
export interface Stretches {
  /** `UNTOLD` in place of that of a value which is to be added by itself. */
  readonly stretches: Uint32Array
  /** The parts of the sum of the others. */
  readonly upper: number
  readonly lower: number
}

/** In place of the stretch of a value that only its text can tell, or that is none. */
export const UNTOLD = 0xffffffff

/**
 * Numbers counted by stretches, each at most 1/128 of its numbers wide, with their exact sum in thousandths. They may
 * come and go: what is told depends on those that are there, never on their order.
 */
export class Distribution {
  /** By power of two the counts of its stretches, where there were any: numbers of one column have a few powers. */
  readonly #counts: (Uint32Array | undefined)[] = []
  /** Sums of the counts, power of two by power of two: a text under edit is asked again after each edit. */
  readonly #ofPowers = new Uint32Array(((2 * ZERO) >> FRACTION) + 1)
  #upper = 0
  #lower = 0
  /** Numbers that are there. */
  count = 0
  /** Values that are none, or are beyond 2 ** 40. */
  others = 0
  /** Stretches in which there are some: never more than there are different numbers. */
  different = 0

  /** `sign`: 1 for a number that comes, −1 for one that goes; NaN stands for a value that is no number. */
  add(number: number, sign: 1 | -1): void {
    const stretch = stretchOf(number)
    if (stretch === undefined) {
      this.others += sign
      return
    }
    this.#count(stretch, sign)
    const parts = Math.round(number * PARTS)
    const upper = Math.floor(parts / HALF)
    this.#upper += sign * upper
    this.#lower += sign * (parts - upper * HALF)
  }

  /** Adds numbers that come together. */
  addStretches({ stretches, upper, lower }: Stretches): void {
    for (let i = 0; i < stretches.length; i++) if (stretches[i] !== UNTOLD) this.#count(stretches[i]!, 1)
    this.#upper += upper
    this.#lower += lower
  }

  #count(stretch: number, sign: 1 | -1): void {
    const power = stretch >> FRACTION
    const counts = (this.#counts[power] ??= new Uint32Array(1 << FRACTION))
    const before = counts[stretch & WITHIN]!
    counts[stretch & WITHIN] = before + sign
    this.#ofPowers[power]! += sign
    if (before === 0) this.different++
    else if (before + sign === 0) this.different--
    this.count += sign
  }

  get sum(): number {
    return (this.#upper * HALF + this.#lower) / PARTS
  }

  get mean(): number {
    return this.sum / this.count
  }

  /** The number below which a share of them lies, within 1/128 of it; NaN where there is none. Whole numbers below 256 are exact. */
  quantile(share: number): number {
    if (this.count === 0) return Number.NaN
    let left = Math.max(1, Math.ceil(share * this.count))
    let power = 0
    while (left > this.#ofPowers[power]!) left -= this.#ofPowers[power++]!
    const counts = this.#counts[power]!
    let within = 0
    while (left > counts[within]!) left -= counts[within++]!
    return numberIn((power << FRACTION) | within)
  }

  /** The number in the middle, or halfway between the two in the middle of an even count; NaN where there is none. */
  get median(): number {
    return (this.quantile(0.5) + this.quantile(0.5 + 0.25 / this.count)) / 2
  }

  /** How many of them lie in the stretches from that of one number to that of another. */
  between(from: number, to: number): number {
    return this.#until(stretchOf(clamped(to))! + 1) - this.#until(stretchOf(clamped(from))!)
  }

  /** False when none of the values surely lies between two numbers. */
  mayHold(from: number, to: number): boolean {
    const isCounted = stretchOf(from) !== undefined && stretchOf(to) !== undefined
    return !isCounted || this.between(from, to) > 0
  }

  /** How many lie before a stretch. */
  #until(stretch: number): number {
    const power = stretch >> FRACTION
    let count = 0
    for (let i = 0; i < power; i++) count += this.#ofPowers[i]!
    const counts = this.#counts[power]
    if (counts) for (let i = 0; i < (stretch & WITHIN); i++) count += counts[i]!
    return count
  }
}

const double = new Float64Array(1)
const halves = new Uint32Array(double.buffer)

/** The stretch in which a number lies; undefined for NaN and beyond. */
function stretchOf(number: number): number | undefined {
  const size = Math.abs(number)
  if (!(size < 2 ** BEYOND)) return undefined
  if (size < 2 ** LEAST) return ZERO
  double[0] = size
  const above = (halves[1]! >>> (20 - FRACTION)) - ((1_023 + LEAST) << FRACTION)
  return number > 0 ? ZERO + 1 + above : ZERO - 1 - above
}

/** The number that stands for a stretch: a whole one where it holds but one, else its middle. */
function numberIn(stretch: number): number {
  if (stretch === ZERO) return 0
  const above = Math.abs(stretch - ZERO) - 1
  const power = (above >> FRACTION) + LEAST
  const width = 2 ** (power - FRACTION)
  const least = 2 ** power + (above & WITHIN) * width
  return Math.sign(stretch - ZERO) * (power > FRACTION ? least + width / 2 : least)
}

function clamped(number: number): number {
  const most = 2 ** BEYOND - 1
  return Math.min(most, Math.max(-most, number))
}
