import assert from 'node:assert/strict'
import { openDataset } from '../../server/engine/dataset'
import { casesWhere, fixture, withoutFixtures } from './cases'

describe('cells of csv-spectrum', () => {
  const cases = casesWhere(found => found.kind === 'parse')
  if (!cases) return withoutFixtures()
  assert.ok(cases.length > 0)
  for (const found of cases)
    it(found.id, () => {
      const { table } = openDataset(fixture(found.file!), {
        dialect: { delimiter: ',', headerRows: [0] },
        schema: 'none',
      })
      const rows = Array.from({ length: table.rowCount - table.firstDataRow }, (_, i) =>
        Object.fromEntries(table.labels.map((label, column) => [label, table.text(table.firstDataRow + i, column)])),
      )
      assert.deepEqual(rows, JSON.parse(new TextDecoder().decode(fixture(found.parsed!))))
    })
})
