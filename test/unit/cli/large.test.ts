import assert from 'node:assert/strict'
import { appendFileSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkInput } from '../../../server/command/check-input'
import type { EncodingHints } from '../../../server/engine/csv/encoding'
import type { Input } from '../../../server/files/input'
import { openText } from '../../../server/engine/dataset'
import { lint } from '../../../server/engine/lint'
import { flatSource, type Source } from '../../../server/engine/model/source'
import type { PagedFile } from '../../../server/files/files'
import { pagedFile } from '../../../server/files/paged-file'
import { jsonReporter } from '../../../server/report/json'
import type { Reporter } from '../../../server/report/report'
import { vigie } from './run'

describe('a large file read page by page', () => {
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'vigie-large-'))
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  const written = (text: string | Uint8Array) => {
    const path = join(folder, 'large.csv')
    writeFileSync(path, text)
    return path
  }
  it('gives the findings of the same file read at once', () => {
    const text = large('x;"une cellule\nsur deux lignes";y;31/12/2024;"jamais fermé')
    const paged = pagedFile(written(text))
    assert.ok(paged)
    const found = told(paged.source)
    paged.close()
    assert.ok(found.some(([rule]) => rule === 'unclosed-quote'))
    assert.ok(found.some(([rule]) => rule === 'duplicate-row'))
    assert.deepEqual(found, told(flatSource(new TextEncoder().encode(text))))
  })

  for (const tried of ['before', 'meanwhile'] as const)
    it(`is not told to its end when the file changed meanwhile, tried for UTF-8 ${tried}`, () => {
      const path = written(large('x'))
      const paged = pagedFile(path, { tried })!
      const texts = reportOn({ path, paged })
      appendFileSync(path, '1;2;3;4;5\n')
      assert.throws(() => [...texts], /changed while it was read/)
    })

  const faults = 'x\n'.repeat(1 << 16)
  for (const [where, changes] of [
    ['nowhere', {}],
    ['behind what is read at once, in the middle of a character', { [2 ** 20 - 1]: '\xC3(' }],
    ['far behind', { 20_000_000: '\xE9' }],
    ['at its end', { [-1]: '\xE9' }],
    ['at its end, in the middle of a character', { [-2]: '\xE2\x82' }],
    ['behind more findings than are kept back', { 2_000_000: faults, [-100]: '\xE9' }],
    ['behind a quote that is never closed', { 2_000_000: '\n"', [-100]: '\xE9' }],
  ] as readonly (readonly [string, Readonly<Record<number, string>>])[])
    it(`gives the report of the same file read at once when it is no UTF-8 ${where}`, () => {
      const bytes = Buffer.from(large('x'))
      for (const [at, text] of Object.entries(changes))
        bytes.set(Buffer.from(text, 'latin1'), placeIn(bytes, Number(at)))
      const path = written(bytes)
      const paged = pagedFile(path, { tried: 'meanwhile' })
      assert.ok(paged?.trial)
      const told = Buffer.concat(Array.from(reportOn({ path, paged }), each => Buffer.from(each)))
      const whole = Buffer.concat(Array.from(reportOn({ path, bytes }), each => Buffer.from(each)))
      assert.ok(told.equals(whole))
      if (where.includes('more findings')) assert.ok(told.length > 2 ** 24)
      assert.throws(() => paged.isSame(), /EBADF/)
    })

  const small = Buffer.from(large('é').replaceAll('€', 'ê'))
  for (const [encoding, bytes, more] of [
    ['windows-1252', latin(small.toString()), {}],
    ['utf-16le', Buffer.from(`\uFEFF${small}`, 'utf16le'), {}],
    ['utf-16be', Buffer.from(small.toString(), 'utf16le').swap16(), {}],
    ['utf-8', Buffer.concat([small, latin('1;\xE9;3;4;5\n')]), {}],
    ['macintosh', latin(small.toString()), { encoding: 'macintosh' }],
    ['iso-8859-15', latin(small.toString()), { declared: 'latin9' }],
    ['utf-8', small, { declared: 'windows-1252' }],
    ['utf-8', small, { encoding: 'utf-8' }],
  ] as const)
    it(`gives the report of the same file read at once in ${encoding}, when told ${JSON.stringify(more)}`, () => {
      const path = written(bytes)
      const paged = pagedFile(path, { tried: 'meanwhile', ...more })
      assert.ok(paged)
      assert.equal(paged.decoded.encoding, encoding)
      const told = Buffer.concat(Array.from(reportOn({ path, paged }), each => Buffer.from(each)))
      const { encoding: order, declared }: EncodingHints = more
      const open = {
        ...(order !== undefined && { encoding: order }),
        ...(declared !== undefined && { dialect: { encoding: declared } }),
      }
      const whole = Buffer.concat(Array.from(reportOn({ path, bytes }, open), each => Buffer.from(each)))
      assert.ok(told.equals(whole))
    })

  it('tells where a row begins that is too long to be read', () => {
    const path = written(`a;b\n1;2\n3;"${'x'.repeat(2 ** 21)}`)
    // A hole, which takes no room on the disk.
    truncateSync(path, 2 ** 30 + 2 ** 22)
    appendFileSync(path, '"\n5;6\n')
    const { status, stdout, stderr } = vigie(folder, ['lint', path])
    assert.deepEqual([status, stdout], [2, ''])
    assert.match(stderr, /^vigie: .*longer than 1 GB from byte \d+ on.*\n$/)
    // All of the gigabyte is read before.
  }).timeout(120_000)

  for (const [name, before, one, behind] of [
    ['grand.json', '{"total": 1, "data": [\n', record, '\n], "autre": [{"a": 1}]} fin'],
    ['grand.geojson', '{"type": "FeatureCollection", "features": [\n', feature, '\n], "bbox": [7, 50, 8, 51]}'],
  ] as const)
    it(`gives the report of the same JSON read at once: ${name}`, () => {
      const records = Array.from({ length: 20_000 }, (_, i) => one(i))
      writeFileSync(join(folder, name), `${before}${records.join(',\n')}${behind}`)
      const report = (...more: string[]) => vigie(folder, ['lint', '--format', 'json', name, ...more]).stdout
      const paged = report()
      assert.ok(paged.includes('"duplicate-'))
      // Whoever names the encoding has the file read whole.
      assert.ok(paged === report('--encoding', 'utf-8'))
      const known = pagedFile(join(folder, name))
      assert.ok(known)
      known.close()
    })

  it('leaves what is small, or no text, to be read whole', () => {
    assert.equal(pagedFile(written('a;b\n1;2\n')), undefined)
    assert.equal(pagedFile(join(folder, 'absent.csv')), undefined)
    assert.equal(pagedFile(written(Buffer.concat([latin('PK\x03\x04'), Buffer.alloc(1 << 25)]))), undefined)
  })
})

