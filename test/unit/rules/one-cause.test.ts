import assert from 'node:assert/strict'
import { openDataset } from '../../../server/engine/dataset'
import { lint } from '../../../server/engine/lint'
import { readSchema } from '../../../server/engine/schema/table-schema'

const schema = readSchema(
  {
    fields: [
      { name: 'paid', type: 'date' },
      { name: 'from', type: 'date' },
      { name: 'until', type: 'date' },
      { name: 'costs', type: 'number' },
      { name: 'heating', type: 'number' },
      { name: 'wages', type: 'number' },
      { name: 'siren', type: 'string', constraints: { pattern: '^\\d{9}$' } },
      { name: 'siret', type: 'string', constraints: { pattern: '^\\d{14}$' } },
    ],
    custom_checks: [
      { name: 'sum-columns-value', params: { column: 'costs', columns: ['heating', 'wages'] } },
      { name: 'compare-columns-value', params: { column: 'from', op: '<=', column2: 'until' } },
    ],
  },
  'essai',
).schema!

/** The findings of one row, each with its column from 0. */
function said(row: string): readonly string[] {
  const text = `paid;from;until;costs;heating;wages;siren;siret\n${row}\n`
  const dataset = openDataset(new TextEncoder().encode(text), {
    dialect: { delimiter: ';', headerRows: [0] },
    schema: { schema, source: 'flag' },
  })
  return [...lint(dataset)]
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, column }) => `${rule} ${column}`)
}

describe('a finding about several cells of a row', () => {
  it('is told beside a wrong type in another cell', () => {
    assert.deepEqual(said('May;2024-01-01;2024-01-02;5;1;2;;'), ['type-error 0', 'sum-mismatch 3'])
    assert.deepEqual(said('May;2024-01-03;2024-01-02;3;1;2;;'), ['type-error 0', 'column-comparison 1'])
    assert.deepEqual(said('2024-01-01;2024-01-03;2024-01-02;many;1;2;;'), ['column-comparison 1', 'type-error 3'])
    assert.deepEqual(said('May;;;;;;552100554;35600000000048'), ['type-error 0', 'siren-siret-mismatch 7'])
  })

  it('leaves the word to what is wrong with one of its own cells', () => {
    assert.deepEqual(said('2024-01-01;2024-01-01;2024-01-02;5;one;2;;'), ['type-error 4'])
    assert.deepEqual(said('2024-01-01;May;2024-01-02;3;1;2;;'), ['type-error 1'])
  })
})

/** The only finding of a table that ends in this row, under each preset. */
function checkLast(row: string, rule: string): void {
  const text = `town;year;amount\nValdor;2023;120\nMirel;2023;80\nTorva;2023;95\n${row}\n`
  const dataset = openDataset(new TextEncoder().encode(text), { schema: 'none' })
  for (const preset of ['essentiel', 'standard'] as const)
    assert.deepEqual(
      [...lint(dataset, { preset })].map(one => one.rule),
      [rule],
    )
}

describe('a row that is short for a reason', () => {
  it('is told for that reason under the smallest preset too', () => {
    checkLast('', 'blank-row')
    checkLast('\u001a', 'blank-row')
    checkLast('Source : service des finances', 'footnote-row')
    checkLast('Orval,2023,70', 'row-delimiter')
    checkLast('"Orval;2023;70"', 'row-delimiter')
    checkLast('Orval;2023', 'missing-cell')
  })
})

describe('a placeholder among coordinates', () => {
  it('is told as such, and not as a point elsewhere too', () => {
    const places = Array.from({ length: 9 }, (_, i) => `48.11${i}2;-1.67${i}8`)
    const dataset = openDataset(new TextEncoder().encode(['lat;lon', ...places, '9999;9999'].join('\n')), {
      schema: 'none',
    })
    const rules = [...lint(dataset)].map(({ rule }) => rule)
    assert.deepEqual(rules, ['sentinel-value', 'sentinel-value'])
  })
})
