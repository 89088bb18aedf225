import { distance } from './distance'
import { folded } from './fold'

/** Candidates that a slip of the hand may have meant, three at most, the nearest first; N for O is no slip. */
export function nearValues(text: string, candidates: Iterable<string>): readonly string[] {
  const plain = folded(text)
  const limit = plain.length < 3 ? 0 : plain.length < 8 ? 1 : 2
  const found = [...new Set(candidates)].map(value => ({ value, slips: distance(plain, folded(value), limit) }))
  return found
    .filter(({ slips }) => slips <= limit)
    .toSorted((a, b) => a.slips - b.slips)
    .slice(0, 3)
    .map(({ value }) => value)
}
