import { flatSource, type Source } from '../../../server/engine/model/source'
import assert from 'node:assert/strict'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { CsvTable } from '../../../server/engine/csv/table'
import type { Dialect } from '../../../server/engine/model/dialect'
import { plainDialect as plain } from '../plain-dialect'
import { signatureOf } from '../signature'

const SIZES = [64, 1024, 16_384]

describe('scan', () => {
  const cases: [written: string, rows: string[][], faults?: string[]][] = [
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['a\rb\r', [['a'], ['b']]],
    [
      'a,\n,',
      [
        ['a', ''],
        ['', ''],
      ],
    ],
    ['\n\na\n', [[''], [''], ['a']]],
    ['"a,b","c\nd"\n', [['a,b', 'c\nd']]],
    ['"a ""b"" c"\n', [['a "b" c']]],
    ['""\n""""\n', [[''], ['"']]],
    ['5" pipe,x\n', [['5" pipe', 'x']], ['stray-quote 0:0 at 1']],
    ['"a "b" c",x\n', [['a "b" c', 'x']], ['stray-quote 0:0 at 3']],
    ['"a" ,"b "" c" \n"d"\t', [['a ', 'b " c '], ['d\t']]],
    ['"a"b,c\n', [['"a"b', 'c']], ['stray-quote 0:0 at 2']],
    ['"a"b,c,"d"\n', [['"a"b', 'c', 'd']], ['stray-quote 0:0 at 2']],
    [
      'x,"a\ny,b\n',
      [
        ['x', '"a'],
        ['y', 'b'],
      ],
      ['unclosed-quote 0:1 at 2'],
    ],
    [
      'x,"a\ny,"b"\n',
      [
        ['x', '"a'],
        ['y', 'b'],
      ],
      ['unclosed-quote 0:1 at 2'],
    ],
    [
      'x,"a;b\ny,b\n',
      [
        ['x', '"a;b'],
        ['y', 'b'],
      ],
      ['unclosed-quote 0:1 at 2'],
    ],
    ['x,"a', [['x', '"a']], ['unclosed-quote 0:1 at 2']],
    ['x,"a,y,"b,c",d\n', [['x', '"a', 'y', 'b,c', 'd']], ['unclosed-quote 0:1 at 2']],
    ['"a,"b"\n"c"\n', [['"a', 'b'], ['c']], ['unclosed-quote 0:0 at 0']],
    ['"', [['"']], ['unclosed-quote 0:0 at 0']],
    ['a\0b,é😀\n', [['a\0b', 'é😀']]],
    ['', []],
  ]
  for (const [written, rows, faults = []] of cases)
    it(`reads ${JSON.stringify(written)}`, () => {
      for (const size of SIZES) {
        const table = tableOf(written, {}, size)
        assert.deepEqual(cellsOf(table), rows)
        assert.deepEqual(faultsOf(table), faults)
      }
    })

  const dialects: [written: string, dialect: Partial<Dialect>, rows: string[][]][] = [
    ["'a;b';c\n", { delimiter: ';', quoteChar: "'" }, [['a;b', 'c']]],
    ["l'an;c\n", { delimiter: ';', quoteChar: "'" }, [["l'an", 'c']]],
    ['"a\\"b",c\n', { escapeChar: '\\' }, [['a"b', 'c']]],
    ['"a\\\\",c\n', { escapeChar: '\\' }, [['a\\', 'c']]],
    ['a\\;b;\\"c;d\\\ne\\\n', { delimiter: ';', escapeChar: '\\' }, [['a\\', 'b', '\\"c', 'd\\'], ['e\\']]],
    [
      'a\\;b;\\"c;d\\\ne\\\\\n\\',
      { delimiter: ';', escapeChar: '\\', escapesAll: true },
      [['a;b', '"c', 'd\ne\\'], ['\\']],
    ],
    ['"a\\"b ""c""",""\n', { escapeChar: '\\' }, [['a"b "c"', '']]],
    ['"a"";b";c\n', { delimiter: ';', escapeChar: '\\', doubleQuote: false }, [['a"', 'b"', 'c']]],
    ['a"";b\\;;"c"""\n', { delimiter: ';', escapeChar: '\\', escapesAll: true }, [['a""', 'b;', 'c"']]],
    ['a, "b"\n', { skipInitialSpace: true }, [['a', 'b']]],
    ['a§b\n', { delimiter: '§' }, [['a', 'b']]],
    ['a::b:c\n', { delimiter: '::' }, [['a', 'b:c']]],
    ['"a","b"\n', { quoteChar: '' }, [['"a"', '"b"']]],
    ['# note, "x\na,b\n', { commentChar: '#' }, [['# note, "x'], ['a', 'b']]],
  ]
  for (const [written, dialect, rows] of dialects)
    it(`reads ${JSON.stringify(written)} with ${JSON.stringify(dialect)}`, () => {
      for (const size of SIZES) assert.deepEqual(cellsOf(tableOf(written, dialect, size)), rows)
    })

  it('agrees with csv-parse on every well-formed table', () => {
    const cell = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', '1', ' ', ',', '"', '\n', 'é', '\r\n', '😀') }),
      fc.string(),
    )
    const written = fc
      .tuple(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }),
        fc.constantFrom('\n', '\r\n', '\r'),
      )
      .map(([rows, end]) => rows.map(cells => cells.map(quotedIfNeeded).join(',') + end).join(''))
    fc.assert(
      fc.property(written, text => {
        const judged = parse(text, { relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] }) as string[][]
        for (const size of SIZES) assert.deepEqual(cellsOf(tableOf(text, {}, size)), judged)
      }),
    )
  })

  it('reads each quote inside a cell, doubled or escaped as it comes', () => {
    const parts = ['a a', '" ""', '" \\"', '\\ \\\\', ', ,', '\n \n', 'é \\é'].map(part => part.split(' '))
    const cell = fc.array(fc.constantFrom(...parts))
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 })), rows => {
        const values = rows.map(cells => cells.map(cell => cell.map(([value]) => value).join('')))
        const lines = rows.map(cells => cells.map(cell => `"${cell.map(([, written]) => written).join('')}"`).join(','))
        for (const size of SIZES)
          assert.deepEqual(
            cellsOf(tableOf(lines.map(line => `${line}\n`).join(''), { escapeChar: '\\' }, size)),
            values,
          )
      }),
    )
  })

  it('gives one table whatever the size of the chunks, for any text', () => {
    const text = fc.string({ unit: fc.constantFrom('"', '"', ',', '\n', '\r', 'a', 'é', ' ', '1'), maxLength: 400 })
    const dialects = fc.constantFrom<Partial<Dialect>>(
      {},
      { escapeChar: '1' },
      { escapeChar: '1', escapesAll: true },
      { escapeChar: '1', doubleQuote: false },
    )
    fc.assert(
      fc.property(text, dialects, (written, dialect) => {
        const [small, ...others] = [1, ...SIZES].map(size => tableOf(written, dialect, size))
        for (const table of others) {
          assert.deepEqual(cellsOf(table), cellsOf(small!))
          assert.deepEqual(faultsOf(table), faultsOf(small!))
        }
      }),
    )
  })

  it('makes the index of a chunk again, the same, after it was dropped', () => {
    const text = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', 'é'), maxLength: 400 })
    fc.assert(
      fc.property(text, written => {
        const table = tableOf(written, {}, 16)
        for (const chunk of table.chunks()) {
          // A chunk alone, without what follows it, reads the same: that is what lets an index be dropped.
          const alone = new CsvTable(flatSource(chunk.bytes.slice()), { ...plain }, { size: 1 << 20 })
          const [again] = [...alone.chunks()]
          assert.deepEqual(again!.cellStart, chunk.cellStart)
          assert.deepEqual(again!.cellEnd, chunk.cellEnd)
          assert.deepEqual(again!.signatures, chunk.signatures)
        }
      }),
    )
  })

  it('signs each cell as the plain definition does', () => {
    const text = fc.string({
      unit: fc.constantFrom('1', '12345678', 'a', ' ', '@', '=', '-', '.', '&', 'é', '\t', '"', "'"),
    })
    fc.assert(
      fc.property(fc.array(text, { minLength: 2 }), values => {
        const table = tableOf(values.map(quotedIfNeeded).join(','))
        let cell = 0
        for (const chunk of table.chunks())
          for (const mask of chunk.signatures) {
            const value = values[cell++]!
            const isQuoted = quotedIfNeeded(value) !== value
            const inside = isQuoted ? quotedIfNeeded(value).slice(1, -1) : value
            assert.equal(
              mask,
              signatureOf(new TextEncoder().encode(inside), { quoted: isQuoted, escaped: value.includes('"') }),
            )
          }
        assert.equal(cell, values.length)
      }),
    )
  })

  it('finds each cell again by its row, its column and its bytes', () => {
    const text = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', 'é'), minLength: 1, maxLength: 200 })
    fc.assert(
      fc.property(text, written => {
        const table = tableOf(written, {}, 16)
        for (let row = 0; row < table.rowCount; row++)
          for (let column = 0; column < table.width(row); column++) {
            const span = table.cellSpan(row, column)!
            if (span.end > span.start) assert.deepEqual(table.locate(span.start), { row, column })
          }
      }),
    )
  })

  it('reads a row of more than a mebibyte in fragments', () => {
    const cells = Array.from({ length: 400_000 }, (_, i) => `c${i}`)
    const table = tableOf(`${cells.join(',')}\nx,y\n`)
    const chunks = [...table.chunks()]
    assert.ok(chunks.length > 2)
    assert.ok(chunks.slice(1, -1).every(chunk => chunk.firstColumn > 0))
    assert.equal(table.width(0), 400_000)
    assert.equal(table.text(0, 399_999), 'c399999')
    assert.equal(table.text(1, 1), 'y')
    assert.equal(table.rowCount, 2)
    assert.deepEqual(table.locate(table.cellSpan(0, 300_000)!.start), { row: 0, column: 300_000 })
  })
})

function tableOf(written: string, dialect: Partial<Dialect> = {}, size = 16_384): CsvTable {
  return new CsvTable(sparing(new TextEncoder().encode(written)), { ...plain, ...dialect }, { size })
}

/** A source that never shows more than it is asked for. */
function sparing(bytes: Uint8Array): Source {
  return { ...flatSource(bytes), window: (from, least) => bytes.subarray(from, from + least) }
}

function cellsOf(table: CsvTable): string[][] {
  return Array.from({ length: table.rowCount }, (_, row) =>
    Array.from({ length: table.width(row) }, (_, column) => table.text(row, column)!),
  )
}

function faultsOf(table: CsvTable): string[] {
  const faults = [...table.chunks()].flatMap(chunk => table.faultsIn(chunk))
  return faults.map(fault => {
    assert.ok(fault.kind === 'stray-quote' || fault.kind === 'unclosed-quote')
    return `${fault.kind} ${fault.row}:${fault.column} at ${fault.span.start}`
  })
}

function quotedIfNeeded(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
}
