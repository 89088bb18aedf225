import assert from 'node:assert/strict'
import fc from 'fast-check'
import { CsvTable } from '../../../server/engine/csv/table'
import { kernel } from '../../../server/engine/kernel/kernel'
import { Hash } from '../../../server/engine/model/hash'
import { Repeats } from '../../../server/engine/model/repeats'
import { flatSource } from '../../../server/engine/model/source'
import { plainDialect } from '../plain-dialect'

describe('keys in the kernel', () => {
  const value = fc.oneof(
    fc.stringMatching(/^[a-zé0-9 ]{0,12}$/),
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
        const hashes = chunks.flatMap(chunk => [...kernel()!.keyHashes(chunk, 0, question)!])
        written.forEach((cells, row) => {
          const values = columns
            .map(column => cells[column] ?? '')
            .map(cell => cell.replace(/^"(.*)"$/s, '$1').replaceAll('""', '"'))
          const absent = values.filter(text => text === '').length
          const told = hashes[3 * row]
          if (absent > 0 && !all) return void assert.notEqual(told, 1)
          if (values.some(text => text.length > 2_000)) return void assert.equal(told, 2)
          if (absent === columns.length) return void assert.equal(told, 0)
          const compared = values.map(text => (ignores ? text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '') : text))
          assert.deepEqual(hashes.slice(3 * row, 3 * row + 3), [1, ...hashOf(compared)])
        })
      }),
    )
  })

  it('are left to the text where quotes are escaped otherwise', () => {
    const [chunk] = new CsvTable(flatSource(new TextEncoder().encode('"a""b",c\n')), plainDialect).chunks()
    const question = { columns: [0], missing: 'none', edgeSpace: 'counts', doubledQuote: -1 } as const
    assert.equal(kernel()!.keyHashes(chunk!, 0, question)![0], 2)
  })

  it('that come up again are told with the first row that has them', () => {
    const hash = fc.tuple(fc.constantFrom(0, 1, 2 ** 31, 2 ** 32 - 1), fc.nat(3))
    fc.assert(
      fc.property(fc.array(hash, { maxLength: 200 }), hashes => {
        const repeats = new Repeats()
        const firsts = new Map<string, number>()
        const expected: [number, number][] = []
        hashes.forEach(([low, high], i) => {
          repeats.add(7 * i, low, high)
          const first = firsts.get(`${low} ${high}`)
          if (first === undefined) firsts.set(`${low} ${high}`, 7 * i)
          else expected.push([7 * i, first])
        })
        assert.deepEqual(repeats.pairs(), expected)
      }),
    )
  })

  it('are kept in as many blocks as it takes', () => {
    const repeats = new Repeats()
    for (let row = 0; row < 5_000; row++) repeats.add(row, 0, row % 4_999)
    assert.deepEqual(repeats.pairs(), [[4_999, 0]])
  })
})

function hashOf(values: readonly string[]): [number, number] {
  const hash = new Hash()
  hash.begin()
  for (const value of values) {
    const bytes = new TextEncoder().encode(value)
    hash.add(bytes, 0, bytes.length)
  }
  return [hash.low >>> 0, hash.high >>> 0]
}
