import assert from 'node:assert/strict'
import { openDataset, type OpenOptions, textOf } from '../../server/engine/dataset'
import { applyEdits, fixesOf } from '../../server/engine/fix'
import { lint } from '../../server/engine/lint'
import { rowsOf } from '../../server/engine/rows-of'
import { ruleById } from '../../server/engine/rules/by-id'
import { catalogue } from '../../server/engine/schema/catalogue'

/** What the rules of the whole set say, one line a finding: place from 0, rule, and a part of the message. */
function check(file: string, expected: readonly [place: string, rule: string, said: RegExp][], options?: OpenOptions) {
  const dataset = openDataset(bytesOf(file), { schema: 'none', ...options })
  const found = [...lint(dataset, { preset: 'complet' })]
  assert.deepEqual(
    found.map(({ rule, row, column }) => [`${row ?? '-'}:${column ?? '-'}`, rule]),
    expected.map(([place, rule]) => [place, rule]),
  )
  for (const [i, [, rule, said]] of expected.entries())
    assert.match(ruleById(rule)!.message.en(found[i]!.facts as never), said)
  return found.flatMap(diagnostic => fixesOf(dataset, diagnostic).map(fix => ({ dataset, ...fix })))
}

/** One byte a character. */
function bytesOf(file: string): Uint8Array {
  return Uint8Array.from(file, character => character.charCodeAt(0))
}

function fixed([fix]: ReturnType<typeof check>): string {
  return new TextDecoder().decode(applyEdits(textOf(fix!.dataset), fix!.edits))
}

