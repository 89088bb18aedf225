import assert from 'node:assert/strict'
import fc from 'fast-check'
import { unsignedScan } from '../../../server/engine/csv/swift-scan'
import { CsvTable } from '../../../server/engine/csv/table'
import { kernel } from '../../../server/engine/kernel/kernel'
import { Distribution, UNTOLD } from '../../../server/engine/model/distribution'
import { numberAtMark } from '../../../server/engine/model/number-at'
import { flatSource } from '../../../server/engine/model/source'
import { plainDialect } from '../plain-dialect'

const encoder = new TextEncoder()

describe('numbers in the kernel', () => {
  it('are those that the bytes of a column stand for, whether its cells are signed or not', () => {
    const number = fc.oneof(
      fc.double({ noNaN: true }).map(String),
      fc.stringMatching(/^[+-]?\d{0,16}[.,]?\d{0,4}$/),
      fc.constantFrom('', 'n/c', '"1""2"', '"12"', '""', '1e5', '-0', '1.2.3'),
    )
    const cell = fc.tuple(number, fc.boolean()).map(([text, isQuoted]) => {
      return (isQuoted && !text.includes('"')) || text.includes(',') ? `"${text}"` : text
    })
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 20 })
    const marks = fc.constantFrom(-1, 44, 46)
    let read = 0
    fc.assert(
      fc.property(rows, marks, fc.nat(3), fc.nat(3), (rows, mark, column, from) => {
        const text = encoder.encode(rows.map(cells => `${cells.join(',')}\n`).join(''))
        const first = Math.min(from, rows.length)
        const expected = rows.slice(first).map(cells => {
          const content = encoder.encode(cells[column]?.replace(/^"(.*)"$/, '$1') ?? '')
          return numberAtMark(mark)(content, 0, content.length)
        })
        const table = new CsvTable(flatSource(text), plainDialect)
        const [signed] = table.chunks()
        assert.deepEqual([...kernel()!.numbers(signed!, first, { column, mark })!], expected)
        const start = { start: 0, row: 0, column: 0 }
        const { chunk } = unsignedScan(text, start, text.length, table.marks)!
        assert.deepEqual([...kernel()!.numbers(chunk, first, { column, mark })!], expected)
        const told = kernel()!.stretches(chunk, first, { column, mark })!
        kernel()!.release(chunk)
        const [together, apart] = [new Distribution(), new Distribution()]
        together.addStretches(told)
        expected.forEach((number, i) => {
          if (!Number.isNaN(number)) apart.add(number, 1)
          if (told.stretches[i] === UNTOLD && !Number.isNaN(number)) together.add(number, 1)
        })
        assert.deepEqual(figures(together), figures(apart))
        read += expected.filter(number => !Number.isNaN(number)).length
      }),
      { numRuns: 500 },
    )
    assert.ok(read > 300, String(read))
  })
})

function figures(numbers: Distribution): readonly number[] {
  const { count, others, different, sum } = numbers
  return [count, others, different, sum, ...[0, 0.1, 0.25, 0.5, 0.75, 0.9, 1].map(share => numbers.quantile(share))]
}
