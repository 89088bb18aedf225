import assert from 'node:assert/strict'
import { lint } from '../../../server/engine/lint'
import { messageOf } from '../../../server/engine/say'
import { openTree } from '../../../server/engine/tree-dataset'

const told = (datatype: object, more: object = {}) => {
  const column = { name: 'a', titles: 'A', datatype }
  const table = { '@context': 'http://www.w3.org/ns/csvw', url: 'a.csv', tableSchema: { columns: [column], ...more } }
  return [...lint(openTree(new TextEncoder().encode(JSON.stringify(table)), 'csvw'))]
    .filter(({ rule }) => rule === 'package-error')
    .map(
      one => [one.pointer!.replace(/^\/tableSchema\/(?:columns\/0\/datatype\/)?/, ''), messageOf(one, 'en')] as const,
    )
}

describe('metadata of CSVW', () => {
  const wrong: readonly (readonly [object, string, RegExp])[] = [
    [{ base: 'date', length: 5 }, 'length', /no meaning for values of the type “date”/],
    [{ base: 'string', maximum: 1 }, 'maximum', /no meaning/],
    [{ base: 'integer', minimum: 5, maximum: 4 }, 'maximum', /“minimum” contradict/],
    [{ base: 'date', minExclusive: '2015-06-05', maxInclusive: '2015-06-05' }, 'maxInclusive', /contradict/],
    [{ base: 'date', minInclusive: '2015-06-05', minExclusive: '2015-06-04' }, 'minExclusive', /contradict/],
    [{ base: 'string', minLength: 6, maxLength: 5 }, 'maxLength', /contradict/],
    [{ base: 'date', format: 'yy-MM-dd' }, 'format', /no format that the standard knows/],
    [{ base: 'boolean', format: 'YN' }, 'format', /no format/],
    [{ base: 'integer', format: { pattern: '[' } }, 'format/pattern', /no format/],
    [{ '@id': '_:a', base: 'string' }, '@id', /not built as the standard asks/],
  ]
  for (const [datatype, at, message] of wrong)
    it(`${JSON.stringify(datatype)} is told at ${at}`, () => {
      const found = told(datatype)
      assert.deepEqual(
        found.map(([pointer]) => pointer),
        [at],
      )
      assert.match(found[0]![1], message)
    })

  const right: readonly object[] = [
    { base: 'string', length: 5, minLength: 5, maxLength: 5 },
    { base: 'number', minimum: '1.5', maximum: 10, format: '#,##0.##' },
    { base: 'date', minInclusive: '2015-06-05', maxInclusive: '2015-06-05', format: 'dd/MM/yyyy' },
    { base: 'boolean', format: 'oui|non' },
    { base: 'positiveInteger', minimum: 1 },
  ]
  for (const datatype of right) it(`${JSON.stringify(datatype)} is right`, () => assert.deepEqual(told(datatype), []))

  it('a key refers to columns that are declared', () => {
    assert.deepEqual(told({}, key('a')), [])
    assert.deepEqual(
      told({}, key('b')).map(([at]) => at),
      ['foreignKeys/0/columnReference'],
    )
    assert.deepEqual(
      told({}, key('a', 'b.csv')).map(([at]) => at),
      ['foreignKeys/0/reference/resource'],
    )
  })
})

/** A key that refers to the column `a`. */
function key(columnReference: string, resource = 'a.csv') {
  return { foreignKeys: [{ columnReference, reference: { resource, columnReference: 'a' } }] }
}
