import assert from 'node:assert/strict'
import { AT_ONCE, countInSteps } from '../../../server/engine/profile/counted'

const COUNT = 200_000
const tables: Readonly<Record<string, (i: number) => number>> = {
  'of all sizes': i => (i % 2 === 0 ? 1 : -1) * 2 ** (((i * 7919) % COUNT) / 100 - 1_000),
  'close together': i => 500 + (((i * 7919) % COUNT) * 400) / COUNT,
  'whole and far apart': i => ((i * 7919) % COUNT) * 1_000_003,
  days: i => 19_000 + ((i * 7919) % 3_000),
}

describe('counting numbers in steps', () => {
  for (const [what, numberAt] of Object.entries(tables))
    it(`has them in order after many steps, each with how often it comes: ${what}`, () => {
      const numbers = Float64Array.from({ length: COUNT }, (_, i) => numberAt(i))
      const expected = new Map<number, number>()
      for (const number of numbers.toSorted()) expected.set(number, (expected.get(number) ?? 0) + 1)
      const { steps, values, counts } = counted(numbers)
      assert.deepEqual([...values], [...expected.keys()])
      assert.deepEqual([...counts], [...expected.values()])
      assert.ok(steps >= COUNT / AT_ONCE, `${steps} steps`)
    })
})

function counted(numbers: Float64Array) {
  const parts = Array.from({ length: Math.ceil(numbers.length / AT_ONCE) }, (_, i) =>
    numbers.subarray(i * AT_ONCE, (i + 1) * AT_ONCE),
  )
  const counting = countInSteps(parts)
  for (let steps = 0; ; steps++) {
    const { done, value } = counting.next()
    if (done) return { steps, ...value }
  }
}
