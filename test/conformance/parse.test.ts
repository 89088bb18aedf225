import assert from 'node:assert/strict'
import { openDataset } from '../../server/engine/dataset'
import { casesWhere, fixture, holdsOrDiffers, withoutFixtures } from './cases'

/** Cases that are judged otherwise here, and why. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'csv-spectrum/newlines_crlf': 'its file was stored with LF while its answer has CRLF',
}

describe('cells of csv-spectrum', () => {
  const cases = casesWhere(found => found.kind === 'parse')
  if (!cases) return withoutFixtures()
  assert.ok(cases.length > 0)
  for (const found of cases) {
    holdsOrDiffers(found.id, OTHERWISE[found.id], () => {
      const { table } = openDataset(fixture(found.file!), {
        dialect: { delimiter: ',', headerRows: [0] },
        schema: 'none',
      })
      const rows = Array.from({ length: table.rowCount - table.firstDataRow }, (_, i) =>
        Object.fromEntries(table.labels.map((label, column) => [label, table.text(table.firstDataRow + i, column)])),
      )
      assert.deepEqual(rows, JSON.parse(new TextDecoder().decode(fixture(found.parsed!))))
    })
  }
})
