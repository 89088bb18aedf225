import assert from 'node:assert/strict'
import { openDataset } from '../../server/engine/dataset'
import { casesWhere, fixture, withoutFixtures } from './cases'

/** Cases that are left out, each with its reason. */
const SKIPPED: Readonly<Record<string, string>> = {
  'csv-spectrum/newlines_crlf': 'its file was stored with LF while its answer has CRLF',
}

describe('cells of csv-spectrum', () => {
  const cases = casesWhere(found => found.kind === 'parse')
  if (!cases) return withoutFixtures()
  assert.ok(cases.length > 0)
  for (const found of cases) {
    const reason = SKIPPED[found.id]
    if (reason) it.skip(`${found.id}: ${reason}`)
    else
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
  }
})
