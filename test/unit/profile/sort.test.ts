import assert from 'node:assert/strict'
import { sortInSteps } from '../../../server/engine/profile/sort'

const COUNT = 200_000
/** Numbers that one step may sort. */
const TOGETHER = 20_000

const tables: Readonly<Record<string, (i: number) => number>> = {
  'of all sizes': i => (i % 2 === 0 ? 1 : -1) * 2 ** (((i * 7919) % COUNT) / 100 - 1_000),
  'close together': i => 500 + (((i * 7919) % COUNT) * 400) / COUNT,
  'whole and far apart': i => ((i * 7919) % COUNT) * 1_000_003,
  days: i => 19_000 + ((i * 7919) % 3_000),
}

describe('sorting in steps', () => {
  for (const [what, numberAt] of Object.entries(tables))
    it(`has the numbers in order after many steps: ${what}`, () => {
      const numbers = Float64Array.from({ length: COUNT }, (_, i) => numberAt(i))
      const expected = numbers.toSorted()
      const steps = [...sortInSteps(numbers)].length
      assert.deepEqual(numbers, expected)
      assert.ok(steps >= COUNT / TOGETHER, `${steps} steps`)
    })
})
