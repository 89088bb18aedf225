import assert from 'node:assert/strict'
import fc from 'fast-check'
import { RowPositions } from '../../../server/engine/csv/row-positions'
import { CsvTable } from '../../../server/engine/csv/table'
import { Lines } from '../../../server/engine/model/lines'
import { flatSource } from '../../../server/engine/model/source'
import { plainDialect } from '../plain-dialect'

const pieces = [
  'a',
  'é',
  '€',
  '👍',
  ',',
  '"',
  '""',
  '"b\nc"',
  '"d\r\ne"',
  ' ',
  '\n',
  '\r\n',
  '\r',
  '1,2\n',
  'x,"y",z\n',
]

describe('places by the rows of a table', () => {
  for (const chunkSize of [1, 16, 64, 16_384])
    for (const skipInitialSpace of [false, true])
      it(`are those of a count of lines, chunks of ${chunkSize}${skipInitialSpace ? ', spaces skipped' : ''}`, () => {
        const text = fc.array(fc.constantFrom(...pieces), { maxLength: 120 }).map(parts => parts.join(''))
        fc.assert(
          fc.property(text, fc.array(fc.nat(400), { maxLength: 12 }), fc.boolean(), (written, asked, isRead) => {
            const source = flatSource(new TextEncoder().encode(written))
            const table = new CsvTable(source, { ...plainDialect, skipInitialSpace }, { size: chunkSize })
            if (isRead) assert.ok(table.rowCount >= 0)
            const places = new RowPositions(source, table.cut)
            const lines = new Lines(source)
            for (const offset of asked) assert.deepEqual(places.position(offset), lines.position(offset))
            for (let offset = 0; offset <= source.length; offset++)
              assert.deepEqual(places.position(offset), lines.position(offset))
          }),
          { numRuns: 300 },
        )
      })
})
