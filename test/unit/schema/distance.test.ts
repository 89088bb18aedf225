import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { distance } from '../../../server/engine/schema/distance'

describe('distance', () => {
  it('is that of the plain definition, cut off above the limit', () => {
    const word = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 }).map(letters => letters.join(''))
    fc.assert(
      fc.property(word, word, fc.integer({ min: 1, max: 3 }), (left, right, limit) => {
        assert.equal(distance(left, right, limit), Math.min(plain(left, right), limit + 1))
      }),
      { numRuns: 5000 },
    )
  })
})

/** Optimal string alignment as it is defined, by recursion. */
function plain(left: string, right: string): number {
  if (left === '' || right === '') return left.length + right.length
  const [from, to] = [left.slice(0, -1), right.slice(0, -1)]
  if (left.at(-1) === right.at(-1)) return plain(from, to)
  const swapped = left.length > 1 && right.length > 1 && left.at(-1) === right.at(-2) && left.at(-2) === right.at(-1)
  return (
    1 +
    Math.min(
      plain(from, right),
      plain(left, to),
      plain(from, to),
      swapped ? plain(left.slice(0, -2), right.slice(0, -2)) : Infinity,
    )
  )
}
