import assert from 'node:assert/strict'
import { partInPercent } from '../../../server/engine/model/counted'

describe('a part of a whole', () => {
  for (const [part, whole, fr, en] of [
    [26, 26, '100 %', '100%'],
    [999, 1000, '99 %', '99%'],
    [27, 122, '22 %', '22%'],
    [1, 1000, 'moins de 1 %', 'under 1%'],
    [0, 5, '0 %', '0%'],
  ] as const)
    it(`${part} of ${whole} is ${en}`, () => {
      assert.equal(partInPercent(part, whole, 'fr').replaceAll(/\s/g, ' '), fr)
      assert.equal(partInPercent(part, whole, 'en'), en)
    })
})
