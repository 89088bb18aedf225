import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Distribution } from '../../../server/engine/model/distribution'
import { shifted } from '../../../server/engine/model/shifted'

const figures = fc.oneof(
  fc.integer({ min: -300, max: 300 }),
  fc.double({ min: -1e9, max: 1e9, noNaN: true }),
  fc.constantFrom(0, -0, 1e-9, 2 ** 39, 1e15, Number.NaN, Number.POSITIVE_INFINITY),
)

describe('a distribution', () => {
  it('is that of the numbers that are left, whatever came and went', () => {
    fc.assert(
      fc.property(fc.array(figures), fc.array(figures), (kept, gone) => {
        const [one, other] = [new Distribution(), new Distribution()]
        for (const number of [...gone, ...kept]) one.add(number, 1)
        for (const number of gone.toReversed()) one.add(number, -1)
        for (const number of kept.toReversed()) other.add(number, 1)
        assert.deepEqual(told(one), told(other))
      }),
    )
  })

  it('tells its quantiles within a hundredth, and small whole numbers exactly', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -5_000, max: 5_000 }), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (numbers, share) => {
          const all = new Distribution()
          for (const number of numbers) all.add(number, 1)
          const exact = numbers.toSorted((a, b) => a - b)[Math.max(1, Math.ceil(share * numbers.length)) - 1]!
          const found = all.quantile(share)
          assert.ok(
            Math.abs(found - exact) <= (Math.abs(exact) < 256 ? 0 : Math.abs(exact) / 128),
            `${found} for ${exact}`,
          )
          assert.equal(
            all.sum,
            numbers.reduce((sum, number) => sum + number, 0),
          )
        },
      ),
    )
  })

  it('counts the numbers from one to another, and the different ones', () => {
    const whole = fc.integer({ min: -255, max: 255 })
    fc.assert(
      fc.property(fc.array(whole), fc.array(whole), whole, whole, (kept, gone, one, other) => {
        const all = new Distribution()
        for (const number of [...gone, ...kept]) all.add(number, 1)
        for (const number of gone) all.add(number, -1)
        const [from, to] = [Math.min(one, other), Math.max(one, other)]
        assert.equal(all.between(from, to), kept.filter(number => number >= from && number <= to).length)
        assert.equal(all.between(Number.NEGATIVE_INFINITY, to), kept.filter(number => number <= to).length)
        assert.equal(all.different, new Set(kept).size)
      }),
    )
  })

  it('never says that none lies where one does', () => {
    fc.assert(
      fc.property(fc.array(figures), fc.double(), fc.double(), (numbers, one, other) => {
        const all = new Distribution()
        for (const number of numbers) all.add(number, 1)
        const [from, to] = [Math.min(one, other), Math.max(one, other)]
        if (numbers.some(number => number >= from && number <= to)) assert.ok(all.mayHold(from, to))
      }),
    )
    const all = new Distribution()
    all.add(5, 1)
    assert.equal(all.mayHold(6, 1_000), false)
  })
})

function told(numbers: Distribution): unknown {
  const { count, others, sum, different } = numbers
  return { count, others, sum, different, quantiles: [0, 0.25, 0.5, 0.75, 1].map(share => numbers.quantile(share)) }
}

describe('a number with its mark elsewhere', () => {
  it('has the same digits', () => {
    for (const [text, places, expected] of [
      ['45000', -3, '45'],
      ['45', 3, '45000'],
      ['0.5', 2, '50'],
      ['0.123', 2, '12.3'],
      ['-5', -2, '-0.05'],
      ['12345.67', -3, '12.34567'],
    ] as const)
      assert.equal(shifted(text, places, '.'), expected)
  })
})