describe('file rules', () => {
  it('say what a file is that holds no table', () => {
    check('PK\x03\x04....xl/workbook.xml', [['-:-', 'not-a-table', /spreadsheet workbook/]])
    check('%PDF-1.7', [['-:-', 'not-a-table', /is a PDF/]])
    check('\x1f\x8b\x08', [['-:-', 'not-a-table', /compressed archive/]])
  })

  it('say that a file of line ends alone is empty, once', () => {
    check('\n\n\n', [['-:-', 'empty-table', /not hold a single value/]])
    check('\r\n\r\n', [['-:-', 'empty-table', /not hold a single value/]])
  })

  it('do not hide the letters that were lost before the file got its encoding', () => {
    check('lieu;ville\nMairie;Orl\xe9ans\n\xc9cole;Fleurey-l?s-Faverney\n', [
      ['2:1', 'lost-character', /replaced with “\?”/],
      ['-:-', 'legacy-encoding', /Windows-1252/],
    ])
  })

  it('tell a file of no byte, one of no value and one of labels only apart', () => {
    check('', [['-:-', 'empty-table', /not hold a single byte/]])
    check('\xef\xbb\xbf', [['-:-', 'empty-table', /not hold a single value/]])
    check('a;b\n', [['-:-', 'empty-table', /its header \(“a” and “b”\)/]])
    const dialect = { headerRows: [8] }
    check('a;b\n1;2\n', [['-:-', 'empty-table', /has no row 9, which is said to be its header/]], { dialect })
  })

  it('name each broken cell once, and propose nothing where the bytes say nothing', () => {
    const utf8 = Array.from({ length: 20 }, (_, i) => `\xc3\xa9\xc3\xa8 ${i};\xc3\xa9t\xc3\xa9\n`).join('')
    const fixes = check(`nom;saison\n${utf8}\xe9t\xe9;b\xe9\na\x81;x\n`, [
      ['21:0', 'mixed-encoding', /would read “été” in Windows-1252/],
      ['21:1', 'mixed-encoding', /would read “bé” in Windows-1252/],
      ['22:0', 'mixed-encoding', /type this value again/],
    ])
    assert.deepEqual(
      fixes.map(({ safe, changes }) => [safe, changes]),
      [
        [false, [{ set: 'cell', row: 21, column: 0, value: 'été' }]],
        [false, [{ set: 'cell', row: 21, column: 1, value: 'bé' }]],
      ],
    )
  })

  it('speak of the byte order mark of UTF-8 alone: UTF-16 needs it', () => {
    const [mark] = check('\xef\xbb\xbfa;b\n1;2\n', [['-:-', 'byte-order-mark', /Excel knows UTF-8 by it/]])
    assert.deepEqual([mark!.safe, mark!.changes], [false, [{ operation: 'remove-byte-order-mark' }]])
    check('\xff\xfea\x00;\x00b\x00\n\x001\x00;\x002\x00\n\x00', [['-:-', 'legacy-encoding', /UTF-16/]])
  })

  it('tell line ends that were written twice as one cause, not as blank rows', () => {
    const rows = Array.from({ length: 120 }, (_, i) => `town ${i};${i + 50}\r\r\n`).join('')
    const fixes = check(`town;people\r\r\n${rows}`, [['-:-', 'doubled-line-ends', /^A blank row follows each row/]])
    assert.deepEqual(fixes[0]!.changes, [{ operation: 'line-endings' }])
    check('town;people\r\n\r\nNiort;59193\r\nRoyan;18419\r\nCognac;18806\r\n', [['1:-', 'blank-row', /is blank/]])
  })

  it('end the last line as the others are', () => {
    const fixes = check('a;b\r\n1;2', [['-:-', 'missing-final-newline', /joins its first line to it/]])
    assert.equal(fixes[0]!.safe, true)
    assert.equal(fixed(fixes), 'a;b\r\n1;2\r\n')
    check('a;b\r1;2\r', [])
  })

  it('take away all the rows above the header, but not the separator line', () => {
    const table = 'town;people;day\nNiort;59193;2024-01-01\nRoyan;18419;2024-01-01\nCognac;18806;2024-01-01\n'
    const fixes = check(`People\n\nSource: INSEE\n${table}`, [['0:-', 'preamble-row', /^3 rows, “People” among them/]])
    assert.equal(fixed(fixes), table)
    check(`sep=;\nPeople\n${table}`, [
      ['0:-', 'separator-line', /“sep=;”/],
      ['1:-', 'preamble-row', /“People”/],
    ])
  })

  it('take no title above data without a header for a row of data', () => {
    const rows = 'A1;59193;2024-01-01\nB2;18419;2024-01-02\nC3;18806;2024-01-03\n'
    const cases: readonly (readonly [above: string, found: Parameters<typeof check>[1]])[] = [
      ['People 2024\nSource: INSEE\n', [['0:-', 'preamble-row', /none of them names the columns/]]],
      ['People of all towns\n\n', [['0:-', 'preamble-row', /none of them names the columns/]]],
      [
        'sep=;\n',
        [
          ['0:-', 'separator-line', /“sep=;”/],
          ['1:-', 'missing-header', /“59193”/],
        ],
      ],
    ]
    for (const [above, found] of cases) {
      check(above + rows, found)
      const dataset = openDataset(bytesOf(above + rows))
      const { headerRow, firstDataRow, columnCount } = dataset.table
      assert.deepEqual([headerRow, firstDataRow, columnCount], [undefined, above.split('\n').length - 1, 3], above)
      assert.equal(rowsOf(dataset), 3, above)
    }
  })

  it('offer the names of the schema for a header that is missing, when there are as many', () => {
    const rows = 'Niort;59193;2024-01-01\nRoyan;18419;2024-01-02\nCognac;18806;2024-01-03\nSaintes;25470;2024-01-04\n'
    const { schema } = catalogue[0]!
    const three = { ...schema, fields: schema.fields.slice(0, 3) }
    const names = three.fields.map(field => field.name).join(';')
    const missing: [string, string, RegExp] = ['0:-', 'missing-header', /“59193”/]
    assert.equal(fixed(check(rows, [missing], { schema: { schema: three, source: 'flag' } })), `${names}\n${rows}`)
    assert.deepEqual(check(rows, [missing]), [])
  })
})
