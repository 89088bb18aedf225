import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import type { Edit } from '../../server/engine/model/span'
import { untorn } from '../../server/engine/untorn'

/** Whether two edits do not overlap. */
const areFree = ({ span: a }: Edit, { span: b }: Edit) => a.end < b.start || b.end < a.start

const edit = fc
  .tuple(fc.nat(5_000), fc.oneof(fc.nat(20), fc.nat(3_000)))
  .map(([start, length]): Edit => ({ span: { start, end: start + length }, text: 'x' }))

/** Repairs of one to five places, none of which touches another of its own. */
const repair = fc
  .array(edit, { minLength: 1, maxLength: 5 })
  .filter(edits => edits.every((one, i) => edits.slice(i + 1).every(other => areFree(one, other))))

describe('repairs made together', () => {
  it('are made whole or not at all, and none is left out that touches none of them', () => {
    let torn = 0
    fc.assert(
      fc.property(fc.array(repair, { maxLength: 12 }), repairs => {
        const made = new Set(untorn(repairs, areFree))
        for (const edits of repairs) {
          const count = edits.filter(one => made.has(one)).length
          assert.ok(count === 0 || count === edits.length)
          if (count > 0) continue
          torn++
          assert.ok(edits.some(one => [...made].some(other => !areFree(one, other))))
        }
        const inOrder = [...made].toSorted((a, b) => a.span.start - b.span.start)
        assert.deepEqual([...made], inOrder)
        for (const [i, one] of inOrder.entries()) if (i > 0) assert.ok(areFree(inOrder[i - 1]!, one))
      }),
      { numRuns: 1_000 },
    )
    assert.ok(torn > 100)
  })
})
