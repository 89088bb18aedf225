import { flatSource } from '../../server/engine/model/source'
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { encodeText } from '../../server/engine/csv/encode'
import { decodeText } from '../../server/engine/csv/decoding'
import { detectKind } from '../../server/engine/csv/kind'
import { type Sniffed, sniffDialect } from '../../server/engine/csv/sniff'

const corpus = join('..', 'shared', 'corpus')
const fixtures = join('..', 'shared', 'fixtures')

/** Header rows, from 0, of the files whose first row is not the header; the empty list: no header. */
const headerRows: Readonly<Record<string, readonly number[]>> = {
  'opendata__VilleMTP_MTP_Opendata.csv': [1],
  'opendata__INSEE_MTP_CAFiris_2009.csv': [6],
  'one-defect/public/007-preamble.csv': [2],
  'one-defect/public/020-sep-line.csv': [1],
  'one-defect/public/070-preamble.csv': [2],
  'one-defect/public/083-sep-line.csv': [1],
  'frictionless-py/data/without-headers.csv': [],
  'frictionless-py/data/without-headers-extra.csv': [],
  'frictionless-py/data/issue-1478/table.csv': [],
  'csvlint.rb/files/title-row.csv': [1],
}

/** Cases whose stated dialect is not the file's, with the reason. */
const leftOut: Readonly<Record<string, string>> = {
  'csvlint.rb/files/d51f0dda41.csv': 'the case gives a wrong delimiter on purpose',
}

describe('dialect of real files', function () {
  if (!existsSync(corpus)) return skipped('the folder of real files is absent')
  for (const [file, guess, delimiter] of manifest())
    it(`${file}: ${JSON.stringify(delimiter)}`, () => {
      const bytes = read(corpus, file)
      const decoded = decodeText(bytes)
      assert.ok(
        guess.includes(
          decoded.encoding === 'utf-8' ? (/^(utf-8|ascii)/.exec(guess)?.[0] ?? 'utf-8') : decoded.encoding,
        ),
        guess,
      )
      assert.equal(decoded.byteOrderMark, guess === 'utf-8-sig')
      assert.deepEqual(encodeText(bytes, decoded, []), { bytes })
      check(sniffDialect(flatSource(decoded.bytes)), delimiter, headerRows[file] ?? [0])
    })
})

describe('dialect of the fixtures', function () {
  if (!existsSync(fixtures)) return skipped('the folder of fixtures is absent')
  const told = toldDelimiters()
  const files = (readdirSync(fixtures, { recursive: true }) as string[]).map(file => file.replaceAll('\\', '/'))
  for (const file of files.filter(file => /\.(csv|dsv)$/.test(file)).toSorted()) {
    const delimiter = told.get(file) ?? (/^(csvw|csv-spectrum|one-defect)\//.test(file) ? ',' : undefined)
    if (file in leftOut) it.skip(`${file}: ${leftOut[file]}`)
    else
      it(delimiter === undefined ? file : `${file}: ${JSON.stringify(delimiter)}`, () => {
        const bytes = read(fixtures, file)
        const decoded = decodeText(bytes)
        assert.deepEqual(encodeText(bytes, decoded, []), { bytes })
        const sniffed = sniffDialect(flatSource(decoded.bytes))
        const rows = headerRows[file] ?? (file.startsWith('one-defect/') ? [0] : undefined)
        check(sniffed, delimiter, rows)
        // Whatever the file: a header that is there is never called missing.
        if (!(file in headerRows)) assert.ok(!sniffed.faults.some(fault => fault.kind === 'missing-header'))
      })
  }

  const kinds = { 'csvlint.rb/files/spreadsheet.xls': 'workbook', 'frictionless-py/data/table.csv.zip': 'archive' }
  for (const [file, kind] of Object.entries(kinds))
    it(`${file}: ${kind}`, () => assert.equal(detectKind(read(fixtures, file)), kind))

  it('one-defect: encodings', () => {
    const encodings = files
      .filter(file => /^one-defect\/public\/.*\.csv$/.test(file))
      .map(file => [/\d-(.*)\.csv/.exec(file)![1]!, decodeText(read(fixtures, file))] as const)
    for (const [defect, { encoding, faults }] of encodings) {
      assert.equal(
        encoding,
        defect === 'cp1252' ? 'windows-1252' : defect === 'utf16le-bom' ? 'utf-16le' : 'utf-8',
        defect,
      )
      assert.equal(
        faults.some(fault => fault.kind === 'broken-bytes'),
        defect === 'mixed-encoding',
        defect,
      )
    }
  })
})

function skipped(reason: string): void {
  it(`left out: ${reason}`, function () {
    this.skip()
  })
}

function check(sniffed: Sniffed, delimiter: string | undefined, rows: readonly number[] | undefined): void {
  const { faults } = sniffed
  assert.deepEqual(sniffed.quoteChar, '"')
  if (delimiter !== undefined) assert.equal(sniffed.delimiter, delimiter)
  if (!rows) return
  assert.deepEqual(sniffed.headerRows, rows)
  assert.equal(
    faults.some(fault => fault.kind === 'missing-header'),
    rows.length === 0,
  )
  const above = sniffed.preambleRows + (sniffed.separatorLine ? 1 : 0)
  assert.ok(above === 0 || above === rows[0], `${above} rows above`)
}

function read(folder: string, file: string): Uint8Array {
  return new Uint8Array(readFileSync(join(folder, file)))
}

/** File, encoding as guessed and delimiter of each CSV file of the corpus. */
function manifest(): readonly (readonly [file: string, guess: string, delimiter: string])[] {
  const [, ...lines] = readFileSync(join(corpus, 'manifest.tsv'), 'utf8').trimEnd().split('\n')
  return lines
    .map(line => line.split('\t'))
    .filter(([file]) => file!.endsWith('.csv'))
    .map(cells => [cells[0]!, cells[5]!, cells[6]!])
}

/** The delimiter that a case states for a file. */
function toldDelimiters(): ReadonlyMap<string, string> {
  const cases = readFileSync(join(fixtures, 'cases.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
  return new Map(
    cases.flatMap(({ file, dialect }) => {
      const delimiter = dialect?.delimiter ?? dialect?.csv?.delimiter
      return file && delimiter ? [[file, delimiter]] : []
    }),
  )
}
