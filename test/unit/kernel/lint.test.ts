import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { LintOptions } from '../../../server/engine/checkup'
import { type Dataset, openDataset, openText } from '../../../server/engine/dataset'
import { lint } from '../../../server/engine/lint'
import { accepting } from '../../../server/engine/model/accept'
import { presets } from '../../../server/engine/model/diagnostic'
import { flatSource } from '../../../server/engine/model/source'
import { columnRule, type Rule, type RowKind, rowRule } from '../../../server/engine/rules/rule'
import { readSchema } from '../../../server/engine/schema/table-schema'
import { sourceAhead } from '../ahead'
import { unheldSource } from '../unheld'

const encoder = new TextEncoder()

/** Each field of a table, and what stands in its cells: mostly what is right. */
const fields: readonly (readonly [
  Readonly<Record<string, unknown>>,
  right: readonly string[],
  wrong: readonly string[],
])[] = [
  [
    { name: 'ref', constraints: { required: true, unique: true, pattern: '[A-Z]{2}-\\d+' } },
    ['AB-1', 'AB-2', 'ZZ-99', 'CD-5'],
    ['ab-1', '', ' AB-1'],
  ],
  [
    { name: 'siret', constraints: { pattern: '^\\d{14}$' } },
    ['21860194600013', '35600000000048'],
    ['2186019460001', '21860194600014'],
  ],
  [
    { name: 'day', type: 'date', constraints: { minimum: '2000-01-01', maximum: '2030-12-31' } },
    ['2024-02-29', '2000-01-01'],
    ['2023-02-29', '1999-12-31', '31/12/2024'],
  ],
  [
    { name: 'jour', type: 'date', format: '%d/%m/%Y', constraints: { maximum: '31/12/2030' } },
    ['29/02/2024'],
    ['2024-02-29', '01/01/2031', '1/2/2024'],
  ],
  [
    { name: 'moment', type: 'datetime' },
    ['2024-01-02T03:04:05', '2024-01-02T03:04:05Z'],
    ['2024-01-02 03:04', '2024-01-02T25:00:00'],
  ],
  [
    { name: 'amount', type: 'number', decimalChar: ',', constraints: { minimum: 0, exclusiveMaximum: 100 } },
    ['0', '12,5', '99,99'],
    ['100', '-1', '1.5', 'x'],
  ],
  [
    { name: 'count', type: 'integer', missingValues: ['', 'NC'], constraints: { required: true } },
    ['12', '+3'],
    ['NC', '', '1.0'],
  ],
  [
    { name: 'kind', constraints: { enum: ['été', 'hiver', 'demi-saison'] } },
    ['été', 'hiver'],
    ['Été', 'automne', '"été"'],
  ],
  [{ name: 'answer', type: 'boolean', trueValues: ['oui'], falseValues: ['non'] }, ['oui', 'non'], ['Oui', '1']],
  [
    { name: 'text', constraints: { minLength: 2, maxLength: 8 } },
    ['abc', 'été à', '"a,b"', '"say ""x"""'],
    ['a', 'éééééééé', 'too long it is', "l'\u00a0eau", 'Ã©tÃ©', '"a\nb"'],
  ],
]
const labels = fields.map(([{ name }]) => name).join(',')
const descriptor = { fields: fields.map(([field]) => field), primaryKey: ['ref', 'siret'] }
const { schema } = readSchema(descriptor, 'test')
const applied = { schema: schema!, source: 'flag' as const }

const row = fc
  .tuple(
    ...fields.map(([, right, wrong]) =>
      fc.oneof({ arbitrary: fc.constantFrom(...right), weight: 9 }, fc.constantFrom(...wrong, '')),
    ),
  )
  .map(cells => cells.join(','))
const oddRow = fc.constantFrom(
  'AB-1,x,2024-02-29,29/02/2024,,12,3,été,oui,abc',
  'AB-1,x,y,29/02/2024,,12,3,été,oui,abc',
  ',,,,,AB-1,,x,,',
  'Sous-total,21860194600013,,,,,,,,',
  '**  ensemble,21860194600013,2024-02-29,,,,,,,',
  '',
  ',,,,,,,,,',
  labels,
  'Total,,,,,,,,,',
  'a,b',
  'x"y,',
  '"',
  `${labels},`,
  'a;b;c',
)
const table = fc
  .tuple(
    fc.array(fc.oneof({ arbitrary: row, weight: 9 }, oddRow), { maxLength: 40 }),
    fc.constantFrom('\n', '\r\n', '\r'),
  )
  .map(([rows, end]) => encoder.encode([labels, ...rows, ''].join(end)))

const kinds: readonly RowKind[] = ['ragged', 'blank', 'suspect', 'sparse', 'header', 'first', 'total']

