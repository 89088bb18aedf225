import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { spellsOneOf } from '../../server/engine/model/spelling'

describe('spellsOneOf', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'é', ' '), maxLength: 3 })

  it('knows the texts of its list and no other', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 60 }), text, (list, other) => {
        const test = spellsOneOf(list)
        for (const value of [...list, other]) {
          // Among others, so that what stands round it must not count.
          const bytes = new TextEncoder().encode(`a${value}b`)
          assert.equal(test(bytes, 1, bytes.length - 1), list.includes(value))
        }
      }),
    )
  })
})
