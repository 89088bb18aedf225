import assert from 'node:assert/strict'
import fc from 'fast-check'
import { type Dataset, type OpenOptions, openText } from '../../../server/engine/dataset'
import { fixAll, fixesOf } from '../../../server/engine/fix'
import { lint } from '../../../server/engine/lint'
import type { LiveCheck } from '../../../server/engine/live-check'
import type { Diagnostic } from '../../../server/engine/model/diagnostic'
import { flatSource } from '../../../server/engine/model/source'
import { readSchema } from '../../../server/engine/schema/table-schema'
import { editText, told } from '../edited'

const encoder = new TextEncoder()

const { schema } = readSchema(
  {
    fields: [
      { name: 'ref', type: 'string', constraints: { required: true, unique: true } },
      { name: 'jour', type: 'date' },
      { name: 'montant', type: 'number', constraints: { minimum: 0 } },
      { name: 'sorte', type: 'string' },
      { name: 'lieu.code', type: 'string', constraints: { required: true } },
      { name: 'lieu.depuis.jour', type: 'date' },
      { name: 'fiche', type: 'object' },
      { name: 'parties.0.nom', type: 'string', constraints: { required: true } },
      { name: 'parties.1.signe.jour', type: 'date' },
    ],
    primaryKey: ['ref'],
    foreignKeys: [{ fields: ['sorte'], reference: { resource: '', fields: ['ref'] } }],
  },
  'test',
)

const member = {
  ref: fc.constantFrom<unknown>('A1', 'A2', 'B4', '', null, 17, '0123'),
  jour: fc.constantFrom<unknown>('2024-01-02', '03/04/2024', '13/04/2024', 45292, 'x', null),
  montant: fc.constantFrom<unknown>(1, 2.5, '3,5', -4, '12 €', ' 7', true, null, [1]),
  sorte: fc.constantFrom<unknown>('Aide', 'aide', 'A1', 'a\nb', 'é\u200b', { a: 1 }),
  lieu: fc.oneof(
    fc.record(
      {
        code: fc.constantFrom<unknown>('35000', '3500', 35000, ' 35000', null, '', [1]),
        nom: fc.constantFrom<unknown>('Rennes', 'rennes', 'Rennes ', null),
        depuis: fc.constantFrom<unknown>({ jour: '2024-01-02' }, { jour: '03/04/2024' }, { jour: null }, {}, null, 'x'),
      },
      { requiredKeys: [] },
    ),
    fc.constantFrom<unknown>(null, 'Rennes', [1]),
  ),
  fiche: fc.constantFrom<unknown>({ n: 1 }, { n: 'a' }, {}, null),
  parties: fc.oneof(
    fc.array(
      fc.record(
        {
          nom: fc.constantFrom<unknown>('Adam', 'adam', ' Adam', 12, null, ''),
          signe: fc.constantFrom<unknown>({ jour: '2024-01-02' }, { jour: '13/04/2024' }, { jour: 'x' }, {}, null, 'x'),
        },
        { requiredKeys: [] },
      ),
      { maxLength: 4 },
    ),
    fc.constantFrom<unknown>(null, 'x', [], [null], {}),
  ),
}
const record = fc.record(member, { requiredKeys: [] }).map(one => JSON.stringify(one))
const tables = fc
  .tuple(fc.array(record, { minLength: 1, maxLength: 40 }), fc.constantFrom('list', 'data', 'lines'))
  .map(([records, way]) => {
    if (way === 'lines') return { text: `${records.join('\n')}\n`, json: 'lines' as const }
    const list = `[\n${records.join(',\n')}\n]`
    return { text: way === 'data' ? `{"total": 3, "data": ${list}}` : list, json: 'one-value' as const }
  })
const written = fc.oneof(
  record.map(one => `${one},\n`),
  fc.array(record, { maxLength: 20 }).map(records => `${records.join(',\n')},\n`),
  fc.constantFrom(
    '"',
    '\n',
    '[',
    '{',
    '}',
    ']',
    ',',
    ':',
    '// x\n',
    '"neuf": 1,',
    '"neuf": {"a": 1},',
    'null',
    '',
    '\\',
  ),
)
const edits = fc.array(
  fc.record({ at: fc.nat(), length: fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 200 })), written }),
  { minLength: 1, maxLength: 8 },
)

