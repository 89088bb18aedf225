import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { CellMemo } from '../../server/engine/cell-memo'

describe('the memo of a column', () => {
  it('tells what was kept for the same bytes, and nothing for others', () => {
    const one = fc.oneof(fc.constantFrom('oui', 'non', ''), fc.string({ maxLength: 70 }))
    const texts = fc.array(one, { minLength: 30, maxLength: 200 })
    let met = 0
    fc.assert(
      fc.property(texts, all => {
        const memo = new CellMemo<string>()
        for (const text of all) {
          const bytes = new TextEncoder().encode(`"${text}"`)
          const known = memo.of(bytes, 1, bytes.length - 1)
          if (known !== undefined) met++
          assert.ok(known === undefined || known === text)
          memo.keep(bytes, 1, bytes.length - 1, text)
        }
      }),
    )
    assert.ok(met > 100)
  })
})
