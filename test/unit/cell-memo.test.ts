import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { CellMemo, Memos } from '../../server/engine/cell-memo'

describe('the memo of a column', () => {
  it('tells what was kept for the same bytes, and nothing for others', () => {
    const one = fc.oneof(fc.constantFrom('oui', 'non', ''), fc.string({ maxLength: 70 }))
    const texts = fc.array(one, { minLength: 30, maxLength: 200 })
    let met = 0
    fc.assert(
      fc.property(texts, all => {
        const memo = new CellMemo<string>()
        for (const text of all) {
          const bytes = encoder.encode(`"${text}"`)
          const known = memo.of(bytes, 1, bytes.length - 1)
          if (known !== undefined) met++
          assert.ok(known === undefined || known === text)
          memo.keep(bytes, 1, bytes.length - 1, text)
        }
      }),
    )
    assert.ok(met > 100)
  })

  it('knows most of some thousand contents that come back, in as many columns as may take that room', () => {
    const memos = new Memos()
    const shares = Array.from({ length: 10 }, () => {
      const memo = memos.of<number>()
      let state = 1
      // Numbers of a linear congruence (Numerical Recipes), whose upper bits come in no order.
      return knownOf(memo, () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) % 3_001)
    })
    assert.deepEqual(
      shares.map(share => share > 0.8),
      [true, true, true, true, true, true, true, true, false, false],
    )
  })

  it('is given up where nothing comes back, without that room', () => {
    let asked = 0
    const memo = new CellMemo<number>(() => ++asked > 0)
    assert.equal(
      knownOf(memo, i => i),
      0,
    )
    assert.equal(asked, 0)
  })
})

/** The part of 100,000 cells, the second half of the contents given, that a memo knew. */
function knownOf(memo: CellMemo<number>, contentOf: (i: number) => number): number {
  let known = 0
  for (let i = 0; i < 200_000; i++) {
    const content = contentOf(i)
    const bytes = encoder.encode(`n° ${content}`)
    const worked = memo.of(bytes, 0, bytes.length)
    if (worked === undefined) memo.keep(bytes, 0, bytes.length, content)
    else {
      assert.equal(worked, content)
      if (i >= 100_000) known++
    }
  }
  return known / 100_000
}

const encoder = new TextEncoder()
