import { decimalSum } from './decimal'
import { wordsOf } from './identifier'
import type { KnownSum } from './known-sums'
import type { Lesson } from './lesson'
import { holdsRates } from './rate'
import type { Column } from './table'
import { soleNumber } from './written-number'

/** The first rows that show what adds up, the least of them, and how many of so many may not come out. */
const ROWS = 40
const LEAST = 10
const WRONG = 20
/** Columns that may add up to one. */
const MOST = 30
/** What a sum may be out by: each term may have been rounded to the cent. */
const TOLERANCE = 0.01

const TOTAL = /^(?:total|totale|totaux|ensemble)$/

/** The sums of columns that are called a total, whose neighbours on one side add up to them in nearly all of the first rows. */
export function foundSums(columns: readonly Column[]): readonly KnownSum[] {
  return columns.flatMap((total, at) => {
    if (!wordsOf(total).some(word => TOTAL.test(word)) || holdsRates(total)) return []
    const before = columns.slice(Math.max(0, at - MOST), at).toReversed()
    const after = columns.slice(at + 1, at + 1 + MOST)
    const parts = partsOf(total, before) ?? partsOf(total, after)
    return parts ? [{ total, parts: parts.toSorted((one, other) => one.index - other.index) }] : []
  })
}

/** The fewest neighbours, two at least, that add up to a total. */
function partsOf(total: Column, neighbours: readonly Column[]): readonly Column[] | undefined {
  const totals = total.learn(firstNumbers)
  if (totals.length < LEAST) return undefined
  const sums = totals.map(() => 0)
  const filled = totals.map(() => 0)
  for (const [i, part] of neighbours.entries()) {
    const numbers = part.learn(firstNumbers)
    if (numbers.length !== totals.length) return undefined
    for (const [row, number] of numbers.entries()) {
      sums[row] = decimalSum([sums[row]!, number])
      if (number !== 0) filled[row]!++
    }
    if (i > 0 && comeOut(totals, sums, filled)) return neighbours.slice(0, i + 1)
  }
  return undefined
}

function comeOut(totals: readonly number[], sums: readonly number[], filled: readonly number[]): boolean {
  const right = totals.map((total, row) => Math.abs(total - sums[row]!) <= TOLERANCE)
  const wrong = right.filter(isRight => !isRight).length
  // One number that is the total of its row says nothing of the others.
  const telling = right.filter((isRight, row) => isRight && filled[row]! > 1).length
  return wrong <= Math.max(1, Math.floor(totals.length / WRONG)) && 2 * telling >= totals.length
}

/** The first values as numbers; none when one of them is no number that can be read in one way. */
const firstNumbers: Lesson<readonly number[]> = values => {
  const numbers = values.slice(0, ROWS).map(soleNumber)
  return numbers.every(Number.isFinite) ? numbers : []
}
