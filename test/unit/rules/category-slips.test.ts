import assert from 'node:assert/strict'
import fc from 'fast-check'
import { slipFinder } from '../../../server/engine/rules/category-slips'

const spellings = [
  'bibliotheque',
  'bibliothequ',
  'bibliothéque',
  'médiathèque',
  'mediatheque',
  'aide au sport',
  'sport au aide',
]
const counts = fc.dictionary(fc.constantFrom(...spellings), fc.constantFrom(1, 2, 9, 10, 15, 20, 40))

describe('slips of the hand among categories', () => {
  it('are those that are found at first sight, whatever was counted before', () => {
    const seen = new Set<number>()
    fc.assert(
      fc.property(fc.array(counts, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 20 }), (all, most) => {
        const slipsOf = slipFinder(most)
        for (const one of all) {
          const now = new Map(Object.entries(one))
          const found = slipsOf(now)
          seen.add(found.length)
          assert.deepEqual(found, slipFinder(20)(now))
        }
      }),
      { numRuns: 500 },
    )
    assert.ok(seen.size > 1)
  })
})
