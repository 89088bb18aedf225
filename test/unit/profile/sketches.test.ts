import assert from 'node:assert/strict'
import { DistinctValues } from '../../../server/engine/profile/distinct'
import { Numbers } from '../../../server/engine/profile/numbers'
import { quantile } from '../../../server/engine/profile/spread'

function sortedOf(numbers: Numbers) {
  const steps = numbers.sorted()
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

describe('sketches of a column', () => {
  it('tells quantiles of more numbers than are kept within the margin that it states', function () {
    this.timeout(60_000)
    const numbers = new Numbers()
    const count = 2_300_000
    for (let i = 0; i < count; i++) numbers.add((((i * 7919) % count) - 1_000_000) * 1.25, i)
    const sorted = sortedOf(numbers)
    assert.ok(sorted.margin > 0)
    for (const share of [0.1, 0.25, 0.5, 0.75, 0.99]) {
      const exact = (share * (count - 1) - 1_000_000) * 1.25
      const found = quantile(sorted, count, share)
      assert.ok(Math.abs(found - exact) <= sorted.margin * Math.abs(exact) + 1.25, `${share}: ${found}, ${exact}`)
    }
    assert.equal(numbers.moments.count, count)
    assert.ok(Math.abs(numbers.moments.mean - ((count - 1) / 2 - 1_000_000) * 1.25) < 1e-6)
  })

  it('tells them exactly when few of them differ', function () {
    this.timeout(60_000)
    const numbers = new Numbers()
    for (let i = 0; i < 2_200_000; i++) numbers.add(i % 11, i)
    const sorted = sortedOf(numbers)
    assert.deepEqual([sorted.margin, quantile(sorted, 2_200_000, 0.5)], [0, 5])
    assert.deepEqual(numbers.distinct(sorted), { count: 11, margin: 0 })
  })

  it('counts distinct values within the margin, and frequent ones within what it says was lost', () => {
    const values = new DistinctValues()
    const add = (value: number) =>
      values.add(Math.imul(value, 0x9e3779b1), Math.imul(value ^ 0x5bd1e995, 0xcc9e2d51), value)
    for (let i = 0; i < 500_000; i++) {
      add(1_000 + i)
      if (i % 50 === 0) add(7)
    }
    const { count, margin } = values.estimate
    assert.ok(margin > 0 && margin < 0.02)
    assert.ok(Math.abs(count - 500_001) < 2 * margin * count, `${count}`)
    const [first] = values.top(1)
    assert.equal(first!.mark, 7)
    assert.ok(first!.count <= 10_000 && first!.count + values.lost >= 10_000, `${first!.count} + ${values.lost}`)
    assert.equal(values.all, undefined)
  })
})
