import assert from 'node:assert/strict'
import fc from 'fast-check'
import { HashMap } from '../../../server/engine/model/hash-map'

describe('numbers by hash', () => {
  it('are those that were given last, however hashes come and go', () => {
    const half = fc.constantFrom(0, 1, 2, 1023, -1, 2 ** 31, 0x9e3779b1)
    const step = fc.record({ low: half, high: half, number: fc.nat(3), isAdded: fc.boolean() })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), steps => {
        const map = new HashMap()
        const expected = new Map<string, number>()
        for (const { low, high, number, isAdded } of steps) {
          const key = `${low >>> 0} ${high >>> 0}`
          const before = expected.get(key) ?? 0
          if (number === 0) map.delete(low, high)
          else if (isAdded) assert.equal(map.add(low, high, number), before)
          else map.set(low, high, number)
          expected.set(key, isAdded && number > 0 && before > 0 ? before : number)
          for (const [known, value] of expected) {
            const [first, second] = known.split(' ').map(Number)
            assert.equal(map.of(first!, second!), value)
          }
        }
      }),
    )
  })

  // Of those in one table each is found behind the others.
  const hashes: [string, number, (i: number) => [low: number, high: number]][] = [
    ['well spread', 60_000, i => [Math.imul(i, 0x85ebca6b), Math.imul(i, 0xc2b2ae35)]],
    ['that all fall into one table', 20_000, i => [i, 0]],
  ]
  for (const [kind, count, hashOf] of hashes)
    it(`are there for many hashes ${kind}, half of which go again`, () => {
      const map = new HashMap()
      for (let i = 0; i < count; i++) {
        map.set(...hashOf(i), i + 1)
        if (i % 2 === 1) map.delete(...hashOf((i - 1) / 2))
      }
      for (let i = 0; i < count; i++) assert.equal(map.of(...hashOf(i)), i < count / 2 ? 0 : i + 1)
    })
})
