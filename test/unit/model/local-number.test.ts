import assert from 'node:assert/strict'
import fc from 'fast-check'
import { locales } from '../../../server/engine/model/language'
import { localNumber } from '../../../server/engine/model/local-number'

describe('a number in words of a language', () => {
  for (const language of ['fr', 'en'] as const) {
    const intl = new Intl.NumberFormat(locales[language])
    // Nothing is nothing, from whichever side.
    const check = (number: number) => assert.equal(localNumber(number, language), intl.format(number || 0))

    it(`is written as Intl writes it, whole or not: ${language}`, () => {
      for (const number of [0, 7, 999, 1_000, -1_000, 123_456, 1_234_567, 2 ** 53 - 1, 2 ** 53, 1e21, 1234.5, -0.25])
        check(number)
      fc.assert(fc.property(fc.oneof(fc.maxSafeInteger(), fc.integer(), fc.double({ noNaN: true })), check))
    })
  }
})
