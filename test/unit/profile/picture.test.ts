import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { pictureOf } from '../../../server/engine/cards/picture'
import { openDataset } from '../../../server/engine/dataset'
import { inPercent } from '../../../server/engine/model/counted'
import { profile } from '../../../server/engine/profile'

/** What is told beside the picture of the only column of a table whose cells these are. */
function told(cells: readonly (string | number)[], label = 'montant'): string {
  const csv = `${label};autre\n${cells.map(cell => `${cell};x\n`).join('')}`
  const { columns, rows } = profile(openDataset(new TextEncoder().encode(csv), { schema: 'none' }))
  return pictureOf(columns[0]!, rows, 'fr')!.told.replaceAll(/\s/g, ' ')
}

describe('what is told beside a picture', () => {
  it('is the share of the values that lie in the third that holds most of them', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9_998 }), { minLength: 1, maxLength: 300 }), within => {
        const cells = [0, ...within, 9_999]
        const thirds = [0, 0, 0]
        for (const cell of cells) thirds[Math.min(2, Math.floor(cell / 3_333))]!++
        const share = inPercent(Math.max(...thirds) / cells.length, 'fr').replaceAll(/\s/g, ' ')
        assert.ok(told(cells).includes(` ${share} des valeurs sont dans le tiers `), `${told(cells)} is not ${share}`)
      }),
    )
  })

  it('holds for dates too, and says nothing where a stretch of days has no thirds', () => {
    const months = Array.from({ length: 40 }, (_, i) => `2024-${pad((i % 12) + 1)}-${pad((i % 28) + 1)}`)
    assert.match(told(months, 'date'), /^Du 2024-01-01 au 2024-12-24\. 40 % tombent dans le premier tiers/)
    const days = ['2024-01-12', '2024-01-13', '2024-01-14', '2024-01-15', '2024-01-16']
    assert.equal(told(days, 'date'), 'Du 2024-01-12 au 2024-01-16.')
  })

  it('is the commonest of a few whole numbers, where there is one', () => {
    assert.equal(told([1, 2, 2, 3, 4], 'enfants'), 'De 1 à 4, médiane 2. Le nombre le plus fréquent est 2 (40 %).')
    assert.equal(told([1, 2, 3, 4], 'enfants'), 'De 1 à 4, médiane 2,5.')
  })
})

function pad(number: number): string {
  return String(number).padStart(2, '0')
}