/** What went wrong before: the byte that marks the place of a value that is left out is that of a value elsewhere. */
const examples: [{ text: string; json: 'one-value' }, { at: number; length: number; written: string }[], number[]][] = [
  [
    {
      text: [
        '{"total": 3, "data": [',
        '{"jour":"2024-01-02","montant":1,"sorte":"Aide"},',
        '{"jour":"2024-01-02","montant":1,"sorte":"Aide"},',
        '{"ref":"A1","jour":"2024-01-02","sorte":"Aide"},',
        '{"ref":"A1","jour":"2024-01-02","sorte":"Aide"},',
        '{"montant":1,"sorte":{"a":1}}',
        ']}',
      ].join('\n'),
      json: 'one-value',
    },
    [
      { at: 103148, length: 7, written: '"' },
      {
        at: 1567722117,
        length: 190,
        written: [
          '{"ref":"A1","montant":1},',
          '{"jour":"2024-01-02","sorte":"Aide"},',
          '{"ref":"","jour":"2024-01-02","montant":1,"sorte":"A1"},',
          '{"ref":"A1","montant":1,"sorte":"A1"},',
          '{"ref":"A1","jour":"2024-01-02","montant":1,"sorte":"Aide"},',
          '',
        ].join('\n'),
      },
      { at: 307129998, length: 0, written: '{},\n{"ref":"A1"},\n{},\n{"sorte":"Aide"},\n{},\n{},\n' },
    ],
    [0, 0, 0, 0, 0, 0, 0, 0],
  ],
]

describe('findings while JSON is edited', () => {
  for (const chunkSize of [1, 64, 1_024])
    for (const known of [{ schema: schema!, source: 'flag' as const }, 'none' as const])
      it(`are those of a fresh reading, in chunks of ${chunkSize} bytes, ${known === 'none' ? 'without schema' : 'with a schema'}`, () => {
        fc.assert(
          fc.property(
            tables,
            edits,
            fc.array(fc.nat({ max: 12 }), { minLength: 8, maxLength: 8 }),
            ({ text, json }, changes, stops) => {
              const options: OpenOptions = { chunkSize, json, schema: known }
              editText(text, changes, stops, options, (live, flat) => compare(live, flat, options))
            },
          ),
          { endOnFailure: true, numRuns: 30, examples },
        )
      }).timeout(60_000)
})

describe('a repair of JSON', () => {
  it('leaves JSON, and changes nothing but the values that it repairs', () => {
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 12 }), records => {
        const text = `[\n${records.join(',\n')}\n]`
        const options: OpenOptions = { json: 'one-value', schema: { schema: schema!, source: 'flag' } }
        const dataset = openText(flatSource(encoder.encode(text)), options)
        const before = JSON.parse(text) as Record<string, unknown>[]
        for (const found of lint(dataset, { preset: 'complet' })) {
          const [best] = fixesOf(dataset, found)
          const cells =
            best?.changes.flatMap(change => ('set' in change && change.set === 'cell' ? [change] : [])) ?? []
          if (!best || cells.length < best.changes.length || cells.some(({ row }) => row === 0)) continue
          const after = JSON.parse(applied(text, best.edits)) as Record<string, unknown>[]
          for (const { row, column } of cells) {
            const path = dataset.table.paths![column]!
            const name = path.at(-1)!
            const [was, is] = [before, after].map(records => memberAt(records[row - 1]!, path.slice(0, -1)))
            if (Object.hasOwn(was!, name)) is![name] = was![name]
            else delete is![name]
          }
          assert.deepEqual(after, before)
        }
        const safe = applied(text, fixAll(dataset, lint(dataset), { unsafe: false }))
        assert.equal((JSON.parse(safe) as unknown[]).length, before.length)
      }),
      { endOnFailure: true, numRuns: 100 },
    )
  })
})

/** The object to which keys lead. */
function memberAt(record: Record<string, unknown>, path: readonly string[]): Record<string, unknown> {
  return path.reduce((object, key) => object[key] as Record<string, unknown>, record)
}

function applied(text: string, edits: ReturnType<typeof fixAll>): string {
  let bytes = Buffer.from(text)
  for (const { span, text: written } of edits.toReversed())
    bytes = Buffer.concat([bytes.subarray(0, span.start), Buffer.from(written), bytes.subarray(span.end)])
  return bytes.toString()
}

function compare(live: LiveCheck, flat: string, options: OpenOptions): void {
  for (const _ of live.steps());
  const dataset = openText(flatSource(encoder.encode(flat)), { ...options, isPlain: true })
  const { table } = live.dataset
  const kept = [...live.findings()]
  const fresh = [...lint(dataset, { preset: 'complet' })]
  assert.deepEqual(told(kept), told(fresh))
  assert.deepEqual(repairs(live.dataset, kept), repairs(dataset, fresh))
  assert.equal(table.rowCount, dataset.table.rowCount)
  for (let i = 0; i < table.rowCount; i++) assert.deepEqual(table.rowSpan(i), dataset.table.rowSpan(i))
}

function repairs(dataset: Dataset, found: readonly Diagnostic[]): unknown {
  return found.map(one => fixesOf(dataset, one).map(fix => fix.edits))
}
