import { accepting } from '../../model/accept'
import { numberAtMark } from '../../model/number-at'
import { withoutUnit } from './number'
import type { Reading, Spelling } from './reading'

const INTEGER = /^[+-]?\d+$/
/** No byte is a decimal mark. */
const NO_MARK = -1

/** Whole numbers, leading zeros allowed; space round them does not count, as in XML Schema. */
export function integer({ groupChar, bareNumber }: Spelling): Reading {
  const read = (text: string) => {
    let bare = bareNumber ? text.trim() : withoutUnit(text, '')
    if (groupChar) bare = bare.replaceAll(groupChar, '')
    return INTEGER.test(bare) ? Number(bare) : undefined
  }
  return groupChar !== undefined && /[\d+-]/.test(groupChar)
    ? { read }
    : { read, accept: acceptDigits, numberAt: numberAtMark(NO_MARK) }
}

const acceptDigits = accepting({ is: 'number', mark: NO_MARK }, (bytes, from, to) => {
  let at = from
  if (to - from > 1 && (bytes[at] === 43 || bytes[at] === 45)) at++
  if (at >= to) return false
  for (; at < to; at++) if (bytes[at]! < 48 || bytes[at]! > 57) return false
  return true
})
