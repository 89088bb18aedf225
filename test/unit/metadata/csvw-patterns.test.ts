import { equal } from 'node:assert/strict'
import { momentPattern } from '../../../server/engine/metadata/csvw-moment'
import { numberExpression, plainNumberExpression } from '../../../server/engine/metadata/csvw-number'

const marks = { decimalChar: '.', groupChar: ',' }
const french = { decimalChar: ',', groupChar: ' ' }

function matches(expression: string | undefined, text: string): boolean {
  return new RegExp(`^(?:${expression})$`, 'u').test(text)
}

describe('patterns of CSVW', () => {
  for (const [pattern, right, wrong, written] of [
    ['0', '7 12 -3', '1.5 x 1,234', marks],
    ['000', '012 1234', '12', marks],
    ['#,##0', '0 12 1,234 -12,345,678', '1234 12,34 1,23,456', marks],
    ['#,##,##0', '1 123 1,234 12,34,567', '1,234,567', marks],
    ['0,00,000', '1,23,456 12,34,567', '23,456', marks],
    ['0.0#', '1.5 1.55', '1 1.555', marks],
    ['0.###', '1 1.5 1.555', '1.5555 1.', marks],
    ['0.00,##', '1.50 1.50,5 1.50,55', '1.5 1.505', marks],
    ['0.0E00', '1.5E10 1.5E-10', '1.5 1.5E1', marks],
    ['0.0%', '12.5%', '12.5', marks],
    ['0,00', '12,50', '12.50 12,5', french],
  ] as const)
    it(`${pattern} is a number such as ${right.split(' ')[0]}`, () => {
      const expression = numberExpression(pattern, written)
      for (const text of right.split(' ')) equal(matches(expression, text), true, text)
      for (const text of wrong.split(' ')) equal(matches(expression, text), false, text)
    })

  it('without any, decimals have no exponent and no two marks of groups in a row', () => {
    const decimal = plainNumberExpression('decimal', marks)
    for (const text of ['1', '-1.5', '.5', '1,234.5', '12%']) equal(matches(decimal, text), true, text)
    for (const text of ['1e5', 'NaN', '1,,234', '1.5.5', '']) equal(matches(decimal, text), false, text)
    equal(matches(plainNumberExpression('double', marks), '-INF'), true)
    equal(matches(plainNumberExpression('integer', french), '12 345'), true)
  })

  for (const [pattern, right, wrong] of [
    ['yyyy-MM-dd', '2024-03-05', '2024-3-5'],
    ['d/M/yyyy', '5/3/2024', '5-3-2024'],
    ['HH:mm:ss.SS', '10:00:00 10:00:00.5 10:00:00.55', '10:00:00.555'],
    ['HHmmXXX', '1000+02:00 1000Z', '1000+0200'],
  ] as const)
    it(`${pattern} is a moment such as ${right.split(' ')[0]}`, () => {
      const found = momentPattern(pattern)?.expression
      for (const text of right.split(' ')) equal(matches(found, text), true, text)
      for (const text of wrong.split(' ')) equal(matches(found, text), false, text)
    })

  it('of an unknown kind are none', () => {
    equal(momentPattern('yy-MM-dd'), undefined)
    equal(momentPattern(''), undefined)
    equal(numberExpression('[', marks), undefined)
    equal(numberExpression('0.0.0', marks), undefined)
  })
})
