import assert from 'node:assert/strict'
import { plainNumber, writtenNumbers } from '../../../server/engine/model/written-number'

/** The readings of a number, each with a point for its decimals. */
function check(text: string, expected: readonly string[]) {
  assert.deepEqual(
    writtenNumbers(text).map(number => `${plainNumber(number, '.')} ${number.groups}`),
    expected,
    text,
  )
}

describe('the readings of a written number', () => {
  it('are one where neither mark may group its digits', () => {
    check('12', ['12 none'])
    check('+12', ['12 none'])
    check('-3,5', ['-3.5 none'])
    check('1,2345', ['1.2345 none'])
    check('0,123', ['0.123 none'])
    check('1234.567', ['1234.567 none'])
    check('1 250,5', ['1250.5 space'])
    check('1.250.000', ['1250000 point'])
  })

  it('are two for three digits behind a mark', () => {
    check('1,250', ['1.250 none', '1250 comma'])
    check('-1.250', ['-1.250 none', '-1250 point'])
  })

  it('are none for what is no number', () => {
    for (const text of ['', '-', '.5', '5.', '1,2,3', '1-2', '12a', '١٢']) check(text, [])
  })
})
