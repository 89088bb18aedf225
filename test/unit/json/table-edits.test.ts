import assert from 'node:assert/strict'
import { applyEdits } from '../../../server/engine/fix'
import { layoutOf } from '../../../server/engine/json/layout'
import { JsonTable } from '../../../server/engine/json/table'
import { flatSource } from '../../../server/engine/model/source'

/** As many keys as there may be columns: what comes behind them is in none. */
const FULL = Object.fromEntries(Array.from({ length: 2_000 }, (_, i) => [`k${i}`, i]))
const BEFORE = `[${JSON.stringify(FULL)},`

/** A record behind one of all columns, once the first cell of it is written. */
function written(record: string): string {
  const bytes = new TextEncoder().encode(`${BEFORE}${record}]`)
  const source = flatSource(bytes)
  const table = new JsonTable(source, layoutOf(source, 'one-value'))
  const edits = table.edits({ set: 'cell', row: 2, column: 0, value: '7' })
  return new TextDecoder().decode(applyEdits(bytes, edits)).slice(BEFORE.length, -1)
}

describe('a cell that is written where a record has no member for it', () => {
  for (const [place, record, meant] of [
    ['behind the last one', '{ "k1": 1, "late": 2}', '{ "k1": 1, "late": 2, "k0": 7}'],
    ['alone in an empty object', '{ }', '{"k0": 7}'],
    ['alone between many spaces', `{${' '.repeat(300)}}`, '{"k0": 7}'],
    ['behind one that is no cell', '{"late": [1]}', '{"late": [1],"k0": 7}'],
    ['laid out as they are', '{\n  "late": 1\n}', '{\n  "late": 1,\n  "k0": 7\n}'],
    ['behind a long one', `{ "late": "${'é'.repeat(500)}" }`, `{ "late": "${'é'.repeat(500)}", "k0": 7 }`],
  ] as const)
    it(`stands ${place}`, () => assert.equal(written(record), meant))

  for (const record of ['5', '"{}"', 'null', '[5]', '[{}]', '{/* late */}'])
    it(`is not written into ${record.replaceAll(/ +/g, ' ')}`, () => assert.equal(written(record), record))
})

describe('rows that are taken out of a list', () => {
  for (const [text, row, count, left] of [
    ['[[1], [2], [3]]', 0, 1, '[[2], [3]]'],
    ['[[1], [2], [3]]', 2, 1, '[[1], [2]]'],
    ['[[1], [2], [3]]', 0, 3, '[]'],
    ['[\n  []\n]', 0, 1, '[\n  \n]'],
    ['[{"a": 1}, {"a": 2}]', 1, 1, '[{"a": 2}]'],
    ['[{"a": 1}, {"a": 2}]', 1, 2, '[]'],
  ] as const)
    it(`leave ${left.replaceAll('\n', ' ')} of ${text.replaceAll('\n', ' ')}`, () =>
      assert.equal(without(text, row, count), left))
})

function without(text: string, row: number, count: number): string {
  const bytes = new TextEncoder().encode(text)
  const source = flatSource(bytes)
  const table = new JsonTable(source, layoutOf(source, 'one-value'))
  return new TextDecoder().decode(applyEdits(bytes, table.edits({ remove: 'rows', row, count })))
}
