import assert from 'node:assert/strict'
import fc from 'fast-check'
import { openText } from '../../../server/engine/dataset'
import { dataRows } from '../../../server/engine/model/data-rows'
import { flatSource } from '../../../server/engine/model/source'
import type { Table } from '../../../server/engine/model/table'

const encoder = new TextEncoder()
const cell = fc.constantFrom('a', '', 'é', '"x\ny"', '# z', '"q""q"')
const tables = fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 20 })
const options = fc.record({
  chunkSize: fc.constantFrom(1, 20, 1_000),
  isEdited: fc.boolean(),
  commentChar: fc.constantFrom('#', undefined),
  commentRows: fc.constantFrom([], [2, 3, 7]),
})

describe('the rows of data', () => {
  it('are those that are found by their numbers', () => {
    fc.assert(
      fc.property(tables, options, fc.nat({ max: 25 }), (rows, options, most) => {
        const text = ['a;b;c', ...rows.map(cells => cells.join(';')), ''].join('\n')
        compare(tableOf(text, options), most)
      }),
    )
  })

  it('are whole, however long', () => {
    const long = `a;${'x'.repeat(1_200_000)};c;d`
    for (const isEdited of [false, true])
      compare(tableOf(`a;b;c\n1;2;3\n${long}\n4;5\n${long}`, { chunkSize: 1_000, isEdited }), 10)
  })
})

interface Options {
  readonly chunkSize: number
  readonly isEdited: boolean
  readonly commentChar?: string | undefined
  readonly commentRows?: readonly number[]
}

function tableOf(text: string, { chunkSize, isEdited, commentChar, commentRows = [] }: Options): Table {
  const dialect = { delimiter: ';', headerRows: [0], commentChar, commentRows }
  return openText(flatSource(encoder.encode(text)), { schema: 'none', dialect, chunkSize, isEdited }).table
}

function compare(table: Table, most: number): void {
  const columns = [0, 1, 2, 3]
  const expected: unknown[] = []
  for (let row = table.firstDataRow; expected.length < most && table.width(row) > 0; row++)
    if (table.isData(row)) expected.push([row, ...columns.map(column => table.text(row, column))])
  const texts: unknown[] = []
  for (const row of dataRows(table, most)) texts.push([row.index, ...columns.map(column => row.text(column))])
  assert.deepEqual(texts, expected)
}
