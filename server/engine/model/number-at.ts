import type { NumberAt } from './accept'

/** As many digits as a double surely holds: 10 ** 15 is less than 2 ** 53. */
const EXACT_DIGITS = 15
const POWERS = Array.from({ length: EXACT_DIGITS + 1 }, (_, exponent) => 10 ** exponent)

/** Reads up to 15 digits with a sign and a decimal mark; both numbers of the quotient being exact, it is rounded as `Number` rounds. */
export function numberAtMark(mark: number): NumberAt {
  const numberAt = (bytes: Uint8Array, from: number, to: number) => {
    const sign = from < to ? bytes[from]! : 0
    let value = 0
    let digits = 0
    let decimals = -1
    for (let at = sign === 45 || sign === 43 ? from + 1 : from; at < to; at++) {
      const byte = bytes[at]!
      if (byte >= 48 && byte <= 57) {
        value = value * 10 + byte - 48
        digits++
        if (decimals >= 0) decimals++
      } else if (byte === mark && decimals < 0 && digits > 0) decimals = 0
      else return Number.NaN
    }
    if (digits === 0 || digits > EXACT_DIGITS) return Number.NaN
    if (decimals > 0) value /= POWERS[decimals]!
    return sign === 45 ? -value : value
  }
  return Object.assign(numberAt, { form: { is: 'number', mark } as const })
}
