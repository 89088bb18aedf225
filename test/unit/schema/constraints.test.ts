import assert from 'node:assert/strict'
import { openDataset } from '../../../server/engine/dataset'
import { lint } from '../../../server/engine/lint'
import { readSchema } from '../../../server/engine/schema/table-schema'

/** The rules that a cell breaks under a field, by nothing but the schema; cells are given apart. */
function check(field: Readonly<Record<string, unknown>>, expected: Readonly<Record<string, string>>): void {
  for (const [cell, rules] of Object.entries(expected))
    it(`${JSON.stringify(field)}: ${JSON.stringify(cell)} breaks ${rules || 'nothing'}`, () =>
      assert.equal(broken({ fields: [{ name: 'a' }, { name: 'x', ...field }] }, `1\t${quoted(cell)}`), rules))
}

/** The rules that rows of cells, between tabs, break under a schema, each with its row from 1 below the header. */
function broken(descriptor: Readonly<Record<string, unknown>>, ...rows: readonly string[]): string {
  const { schema } = readSchema(descriptor, 'test')
  const text = [schema!.fields.map(({ name }) => name).join('\t'), ...rows, ''].join('\n')
  const dataset = openDataset(new TextEncoder().encode(text), {
    dialect: { delimiter: '\t' },
    schema: { schema: schema!, source: 'flag' },
  })
  const found = [...lint(dataset, { onlySchema: true, preset: 'complet' })]
  return found.map(({ rule, row }) => (rows.length > 1 ? `${rule} in ${row}` : rule)).join(', ')
}

function quoted(cell: string): string {
  return cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell
}