describe('the kernel', () => {
  for (const preset of [...presets, 'schema'] as const)
    for (const known of [applied, 'none' as const])
      it(`finds what is found without it: ${preset}, ${known === 'none' ? 'no schema' : 'with a schema'}`, () => {
        const options = preset === 'schema' ? { onlySchema: true } : { preset, today: '2025-06-01' }
        fc.assert(
          fc.property(table, fc.constantFrom(1, 64, 1_024, 16_384), (text, chunkSize) => {
            const open = { schema: known, chunkSize }
            const found = [...lint(openText(flatSource(text), open), options)]
            assert.deepEqual(told(found), told(lint(openText(flatSource(text), { ...open, isPlain: true }), options)))
          }),
          { numRuns: 75 },
        )
      })

  for (const kind of kinds)
    it(`shows ${kind} rows to the rules that ask for them`, () => {
      const rules = [shownRows(kind)]
      fc.assert(
        fc.property(table, fc.constantFrom(64, 1_024), (text, chunkSize) => {
          const open = { schema: 'none', chunkSize } as const
          const found = [...lint(openText(flatSource(text), open), { rules })]
          assert.deepEqual(told(found), told(lint(openText(flatSource(text), { ...open, isPlain: true }), { rules })))
        }),
        { numRuns: 150 },
      )
    })

  for (const missing of [false, true])
    it(`counts what is counted without it, ${missing ? 'cells without a value among it' : 'values only'}`, () => {
      const rules = [countedTexts(missing)]
      const open = {
        schema: { ...applied, schema: readSchema({ ...descriptor, missingValues: ['NC'] }, 'test').schema! },
      }
      const judged = (text: Uint8Array, isPlain: boolean) => [
        ...lint(openText(flatSource(text), { ...open, chunkSize: 1_024, isPlain }), { rules }),
        ...lint(openText(flatSource(text), { schema: applied, chunkSize: 1_024, isPlain }), { rules }),
      ]
      let count = 0
      fc.assert(
        fc.property(table, text => {
          const found = told(judged(text, false))
          count += found.length
          assert.deepEqual(found, told(judged(text, true)))
        }),
        { numRuns: 150 },
      )
      assert.ok(count > 10, String(count))
    })

  for (const preset of ['schema', 'standard', 'complet'] as const)
    it(`finds in a text that nobody holds what is found in one that is held: ${preset}`, () => {
      const options = preset === 'schema' ? { onlySchema: true } : { preset, today: '2025-06-01' }
      fc.assert(
        fc.property(table, fc.constantFrom(1, 64, 1_024, 16_384), (text, chunkSize) => {
          const open = { schema: applied, chunkSize }
          const held = openText(flatSource(text), { ...open, isPlain: true })
          const unheld = openText(unheldSource(text), open)
          assert.deepEqual(places(unheld, options), places(held, options))
        }),
        { numRuns: 75 },
      )
    })

  for (const preset of ['schema', 'standard', 'complet'] as const)
    it(`finds in a text that others read ahead what is found in one that is read alone: ${preset}`, () => {
      const options = preset === 'schema' ? { onlySchema: true } : { preset, today: '2025-06-01' }
      let taken = 0
      fc.assert(
        fc.property(table, fc.constantFrom(3_000, 20_000), (part, partSize) => {
          // Opening it, and learning what its columns are like, takes the first thousand rows.
          const text = encoder.encode(new TextDecoder().decode(part).repeat(Math.ceil(150_000 / part.length)))
          const open = { schema: applied, chunkSize: 1_024 }
          const held = openText(flatSource(text), { ...open, isPlain: true })
          const source = sourceAhead(text, partSize, chunk => (taken += Number(chunk === 'taken')))
          assert.deepEqual(places(openText(source, open), options), places(held, options))
        }),
        { numRuns: 4 },
      )
      assert.ok(taken > 100, String(taken))
    })

  it('takes a text of JSON of one character that is never closed for no empty one', () => {
    const text = encoder.encode('[\n{"a": "x", "b": "x"},\n{"a": "y", "b": ",\n"},\n{"a": "z", "b": "z"}\n]')
    const { schema } = readSchema(
      {
        fields: ['a', 'b'].map(name => ({ name })),
        foreignKeys: [{ fields: 'b', reference: { resource: '', fields: 'a' } }],
      },
      'test',
    )
    const values = (isPlain: boolean) => {
      const dataset = openText(flatSource(text), {
        json: 'one-value',
        schema: { schema: schema!, source: 'flag' },
        isPlain,
      })
      return [...lint(dataset)].flatMap(({ rule, value }) => (rule === 'foreign-key' ? value : []))
    }
    assert.deepEqual(values(true), [','])
    assert.deepEqual(values(false), [','])
  })

  it('lends a chunk until another part of the table is read', () => {
    const text = encoder.encode(['a,b', ...Array.from({ length: 200 }, (_, i) => `${i},"x ${i}"`), ''].join('\n'))
    const { table } = openText(unheldSource(text), { schema: 'none', chunkSize: 256 })
    const cells: string[] = []
    for (const chunk of table.chunks()) {
      for (let cell = 0; cell < chunk.signatures.length; cell++) {
        if (cell % 7 === 3) assert.equal(table.text(cell % 100, 1), cell % 100 === 0 ? 'b' : `x ${(cell % 100) - 1}`)
        cells.push(table.textAt(chunk, cell))
      }
      assert.equal(table.text(chunk.firstRow, 0), cells.at(-chunk.signatures.length))
    }
    const expected = Array.from({ length: 200 }, (_, i) => [String(i), `x ${i}`])
    assert.deepEqual(cells, ['a', 'b', ...expected.flat()])
  })

  it('finds rows of empty quotes far down a file, which no column asks for', () => {
    const rows = Array.from({ length: 4_000 }, (_, i) => (i % 1_000 === 999 ? '"",""' : `${i},"a ${i}"`))
    const text = encoder.encode(`a,b\n${rows.join('\n')}\n`)
    const { schema } = readSchema({ fields: [{ name: 'a' }, { name: 'b' }] }, 'test')
    const open = { schema: { schema: schema!, source: 'flag' as const }, chunkSize: 1_024 }
    const found = places(openText(unheldSource(text), open), { onlySchema: true })
    assert.deepEqual(found, places(openText(flatSource(text), { ...open, isPlain: true }), { onlySchema: true }))
    assert.ok(found.length >= 4, String(found.length))
  })

  for (const dialect of [{}, { escapeChar: '\\' }, { skipInitialSpace: true }, { delimiter: '||' }])
    it(`finds what repeats in a text that nobody holds, with ${JSON.stringify(dialect)}`, () => {
      const between = 'delimiter' in dialect ? dialect.delimiter! : ','
      // Rules that look around have other rows read while the keys of a chunk are not gathered yet.
      const rows = Array.from({ length: 6_000 }, (_, i) =>
        (i % 12 > 0 ? [`k${i % 3_000}`, `v${i}`, 'w'] : ['Ceci est une remarque assez longue.', '', '']).join(between),
      )
      const text = encoder.encode(`${['id', 'v', 'w'].join(between)}\n${rows.join('\n')}\n`)
      const fields = [{ name: 'id', constraints: { unique: true } }, { name: 'v' }, { name: 'w' }]
      const open = { schema: { schema: readSchema({ fields }, 'test').schema!, source: 'flag' as const }, dialect }
      const held = counted(openText(flatSource(text), { ...open, isPlain: true }))
      assert.deepEqual(counted(openText(unheldSource(text), { ...open, chunkSize: 1_024 })), held)
      assert.ok(held.unique! > 1_000, String(held.unique))
    })

  it('finds in the samples what is found without it', () => {
    for (const name of readdirSync('test/samples')) {
      const bytes = new Uint8Array(readFileSync(`test/samples/${name}`))
      assert.deepEqual(
        told(lint(openDataset(bytes), { preset: 'complet' })),
        told(lint(openDataset(bytes, { isPlain: true }), { preset: 'complet' })),
      )
    }
  })
})

