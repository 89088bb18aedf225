import assert from 'node:assert/strict'
import fc from 'fast-check'
import { checkInput } from '../../../server/command/check-input'
import { openText } from '../../../server/engine/dataset'
import { layoutOf } from '../../../server/engine/json/layout'
import { JsonTable } from '../../../server/engine/json/table'
import { lint } from '../../../server/engine/lint'
import { flatSource, type Source } from '../../../server/engine/model/source'
import { knownJson } from '../../../server/engine/open'
import { profile } from '../../../server/engine/profile'
import { jsonReporter } from '../../../server/report/json'
import { unheldSource } from '../unheld'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Texts of one value that the pages cut in two: characters of two to four bytes, escapes, spaces. */
const texts = fc.constantFrom(
  'Été à Œuilly',
  ' €',
  '😀😀',
  'a"b\\',
  '\u0001',
  '',
  '2024-13-01',
  '12,5',
  'x'.repeat(200),
)
const values = fc.oneof(
  texts.map(text => JSON.stringify(text)),
  fc.integer().map(String),
  fc.constantFrom('null', 'true', '1.50', '[1, {"a": "é"}]', '{"b": [" x"]}', '12345678901234567890'),
)
const keys = fc.constantFrom('nom', 'é', 'date', 'prix')
const members = fc.uniqueArray(fc.tuple(keys, values), { selector: ([key]) => key, minLength: 1, maxLength: 4 })
const written = members.map(all => `{${all.map(([key, value]) => `"${key}": ${value}`).join(', ')}}`)
const broken = fc.constantFrom(
  "{'nom': 'x'}",
  '{"nom" 1}',
  '{"nom": "jamais fermé',
  '{"nom": 01, }',
  '[1, 2]',
  'mot',
  '{}',
)
const records = fc.array(fc.oneof({ weight: 9, arbitrary: written }, { weight: 1, arbitrary: broken }), {
  minLength: 1,
  maxLength: 30,
})
const joints = fc.constantFrom(',\n', ', ', ' // é\n,', '\n', ',,')
const features = records.map(all =>
  all.map((one, i) => {
    const box = i === all.length - 1 ? '"bbox": [0, 40, 1, 41], ' : ''
    return `{"type": "Feature", ${box}"geometry": {"type": "Point", "coordinates": [${i}, 44]}, "properties": ${one}}`
  }),
)
const files = fc.oneof(
  fc.tuple(records, joints).map(([all, joint]) => ['a.json', `[\n${all.join(joint)}\n]\n`]),
  fc
    .tuple(records, joints)
    .map(([all, joint]) => ['a.json', `{"total": 2, "data": [${all.join(joint)}], "b": [{}]} à`]),
  fc.tuple(records, joints).map(([all, joint]) => ['a.json', `{"communes": [${all.join(joint)}], "note": "é"}`]),
  records.map(all => ['a.jsonl', `${all.join('\n')}\n`]),
  features.map(all => [
    'a.geojson',
    `{"type": "FeatureCollection", "features": [\n${all.join(',\n')}\n], "bbox": [0, 50, 1, 51], "crs": "x"}`,
  ]),
)

