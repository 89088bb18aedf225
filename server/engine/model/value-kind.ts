import { tally, totalOf } from './lesson'
import { writtenDate } from './written-date'
import { writtenNumbers } from './written-number'

/** What the values of a column are; `code`: digits of which the first may be a zero. */
export type ValueKind = 'code' | 'number' | 'date' | 'text'

/** Values below which a column has no kind, and the share of them that must be of one. */
const LEAST = 3
const SHARE = 0.9

/** What nearly all values of a column are; undefined for few values, or for those of several kinds. */
export const valueKind = tally<ValueKind | undefined, ValueKind>({
  kindOf: value => kindOf(value.trim()),
  judge(counts) {
    const total = totalOf(counts)
    if (total < LEAST) return undefined
    // Most codes of départements or communes begin with no zero.
    if (counts.has('code') && counts.get('code')! + (counts.get('number') ?? 0) >= SHARE * total) return 'code'
    return [...counts.keys()].find(kind => counts.get(kind)! >= SHARE * total)
  },
})

function kindOf(text: string): ValueKind {
  if (/^0\d+$/.test(text)) return 'code'
  if (writtenNumbers(text).length > 0) return 'number'
  return writtenDate(text) ? 'date' : 'text'
}
