import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { applyEdits } from '../../../server/engine/fix'
import type { Edit } from '../../../server/engine/model/span'
import { composed } from '../../../server/repair/composed-edits'

const text = fc.string({ unit: fc.constantFrom('a', 'b', ';', '\n'), maxLength: 30 })

/** Edits of a text of that length, in order, never touching each other. */
function editsOf(length: number): fc.Arbitrary<Edit[]> {
  return fc
    .array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 4 }), text), { maxLength: 6 })
    .map(parts => {
      let at = 0
      return parts.flatMap(([skip, width, written]) => {
        const start = at + skip
        at = start + width
        return at > length ? [] : [{ span: { start, end: at }, text: written }]
      })
    })
}

describe('two rounds of repairs', () => {
  it('are one list of edits that does the same', () => {
    const encoder = new TextEncoder()
    const rounds = text.chain(before => {
      const bytes = encoder.encode(before)
      return editsOf(bytes.length).chain(first => {
        const between = applyEdits(bytes, first)
        return editsOf(between.length).map(second => ({ bytes, first, second, last: applyEdits(between, second) }))
      })
    })
    fc.assert(
      fc.property(rounds, ({ bytes, first, second, last }) => {
        const edits = composed(first, second, last)
        assert.deepEqual(applyEdits(bytes, edits), last)
        edits.reduce((end, { span }) => {
          assert.ok(span.start >= end && span.end >= span.start, 'in order, without overlap')
          return span.end
        }, 0)
      }),
      { numRuns: 500 },
    )
  })
})