describe('a text of JSON read page by page', () => {
  for (const chunkSize of [1, 64, 1_000])
    it(`has the same report as when it lies in memory, in chunks of ${chunkSize} bytes`, () => {
      let found = 0
      fc.assert(
        fc.property(files, fc.constantFrom(0, 7, 64, 4_096), ([name, text], page) => {
          const bytes = encoder.encode(text)
          const whole = reportOf(name!, flatSource(bytes), chunkSize)
          assert.equal(reportOf(name!, unheldSource(bytes, page), chunkSize), whole)
          found += whole.length
        }),
        { numRuns: 75 },
      )
      assert.ok(found > 100_000)
    })

  it('has the same facts of its columns', () => {
    fc.assert(
      fc.property(files, fc.constantFrom(0, 64), ([name, text], page) => {
        const bytes = encoder.encode(text)
        const facts = (source: Source) => {
          const known = knownJson(name!, source)
          return known && profile(openText(source, { json: known.json, schema: 'none', chunkSize: 64 }))
        }
        assert.deepEqual(facts(unheldSource(bytes, page)), facts(flatSource(bytes)))
      }),
      { numRuns: 50 },
    )
  })

  it('tells what comes late in it as when it lies in memory', () => {
    const many = Array.from(
      { length: 30_000 },
      (_, i) => `{"nom": "Lieu ${i % 29_000}", "note": "été ${i % 29_000} à Œuilly"}`,
    )
    const late = ['{"nom": "x", "tard": 1}', '{"nom": "y", "tard": 2, "note": \'z\'}', '{"nom": "jamais fermé']
    const text = `{"communes": [\n${[...many, ...late].join(',\n')}\n`
    const told = found(unheldSource(encoder.encode(text), 4_096))
    assert.deepEqual(told, found(flatSource(encoder.encode(text))))
    assert.ok(told.some(([rule, row]) => rule === 'not-checked' && row === 30_001))
    assert.equal(told.filter(([rule]) => rule === 'duplicate-row').length, 1_000)
  })

  it('gives chunks that stay while others go through it', () => {
    const source = unheldSource(encoder.encode(Array.from({ length: 90 }, (_, i) => `{"a": "é${i}"}\n`).join('')))
    const table = new JsonTable(source, layoutOf(source, 'lines'), { size: 100 })
    const read: string[] = []
    for (const chunk of table.chunks()) {
      const others = Array.from(table.chunks(), other => table.textAt(other, 0))
      assert.deepEqual([others[0], others.length > 10], ['é0', true])
      for (let cell = 0; cell < chunk.rowCount; cell++) read.push(table.textAt(chunk, cell))
    }
    assert.deepEqual(
      read,
      Array.from({ length: 90 }, (_, i) => `é${i}`),
    )
  })

  it('is lent to whoever goes through it alone, while others end sooner or later', () => {
    const source = unheldSource(encoder.encode(Array.from({ length: 90 }, (_, i) => `{"a": "é${i}"}\n`).join('')))
    const table = new JsonTable(source, layoutOf(source, 'lines'), { size: 100 })
    const [first, second, third] = [table.chunks(), table.chunks(), table.chunks()].map(all => all[Symbol.iterator]())
    first!.next()
    second!.next()
    first!.return!()
    for (let i = 0; i < 3; i++) third!.next()
    second!.return!()
    assert.equal(table.text(1, 0), 'é0')
    assert.equal(table.textAt(table.cut.of(table.cut.heads[0]!), 0), 'é0')
  })

  it('is asked for a little at a time, whatever it holds', () => {
    const record = `{"nom": "${'été '.repeat(20)}", "prix": 1}`
    const list = Array.from({ length: 20_000 }, () => record).join(',\n')
    for (const [name, text] of [
      ['a.json', `{"communes": [${list}], "autres": [${list}], "fin": 1}`],
      ['a.json', `{"autres": {"deep": {"deeper": {"deepest": [${list}]}}}}`],
      ['a.geojson', `{"crs": null, "features": [${list}], "bbox": [1, 2, 3, 4]}`],
      ['a.jsonl', list.replaceAll(',\n', '\n')],
    ] as const) {
      const bytes = encoder.encode(text)
      const source = unheldSource(bytes)
      let most = 0
      const watched: Source = {
        ...source,
        window(from, least, room) {
          most = Math.max(most, Math.min(least, bytes.length - from))
          return source.window(from, least, room)
        },
      }
      reportOf(name, watched, 65_536)
      assert.ok(most < 1_100_000, `${most} bytes of ${bytes.length} at once`)
    }
  })

  it('ends at a record that is too long to be read, and says so', () => {
    const start = encoder.encode('[{"a": "x"}, {"a": "')
    const length = 2 ** 27 + 2 ** 20
    const long: Source = {
      length,
      isHeld: false,
      indexOf: () => -1,
      window(from, least) {
        const bytes = new Uint8Array(Math.min(least, length - from)).fill(0x79)
        if (from < start.length) bytes.set(start.subarray(from, from + bytes.length))
        return bytes
      },
    }
    const held = flatSource(long.window(0, length))
    for (const source of [long, held])
      assert.deepEqual(
        found(source).filter(([rule]) => rule === 'not-checked'),
        [['not-checked', undefined, { start: 13, end: 14 }, { unread: 'long', name: '' }]],
      )
  })
})

describe('the list of records of a text', () => {
  it('is found behind another that is longer, and behind what is no JSON', () => {
    const other = Array.from({ length: 5_000 }, (_, i) => `{"a": ${i}, 'b': [1, "]"], }`)
    const text = `{"communes": [${other.join(', ')}], // "data": [{
      "meta": {"a": 1, "a": 2}, "data": [{"x": 1}]}`
    const { at, isSure } = layoutOf(unheldSource(encoder.encode(text)), 'one-value')!
    assert.deepEqual([at, isSure], ['/data', true])
  })

  it('is one of Features though the first has a long geometry before its type', () => {
    const ring = Array.from({ length: 5_000 }, (_, i) => `[${i % 90}.123456, 44.123456]`).join(', ')
    const geometry = `{"type": "Polygon", "coordinates": [[${ring}]]}`
    const text = `{"features": [{"geometry": ${geometry}, "properties": {"a": 1}, "type": "Feature"}]}`
    assert.equal(layoutOf(flatSource(encoder.encode(text)), 'one-value')?.record, 'feature')
  })
})

function found(source: Source) {
  const dataset = openText(source, { json: 'one-value', schema: 'none' })
  return [...lint(dataset)].map(({ rule, row, span, facts }) => [rule, row, span, facts])
}

/** The report of a text; empty for one that holds no table. */
function reportOf(name: string, source: Source, chunkSize: number): string {
  const known = knownJson(name, source)
  if (!known) return ''
  const paged = {
    source,
    decoded: { encoding: 'utf-8', byteOrderMark: false, faults: [], reason: { because: 'valid-utf-8' } } as const,
    bytes: source.length,
    isSame: () => true,
    sha256: async () => '',
    close: () => undefined,
  }
  const open = { json: known.json, schema: 'none', chunkSize } as const
  const reporter = jsonReporter({ language: 'fr', version: '', colours: 'off' })
  const input = { path: name, bytes: new Uint8Array(), paged, open, lint: { preset: 'complet' } } as const
  let report = ''
  for (const piece of checkInput(input, reporter, () => undefined))
    report += typeof piece === 'string' ? piece : decoder.decode(piece)
  return report
}
