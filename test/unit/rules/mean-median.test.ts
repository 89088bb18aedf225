import assert from 'node:assert/strict'
import { lint } from '../../../server/engine/lint'
import { openFile } from '../../../server/engine/open'
import { ruleById } from '../../../server/engine/rules/by-id'

/** How often something is said of the mean of a column of these numbers. */
function said(numbers: string): number {
  const csv = ['montant', ...numbers.split(' '), ''].join('\n')
  const dataset = openFile(new TextEncoder().encode(csv), {})
  return [...lint(dataset, { rules: [ruleById('mean-median-gap')!], preset: 'complet', today: '2025-01-15' })].length
}

describe('mean-median-gap', () => {
  it('has the median of an even count halfway between the two numbers in the middle', () => {
    assert.equal(said('8 8 9 9 14 14 15 15 16 16 18 18 29 29 32 32 35 35 38 38 39 39 40 40'), 0)
    assert.equal(said('8 8 9 9 14 14 15 15 16 16 18 18 19 19 32 32 95 95 138 138 139 139 140 140'), 1)
    // Of an odd count it is the number in the middle, however far the next one is.
    assert.equal(said('16 16 17 17 18 18 19 19 20 20 21 90 90 91 91 92 92 93 93 94 94'), 1)
  })
})
