import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { distance } from '../../../server/engine/model/distance'

describe('distance', () => {
  it('counts letters added, dropped, replaced or swapped, up to a limit', () => {
    for (const [a, b, letters] of [
      ['nature', 'nature', 0],
      ['nature', 'natures', 1],
      ['nature', 'nautre', 1],
      ['nature', 'nature en', 3],
      ['abc', 'xyz', 3],
      ['', 'abcdef', 3],
    ] as const)
      assert.equal(distance(a, b, 2), letters)
  })

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
