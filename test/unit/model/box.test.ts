import assert from 'node:assert/strict'
import { asRounded, isInBox, toldBox } from '../../../server/engine/model/box'

describe('a box that is rounded', () => {
  for (const [told, point, holds] of [
    ['[2.1, 48.1, 2.2, 48.2]', [2.25, 48.25], true],
    ['[2.10, 48.10, 2.20, 48.20]', [2.25, 48.25], false],
    ['[2.10, 48.10, 2.20, 48.20]', [2.209, 48.2], true],
    ['[2.00, 48.00, 3.00, 49.00]', [3.9, 49.9], false],
    ['[1e-7, 1e-7, 2e-7, 2e-7]', [0.9, 0.9], false],
    ['[2.10, 48.10, 12, 2.20, 48.20, 30]', [2.3, 48.2], false],
    ['[2.10, 48.10, 12, 2.20, 48.20, 30]', [2.205, 48.2], true],
    // It passes the antimeridian, and what it leaves out is less than what it may be wrong by.
    ['[10, 40, 9, 50]', [100, 45], true],
    ['[170, 40, -170, 50]', [0, 45], false],
  ] as const)
    it(`${told} ${holds ? 'holds' : 'does not hold'} ${point.join(', ')}`, () => {
      const box = toldBox(JSON.parse(told))!
      assert.equal(isInBox(asRounded(box, told), point), holds)
    })
})
