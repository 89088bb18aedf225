import { type Accept, accepting } from '../../model/accept'
import { numberAtMark } from '../../model/number-at'
import type { Reading, Spelling } from './reading'

// XML Schema's decimal, with the exponent that Table Schema adds.
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/
// Table Schema admits them in small letters too.
const SPECIAL: Readonly<Record<string, number>> = {
  NAN: Number.NaN,
  INF: Number.POSITIVE_INFINITY,
  '-INF': Number.NEGATIVE_INFINITY,
}

/** Numbers of any kind; space round them does not count, as in XML Schema. */
export function number({ decimalChar, groupChar, bareNumber }: Spelling): Reading {
  const read = (text: string) => {
    let bare = bareNumber ? text.trim() : withoutUnit(text, decimalChar)
    const special = bare.length <= 4 ? bare.toUpperCase() : ''
    if (Object.hasOwn(SPECIAL, special)) return SPECIAL[special]
    if (groupChar) bare = bare.replaceAll(groupChar, '')
    if (decimalChar !== '.') {
      const parts = bare.split(decimalChar)
      if (parts.some(part => part.includes('.'))) return
      bare = parts.join('.')
    }
    return NUMBER.test(bare) ? Number(bare) : undefined
  }
  const mark = decimalChar.length === 1 && !/[\d+-]/.test(decimalChar) ? decimalChar.charCodeAt(0) : 0
  const regular = mark > 0 && mark < 128 && (groupChar === undefined || !/[\d+-]/.test(groupChar))
  return regular && groupChar !== decimalChar
    ? { read, accept: acceptor(mark), numberAt: numberAtMark(mark) }
    : { read }
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