/** A rule that finds every row of a kind. */
function shownRows(kind: RowKind): Rule {
  const message = { fr: () => kind, en: () => kind }
  return rowRule<true>({
    id: kind,
    severity: 'hint',
    preset: 'essentiel',
    concepts: ['validity'],
    when: kind,
    check: () => () => ({ facts: true }),
    message,
  })
}

/** A rule that finds the texts of more than two characters that a column holds more than twice, and those of no character. */
function countedTexts(missing: boolean): Rule {
  const message = { fr: () => 'compté', en: () => 'counted' }
  const longer = accepting({ is: 'characters', least: 1, most: 2 }, (bytes, from, to) => {
    const { length } = new TextDecoder().decode(bytes.subarray(from, to))
    return length === 1 || length === 2
  })
  return columnRule<number>({
    id: 'counted',
    severity: 'hint',
    preset: 'essentiel',
    concepts: ['validity'],
    ...(missing && { missing }),
    check: () => ({
      accept: longer,
      kindOf: text => (text.length === 1 || text.length === 2 ? undefined : `“${text}”`),
      judge: counts => new Map([...counts].flatMap(([kind, count]) => (count > 2 ? [[kind, () => count]] : []))),
    }),
    message,
  })
}

/** How many findings each rule has. */
function counted(dataset: Dataset): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { rule } of lint(dataset, { preset: 'complet' })) {
    const id = typeof rule === 'string' ? rule : (rule as Rule).id
    counts[id] = (counts[id] ?? 0) + 1
  }
  return counts
}

/** The findings of a text with the lines at which they are shown. */
function places(dataset: Dataset, options: LintOptions): string[] {
  const found: string[] = []
  for (const diagnostic of lint(dataset, options)) {
    const { start, end } = diagnostic.span
    found.push(...told([diagnostic, dataset.lines.position(start), dataset.lines.position(end)]))
  }
  return found
}

function told(found: Iterable<object>): string[] {
  return [...found].map(one => JSON.stringify(one, (key, value) => (key === 'rule' ? (value.id ?? value) : value)))
}
