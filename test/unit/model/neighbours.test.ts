import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { distance } from '../../../server/engine/model/distance'
import { Neighbours } from '../../../server/engine/model/neighbours'

describe('neighbours', () => {
  it('are the texts that so few letters tell from another one', () => {
    const word = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 9 }).map(letters => letters.join(''))
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), word, fc.integer({ min: 0, max: 3 }), (texts, text, limit) => {
        const found = new Neighbours(texts).within(text, limit)
        const expected = texts
          .map((other, index) => ({ index, letters: distance(text, other, limit) }))
          .filter(({ letters }) => letters <= limit)
        assert.deepEqual(
          found.toSorted((a, b) => a.index - b.index),
          expected,
        )
      }),
      { numRuns: 10_000 },
    )
  })
})
