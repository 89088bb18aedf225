import assert from 'node:assert/strict'
import fc from 'fast-check'
import { decimalSum } from '../../../server/engine/model/decimal'

describe('sums on paper', () => {
  it('have no error of binary fractions', () => {
    assert.equal(decimalSum([0.1, 0.2]), 0.3)
    assert.equal(decimalSum([1.1, 2.2, -3.3]), 0)
    assert.equal(decimalSum([1e21, 1e-7, -1e21]), 1e-7)
    assert.equal(decimalSum([1e-7, 2]), 2.0000001)
    assert.equal(decimalSum([]), 0)
    assert.ok(Number.isNaN(decimalSum([1, Number.NaN])))
    assert.ok(Number.isNaN(decimalSum([1, Number.POSITIVE_INFINITY])))
  })

  it('are those of cents as whole numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 20 }), cents => {
        const sum = cents.reduce((total, one) => total + one, 0)
        assert.equal(decimalSum(cents.map(one => one / 100)), sum / 100)
      }),
    )
  })
})
