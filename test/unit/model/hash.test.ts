import assert from 'node:assert/strict'
import { Hash, HashNumbers } from '../../../server/engine/model/hash'

describe('the numbers of hashes', () => {
  const hashes: [string, (i: number) => [low: number, high: number]][] = [
    ['of bytes', hashOfBytes],
    ['that all fall into one table', i => [i, 0]],
  ]
  for (const [kind, hashOf] of hashes)
    it(`are those in which they are first met: hashes ${kind}`, () => {
      const numbers = new HashNumbers()
      const count = 60_000
      for (let i = 0; i < count; i++) {
        assert.equal(numbers.knownNumberOf(...hashOf(i)), undefined)
        assert.equal(numbers.numberOf(...hashOf(i)), i)
        const before = Math.floor(i / 2)
        assert.equal(numbers.numberOf(...hashOf(before)), before)
      }
      assert.equal(numbers.size, count)
      for (let i = 0; i < count; i++) {
        assert.equal(numbers.knownNumberOf(...hashOf(i)), i)
        assert.deepEqual([numbers.lowOf(i), numbers.highOf(i)], hashOf(i))
      }
      numbers.keepOnly(number => number % 3 === 1)
      assert.equal(numbers.size, count / 3)
      for (let i = 0; i < count; i++)
        assert.equal(numbers.knownNumberOf(...hashOf(i)), i % 3 === 1 ? (i - 1) / 3 : undefined)
      assert.equal(numbers.numberOf(...hashOf(0)), count / 3)
    })
})

const hash = new Hash()

function hashOfBytes(i: number): [low: number, high: number] {
  hash.of(Uint8Array.of(i & 255, i >> 8), 0, 2)
  return [hash.low >>> 0, hash.high >>> 0]
}
