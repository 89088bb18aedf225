import assert from 'node:assert/strict'
import { schemaSense } from '../../../server/engine/schema/sense'

/** What is said of a schema with this one field. */
function told(field: object, schema: object = {}): string[] {
  return schemaSense({ ...schema, fields: [{ name: 'x', type: 'string', ...field }] }).map(
    ({ kind, path }) => `${kind} ${path}`,
  )
}

const EXAMPLE = 'broken-example /fields/0/example'

describe('what a schema says against itself', () => {
  const cases: readonly (readonly [why: string, field: object, ...told: string[]])[] = [
    ['an example of another type', { type: 'integer', example: 'trois' }, EXAMPLE],
    ['an example that is a number and fits', { type: 'integer', example: 3 }],
    ['no example', { type: 'integer', example: '' }],
    ['an example that is a missing value', { type: 'date', example: 'NC', missingValues: ['', 'NC'] }],
    ['an example with another case than the list', { example: 'Bon', constraints: { enum: ['bon'] } }, EXAMPLE],
    [
      'an example that is all of the list',
      { example: '["bon", "mauvais"]', constraints: { enum: ['bon', 'mauvais'] } },
    ],
    ['an example that shows two values', { example: 'bon ou mauvais', constraints: { enum: ['bon', 'mauvais'] } }],
    ['an example that is a list of JSON', { type: 'array', example: ['a', 'b'] }],
    ['the items of a list as examples', { type: 'array', examples: ['a', 'b'] }],
    [
      'one of several examples',
      { type: 'date', examples: ['2024-01-01', '01/02/2024'] },
      'broken-example /fields/0/examples/1',
    ],
    ['an example of a boolean', { type: 'boolean', example: true }],
    ['a decimal comma that the field declares', { type: 'number', decimalChar: ',', example: 1.5 }],
    [
      'an allowed value of another type',
      { type: 'integer', constraints: { enum: [1, 'deux'] } },
      'broken-choice /fields/0/constraints/enum/1',
    ],
    [
      'an allowed value that the pattern refuses',
      { constraints: { enum: ['a1', 'b'], pattern: '[a-z]\\d' } },
      'broken-choice /fields/0/constraints/enum/1',
    ],
    [
      'bounds that cross',
      { type: 'date', constraints: { minimum: '2025-01-01', maximum: '2024-01-01' } },
      'crossed-bounds /fields/0/constraints/maximum',
    ],
    [
      'lengths that cross',
      { constraints: { minLength: 5, maxLength: 3 } },
      'crossed-bounds /fields/0/constraints/maxLength',
    ],
    ['bounds that meet', { type: 'integer', constraints: { minimum: 3, maximum: 3 } }],
    [
      'a commune code without Corsica',
      { name: 'code_commune', constraints: { pattern: '\\d{5}' } },
      'narrow-pattern /fields/0/constraints/pattern',
    ],
    [
      'a commune code with Corsica',
      { name: 'code_commune', constraints: { pattern: '^([013-9]\\d|2[AB1-9])\\d{3}$' } },
    ],
    ['the communes of one département', { name: 'code_commune', constraints: { pattern: '13\\d{3}' } }],
    [
      'names without apostrophes',
      { constraints: { pattern: '[A-Za-z\\u00C0-\\u00FF -]+' } },
      'narrow-pattern /fields/0/constraints/pattern',
    ],
    [
      'a département without Corsica',
      { name: 'dep', constraints: { pattern: '^\\d{2,3}$' } },
      'narrow-pattern /fields/0/constraints/pattern',
    ],
    ['a département with Corsica', { name: 'dep', constraints: { pattern: '^(\\d{2,3}|2[AB])$' } }],
    ['names of départements', { name: 'dep_nom', constraints: { pattern: '^[A-Z].*$' } }],
    [
      'a spelling of yes and no',
      { type: 'boolean', trueValues: ['o', 'n'], falseValues: ['n'] },
      'both-answers /fields/0/falseValues',
    ],
    [
      'a spelling of yes that says no unless told otherwise',
      { type: 'boolean', trueValues: ['0', '1'] },
      'both-answers /fields/0/trueValues',
    ],
    ['spellings of yes and no', { type: 'boolean', trueValues: ['o'], falseValues: ['n'] }],
    ['names of any letters', { constraints: { pattern: "[\\p{L}' -]+" } }],
  ]
  for (const [why, field, ...expected] of cases) it(why, () => assert.deepEqual(told(field), expected))

  it('nothing of what is no schema', () => {
    for (const value of [undefined, null, 3, [], {}, { fields: 3 }, { fields: [null, 3, {}] }])
      assert.deepEqual(schemaSense(value), [])
  })
})
