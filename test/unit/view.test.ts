import assert from 'node:assert/strict'
import fc from 'fast-check'
import { openText } from '../../server/engine/dataset'
import { flatSource } from '../../server/engine/model/source'
import type { View } from '../../server/engine/model/view'
import { rowsOf } from '../../server/engine/view'

describe('the rows of a view', () => {
  const text = 'nom;montant\nÉvry;12,5\nBrest;\nRennes;1 200\névreux;3\nBrest;12,5\n'
  const cases: readonly (readonly [string, View, readonly number[]])[] = [
    ['all, in the order of the file', {}, [1, 2, 3, 4, 5]],
    ['those that hold a text, but for case and accents', { text: ' EVR ' }, [1, 4]],
    ['those that hold it in one column', { text: '12', column: 1 }, [1, 5]],
    ['none', { text: 'Lyon' }, []],
    ['by number, however it is spelt, nothing last', { sort: { column: 1, order: 'up' } }, [4, 1, 5, 3, 2]],
    ['the other way round, nothing last as well', { sort: { column: 1, order: 'down' } }, [3, 1, 5, 4, 2]],
    ['by text, equals in the order of the file', { sort: { column: 0, order: 'up' } }, [2, 5, 4, 1, 3]],
    ['a search in an order', { text: 'e', sort: { column: 0, order: 'down' } }, [3, 1, 4, 2, 5]],
  ]
  for (const [what, view, rows] of cases) it(`are ${what}`, () => assert.deepEqual(shown(text, view), rows))

  it('are sorted as a sort that is known to be right does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 200 }), numbers => {
        const table = `n;x\n${numbers.map(number => `${number};-\n`).join('')}`
        const expected = numbers.map((number, i) => ({ number, row: i + 1 })).toSorted((a, b) => a.number - b.number)
        const sorted = shown(table, { sort: { column: 0, order: 'up' } })
        assert.deepEqual(
          sorted,
          expected.map(({ row }) => row),
        )
      }),
    )
  })

  it('are none of a file that is no table', () => assert.deepEqual(shown('', {}), []))
})

function shown(text: string, view: View): readonly number[] {
  const steps = rowsOf(openText(flatSource(new TextEncoder().encode(text)), { schema: 'none' }), view)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return [...value]
  }
}
