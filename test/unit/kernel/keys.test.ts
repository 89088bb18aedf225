import assert from 'node:assert/strict'
import fc from 'fast-check'
import { CsvTable } from '../../../server/engine/csv/table'
import { kernel } from '../../../server/engine/kernel/kernel'
import { Hash } from '../../../server/engine/model/hash'
import { flatSource } from '../../../server/engine/model/source'
import { plainDialect } from '../plain-dialect'

const COUNTS_NOT = [0, 0]
const UNTOLD = [1, 0]

describe('keys in the kernel', () => {
  const value = fc.oneof(
    fc.stringMatching(/^[a-zé0-9 ]{0,12}$/),
    fc.stringMatching(/^[a-z0-9]{20,40}$/),
    fc.constantFrom('', '""', '"a ""b"""', '"""a"', '" ""\t"', '"a,b"', ' a', `"${'""'.repeat(2_100)}"`),
  )
  const rows = fc.array(fc.array(value, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 20 })

  it('have the hash that is defined, but for a long cell with quotes in it', () => {
    const columns = fc.subarray([0, 1, 2, 3], { minLength: 1 })
    fc.assert(
      fc.property(rows, columns, fc.boolean(), fc.boolean(), (written, columns, all, ignores) => {
        const text = new TextEncoder().encode(written.map(cells => `${cells.join(',')}\n`).join(''))
        const chunks = [...new CsvTable(flatSource(text), plainDialect).chunks()]
        const question = {
          columns,
          missing: all ? 'all' : 'none',
          edgeSpace: ignores ? 'ignored' : 'counts',
          doubledQuote: 34,
        } as const
        const hashes = chunks.flatMap(chunk => {
          const told = [...kernel()!.keyHashes(chunk, 0, question)!]
          const untold = told.pop()
          assert.equal(untold, told.filter((low, i) => i % 2 === 0 && low === 1 && told[i + 1] === 0).length)
          return told
        })
        written.forEach((cells, row) => {
          const values = columns
            .map(column => cells[column] ?? '')
            .map(cell => cell.replace(/^"(.*)"$/s, '$1').replaceAll('""', '"'))
          const absent = values.filter(text => text === '').length
          const told = hashes.slice(2 * row, 2 * row + 2)
          if (absent > 0 && !all) return void assert.equal(told[1], 0)
          if (values.some(text => text.length > 2_000)) return void assert.deepEqual(told, UNTOLD)
          if (absent === columns.length) return void assert.deepEqual(told, COUNTS_NOT)
          const compared = values.map(text => (ignores ? text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '') : text))
          assert.deepEqual(told, hashOf(compared))
        })
      }),
    )
  })

  it('are left to the text where quotes are escaped otherwise', () => {
    const [chunk] = new CsvTable(flatSource(new TextEncoder().encode('"a""b",c\n')), plainDialect).chunks()
    const question = { columns: [0], missing: 'none', edgeSpace: 'counts', doubledQuote: -1 } as const
    assert.deepEqual([...kernel()!.keyHashes(chunk!, 0, question)!], [...UNTOLD, 1])
  })

  it('do not count in the rows before those that are asked for', () => {
    const [chunk] = new CsvTable(flatSource(new TextEncoder().encode('a\nb\nc\n')), plainDialect).chunks()
    const question = { columns: [0], missing: 'none', edgeSpace: 'counts', doubledQuote: 34 } as const
    const expected = [...COUNTS_NOT, ...COUNTS_NOT, ...hashOf(['c']), 0]
    assert.deepEqual([...kernel()!.keyHashes(chunk!, 2, question)!], expected)
  })
})

function hashOf(values: readonly string[]): [number, number] {
  const hash = new Hash()
  hash.begin()
  for (const value of values) {
    const bytes = new TextEncoder().encode(value)
    hash.add(bytes, 0, bytes.length)
  }
  hash.end()
  return [hash.low >>> 0, hash.high >>> 0]
}