describe('constraints', () => {
  describe('bounds of every type with an order', () => {
    check({ type: 'integer', constraints: { minimum: 2, maximum: '4' } }, { '1': 'minimum', '2': '', '5': 'maximum' })
    check({ type: 'integer', constraints: { exclusiveMinimum: 2 } }, { '2': 'exclusive-minimum', '3': '' })
    check({ type: 'number', decimalChar: ',', constraints: { maximum: 1.5 } }, { '1,50': '', '1,51': 'maximum' })
    check({ type: 'number', groupChar: ' ', constraints: { maximum: 1500 } }, { '1 500': '', '1 501': 'maximum' })
    check({ type: 'number', bareNumber: false, constraints: { minimum: 3 } }, { '€ 3': '', '2 %': 'minimum' })
    check({ type: 'number', constraints: { minimum: 0 } }, { NaN: 'minimum', INF: '', '-INF': 'minimum' })
    check({ type: 'number', constraints: { exclusiveMaximum: '1e3' } }, { '1000.0': 'exclusive-maximum', '999.9': '' })
    check({ type: 'date', constraints: { minimum: '2024-02-29' } }, { '2024-02-28': 'minimum', '2024-02-29': '' })
    check(
      { type: 'date', format: '%d/%m/%Y', constraints: { maximum: '31/12/2023', exclusiveMinimum: '01/02/2022' } },
      { '01/01/2024': 'maximum', '02/02/2022': '', '01/02/2022': 'exclusive-minimum' },
    )
    check({ type: 'date', format: 'any', constraints: { maximum: '5 mai 2023' } }, { '06/05/2023': 'maximum' })
    check({ type: 'time', constraints: { exclusiveMaximum: '12:00:00' } }, { '12:00:00': 'exclusive-maximum' })
    check({ type: 'time', format: '%H:%M', constraints: { minimum: '08:30' } }, { '8:29': 'minimum', '08:30': '' })
    check(
      { type: 'datetime', constraints: { minimum: '2024-01-01T00:00:00Z' } },
      { '2024-01-01T00:30:00+01:00': 'minimum', '2024-01-01T01:00:00+01:00': '' },
    )
    check(
      { type: 'year', constraints: { minimum: 2000, exclusiveMaximum: 2024 } },
      { '1999': 'minimum', '2024': 'exclusive-maximum' },
    )
    check({ type: 'yearmonth', constraints: { maximum: '2024-02' } }, { '2024-03': 'maximum', '2023-12': '' })
    check({ type: 'duration', constraints: { maximum: 'P1M' } }, { P32D: 'maximum', P4W: '', PT1H: '' })
  })

  describe('lengths', () => {
    check(
      { type: 'string', constraints: { minLength: 2, maxLength: 3 } },
      { é: 'min-length', été: '', '😀😀😀😀': 'max-length' },
    )
    check(
      { type: 'list', constraints: { minLength: 2, maxLength: 2 } },
      { a: 'min-length', 'a,b': '', 'a,b,c': 'max-length' },
    )
    check(
      { type: 'array', constraints: { minLength: 1, maxLength: 2 } },
      { '[]': 'min-length', '[1,2,3]': 'max-length' },
    )
    check(
      { type: 'object', constraints: { minLength: 1, maxLength: 1 } },
      { '{}': 'min-length', '{"a":1,"b":2}': 'max-length' },
    )
  })

  describe('patterns and lists', () => {
    check({ type: 'string', constraints: { pattern: 'a|bc' } }, { a: '', bc: '', ac: 'pattern', abc: 'pattern' })
    check({ type: 'string', constraints: { pattern: '^a' } }, { a: '', ab: 'pattern' })
    check({ type: 'integer', constraints: { enum: [1, '2'] } }, { '01': '', '2': '', '3': 'enum' })
    check(
      { type: 'boolean', trueValues: ['oui'], falseValues: ['non'], constraints: { enum: [true] } },
      { oui: '', non: 'enum' },
    )
    check(
      { type: 'date', format: '%d/%m/%Y', constraints: { enum: ['01/02/2024'] } },
      { '1/2/2024': '', '02/02/2024': 'enum' },
    )
    check(
      { type: 'object', constraints: { enum: [{ a: 1, b: [2] }] } },
      { '{"b": [2], "a": 1}': '', '{"a": 1}': 'enum' },
    )
    check({ type: 'geopoint', constraints: { enum: ['2.5,48.0'] } }, { '2.5, 48': '', '2.5, 49': 'enum' })
    check(
      { type: 'list', delimiter: ';', itemType: 'integer', constraints: { enum: [[1, 2], ['3']] } },
      { '1;2': '', '01;2': '', '3': '', '2;1': 'enum' },
    )
    check({ type: 'array', constraints: { enum: [['a', 1]] } }, { '["a", 1]': '', '["a"]': 'enum' })
    check({ type: 'string', enum: ['a'] }, { a: '', b: 'enum' })
    check({ type: 'string', contraints: { enum: ['a'] } }, { b: 'enum' })
    check({ type: 'string', categories: ['a', 'b'] }, { a: '', c: 'enum' })
    check(
      { type: 'integer', categories: [{ value: 1, label: 'low' }], categoriesOrdered: true },
      { '1': '', '2': 'enum' },
    )
  })

  describe('missing values', () => {
    const required = { constraints: { required: true } }
    check({ type: 'integer', missingValues: ['-'] }, { '-': '', '': 'type-error' })
    check({ type: 'string', missingValues: ['', 'NC'], ...required }, { NC: 'required', '': 'required', nc: '' })
    check(
      { type: 'integer', missingValues: [{ value: '-99', label: 'refused' }, { value: '' }], ...required },
      { '-99': 'required', '': 'required', '-9': '' },
    )
    it('of the table hold for the fields that have none of their own', () => {
      const fields = [
        { name: 'a', type: 'integer' },
        { name: 'b', type: 'integer', missingValues: ['x'] },
      ]
      const missingValues = ['', { value: '-', label: 'nothing' }]
      assert.equal(broken({ fields, missingValues }, '-\tx', '1\t-', 'x\tx'), 'type-error in 2, type-error in 3')
    })
  })

  describe('keys', () => {
    const fields = [{ name: 'a' }, { name: 'b' }, { name: 'c' }]
    const rows = ['1\t1\tx', '1\t2\ty', '1\t1\tz', '1\t\tw']
    it('over several columns are compared as a whole', () => {
      assert.equal(broken({ fields, primaryKey: ['a', 'b'] }, ...rows), 'required in 4, primary-key in 3')
      assert.equal(broken({ fields, uniqueKeys: [['a', 'b'], ['c']] }, ...rows), 'unique in 3')
    })
    it('of the table leave no gap, unless the field says so', () => {
      const optional = { name: 'b', constraints: { required: false } }
      assert.equal(broken({ fields: [{ name: 'a' }, optional], primaryKey: ['a', 'b'] }, '1\t', '\t2'), 'required in 2')
    })
    it('to other columns are compared as a whole, and read by their type', () => {
      const reference = { resource: '', fields: ['a', 'b'] }
      const whole = { fields: [...fields, { name: 'd' }], foreignKeys: [{ fields: ['c', 'd'], reference }] }
      assert.equal(broken(whole, '1\t2\t1\t2', '3\t4\t1\t4', '5\t6\t5\t', '7\t8\t\t'), 'foreign-key in 2')
      const dates = [
        { name: 'a', type: 'date' },
        { name: 'b', type: 'date', format: '%d/%m/%Y' },
      ]
      const key = { fields: 'b', reference: { fields: 'a' } }
      assert.equal(
        broken({ fields: dates, foreignKeys: [key] }, '2024-02-01\t1/2/2024', '2024-03-01\t01/04/2024'),
        'foreign-key in 2',
      )
    })
    it('to other columns that cannot be used are told', () => {
      const keys = [
        { fields: 'x', reference: { fields: 'a' } },
        { fields: 'a', reference: { fields: 'x' } },
        { fields: ['a', 'b'], reference: { resource: 'other', fields: 'a' } },
        { fields: 'a' },
      ]
      const { schema, defects } = readSchema({ fields, foreignKeys: keys }, 'test')
      assert.deepEqual(schema!.foreignKeys, [])
      assert.deepEqual(
        defects.map(({ kind, path }) => `${kind} ${path}`),
        [
          'unknown-field /foreignKeys/0/fields',
          'unknown-field /foreignKeys/1/reference/fields',
          'unequal-keys /foreignKeys/2',
          'wrong-kind /foreignKeys/3/reference',
        ],
      )
    })
  })
})