/** A long one: few of them are worth being read page by page. */
function plainRecord(i: number): string {
  return `{"nom": "Été à Œuilly ${i % 19_000}", "note": "${'€'.repeat(600)}", "prix": ${(i % 19_000) % 7}}`
}

function record(i: number): string {
  return i === 15_000 ? '{"nom": "x", "prix": 1.5, "tard": [1, 2], }' : plainRecord(i)
}

function feature(i: number): string {
  const geometry = `{"type": "Point", "coordinates": [${i % 5}.5, 44]}`
  return `{"type": "Feature", "id": ${i % 19_990}, "properties": ${plainRecord(i)}, "geometry": ${geometry}}`
}

function placeIn(bytes: Uint8Array, at: number): number {
  return at < 0 ? bytes.length + at : at
}

describe('a file that turns out to be no UTF-8', () => {
  it('is checked anew once what its first check holds is let go of', () => {
    const happened: string[] = []
    const bytes = new TextEncoder().encode('a;b\n1;2\n')
    const paged: PagedFile = {
      source: flatSource(bytes),
      decoded: { encoding: 'utf-8', byteOrderMark: false, faults: [], reason: { because: 'valid-utf-8' } },
      bytes: bytes.length,
      isSame: () => true,
      sha256: async () => '',
      close: () => happened.push('closed'),
    }
    const tried: PagedFile = {
      ...paged,
      trial: {
        isPassed: () => false,
        otherwise() {
          happened.push('read otherwise')
          return paged
        },
      },
    }
    const plain = jsonReporter({ language: 'en', version: '', colours: 'off' })
    const reporter: Reporter = {
      ...plain,
      *file(report) {
        try {
          // More than is kept back.
          yield new Uint8Array(1 << 24)
          return yield* plain.file(report)
        } finally {
          happened.push('let go')
        }
      },
    }
    const input = { path: 'a.csv', bytes, paged: tried, open: { schema: 'none' }, lint: {} } as const
    for (const _ of checkInput(input, reporter, () => undefined));
    assert.deepEqual(happened, ['let go', 'read otherwise', 'let go', 'closed'])
  })
})

function latin(text: string): Buffer {
  return Buffer.from(text, 'latin1')
}

function reportOn(
  { path, bytes = new Uint8Array(), paged }: Pick<Input, 'path'> & Partial<Input>,
  open: Input['open'] = {},
) {
  const input: Input = { path, bytes, paged, open: { ...open, schema: 'none' }, lint: { onlySchema: true } }
  return checkInput(input, jsonReporter({ language: 'en', version: '', colours: 'off' }), () => undefined)
}

/** More than 32 MiB in few long rows, which cost little to check; the pages cut rows, cells and characters in two. */
function large(odd: string): string {
  const rows = Array.from(
    { length: 40_000 },
    (_, i) => `${i};Été à Œuilly, tranche ${i % 97}, “€” 😀, ${'au bourg, '.repeat(80)};${i}.5;2024-01-02;reste`,
  )
  rows[13_000] = odd
  rows[39_000] = rows[17]!
  return `id;objet;montant;jour;note\n${rows.join('\n')}\n`
}

function told(source: Source) {
  return [...lint(openText(source, { schema: 'none' }))].map(({ rule, row, column, span }) => [rule, row, column, span])
}
