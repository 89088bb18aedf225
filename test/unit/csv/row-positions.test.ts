import assert from 'node:assert/strict'
import fc from 'fast-check'
import { RowPositions } from '../../../server/engine/csv/row-positions'
import { CsvTable } from '../../../server/engine/csv/table'
import { Lines } from '../../../server/engine/model/lines'
import { flatSource } from '../../../server/engine/model/source'
import { unheldSource } from '../unheld'
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

const sources = fc.constantFrom(flatSource, unheldSource)

describe('places by the rows of a table', () => {
  for (const chunkSize of [1, 16, 64, 16_384])
    for (const skipInitialSpace of [false, true])
      it(`are those of a count of lines, chunks of ${chunkSize}${skipInitialSpace ? ', spaces skipped' : ''}`, () => {
        const text = fc.array(fc.constantFrom(...pieces), { maxLength: 120 }).map(parts => parts.join(''))
        fc.assert(
          fc.property(
            text,
            fc.array(fc.nat(400), { maxLength: 12 }),
            fc.boolean(),
            sources,
            (written, asked, isRead, sourceOf) => {
              const source = sourceOf(new TextEncoder().encode(written))
              const table = new CsvTable(source, { ...plainDialect, skipInitialSpace }, { size: chunkSize })
              // To count the rows is to read all of them.
              if (isRead) void table.rowCount
              const places = new RowPositions(source, table.cut)
              const lines = new Lines(source)
              for (const offset of asked) assert.deepEqual(places.position(offset), lines.position(offset))
              for (let offset = 0; offset <= source.length; offset++)
                assert.deepEqual(places.position(offset), lines.position(offset))
            },
          ),
          { numRuns: 300 },
        )
      })

  for (const end of ['\n', '\r\n', '\r'])
    it(`are found in a text that nobody holds, rows that end in ${JSON.stringify(end)}`, () => {
      // More cells than are kept, so that rows are read again.
      const rows = Array.from({ length: 20_000 }, (_, i) => `${i},"é ${i}",${'x,'.repeat(i % 40)}y${end}`)
      const text = new TextEncoder().encode(rows.join(''))
      const [unheld, held] = [unheldSource(text), flatSource(text)]
      const [table, same] = [new CsvTable(unheld, plainDialect), new CsvTable(held, plainDialect)]
      assert.equal(table.rowCount, 20_000)
      assert.equal(same.rowCount, 20_000)
      const places = new RowPositions(unheld, table.cut)
      const lines = new Lines(held)
      for (let i = 0; i < 20_000; i += 7) {
        const row = (i * 7_919) % 20_000
        const span = same.cellSpan(row, 1)!
        assert.deepEqual(table.cellSpan(row, 1), span)
        assert.equal(table.text(row, 1), `é ${row}`)
        assert.equal(table.width(row), same.width(row))
        assert.deepEqual(places.position(span.end), lines.position(span.end))
      }
    })
})
