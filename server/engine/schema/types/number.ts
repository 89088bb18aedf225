import { type Accept, accepting, type NumberAt } from '../../model/accept'
import type { Reading, Spelling } from './reading'

// XML Schema's decimal, with the exponent that Table Schema adds.
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/
const SPECIAL: Readonly<Record<string, number>> = {
  NaN: Number.NaN,
  INF: Number.POSITIVE_INFINITY,
  '-INF': Number.NEGATIVE_INFINITY,
}

/** Numbers of any kind; space round them does not count, as in XML Schema. */
export function number({ decimalChar, groupChar, bareNumber }: Spelling): Reading {
  const read = (text: string) => {
    let bare = bareNumber ? text.trim() : withoutUnit(text, decimalChar)
    if (Object.hasOwn(SPECIAL, bare)) return SPECIAL[bare]
    if (groupChar) bare = bare.replaceAll(groupChar, '')
    if (decimalChar !== '.') {
      if (bare.includes('.')) return
      bare = bare.replaceAll(decimalChar, '.')
    }
    return NUMBER.test(bare) ? Number(bare) : undefined
  }
  const mark = decimalChar.length === 1 && !/[\d+-]/.test(decimalChar) ? decimalChar.charCodeAt(0) : 0
  const regular = mark > 0 && mark < 128 && (groupChar === undefined || !/[\d+-]/.test(groupChar))
  return regular && groupChar !== decimalChar ? { read, accept: acceptor(mark), numberAt: plainNumber(mark) } : { read }
}

/** The number without what stands before and after it, its sign kept: `€ -12` is `-12`. */
export function withoutUnit(text: string, decimalChar: string): string {
  const first = text.search(/\d/)
  if (first < 0) return text.trim()
  const before = text.slice(0, first)
  const sign = /[+-](?=[^+-]*$)/.exec(before)?.[0] ?? ''
  const mark = before.endsWith(decimalChar) ? decimalChar : ''
  let end = text.length
  while (!/\d/.test(text[end - 1]!)) end--
  return sign + mark + text.slice(first, end)
}

/** As many digits as a double surely holds: 10 ** 15 is less than 2 ** 53. */
const EXACT_DIGITS = 15
const POWERS = Array.from({ length: EXACT_DIGITS + 1 }, (_, exponent) => 10 ** exponent)

/** Reads up to 15 digits with a sign and a decimal mark; both numbers of the quotient being exact, it is rounded as `Number` rounds. */
export function plainNumber(mark: number): NumberAt {
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

function acceptor(mark: number): Accept {
  return accepting({ is: 'number', mark }, (bytes, from, to) => {
    let at = from
    if (bytes[at] === 43 || bytes[at] === 45) at++
    // At least one digit before the mark.
    const first = at
    while (at < to && bytes[at]! >= 48 && bytes[at]! <= 57) at++
    if (at === first || at > to) return false
    if (at < to && bytes[at] === mark) {
      at++
      while (at < to && bytes[at]! >= 48 && bytes[at]! <= 57) at++
    }
    return at === to
  })
}
