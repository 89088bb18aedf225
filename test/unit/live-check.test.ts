import assert from 'node:assert/strict'
import fc from 'fast-check'
import { openText } from '../../server/engine/dataset'
import { formerInSteps } from '../../server/engine/former'
import { lint } from '../../server/engine/lint'
import { LiveCheck } from '../../server/engine/live-check'
import { LiveText } from '../../server/engine/model/live-text'
import { flatSource } from '../../server/engine/model/source'
import { resourceOf } from '../../server/engine/referred'
import { codeLabelMismatch } from '../../server/engine/rules/code-label-mismatch'
import { lowKAnonymity } from '../../server/engine/rules/low-k-anonymity'
import { readSchema } from '../../server/engine/schema/table-schema'
import { EditedTable, editText, told } from './edited'
import { officialLists } from './lists/official-lists'

const encoder = new TextEncoder()

const { schema } = readSchema(
  {
    fields: [
      { name: 'ref', type: 'string', constraints: { required: true, unique: true } },
      { name: 'day', type: 'date' },
      { name: 'amount', type: 'number', constraints: { minimum: 0 } },
      { name: 'kind', type: 'string' },
      { name: 'code_insee', type: 'string' },
      { name: 'commune', type: 'string' },
    ],
    primaryKey: ['ref'],
    uniqueKeys: [['amount', 'code_insee']],
    foreignKeys: [
      { fields: ['kind'], reference: { resource: '', fields: ['ref'] } },
      { fields: ['day'], reference: { resource: 'days', fields: ['day'] } },
    ],
  },
  'test',
)
const days = resourceOf('days', 'days.csv', () => openText(flatSource(encoder.encode('day\n2024-01-02\n')), {}))
const applied = { schema: schema!, source: 'flag' as const, resources: new Map([['days', days]]) }

const former = formerOf('ref;day;montant;kind\nA1;2024-01-02;3;Aide\nA2;;4;Aide\nA3;2024-01-03;5;prêt\n')

function formerOf(text: string) {
  const steps = formerInSteps(openText(flatSource(encoder.encode(text)), { schema: 'none' }))
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

const cell = {
  ref: fc.constantFrom('A1', 'A2', 'A3', 'B4', '', '0123', '123'),
  day: fc.constantFrom('2024-01-02', '03/04/2024', '13/04/2024', '45292', 'x', '2024-02-31', ''),
  amount: fc.constantFrom('1', '1.0', '2.5', '2.50', '3,5', '1 250,00', '-4', '12 €', 'NaN', ' 7', ''),
  insee: fc.constantFrom('35238', '35000', '01018', '35051', '99999', 'Rennes', ''),
  town: fc.constantFrom('Rennes', 'Cesson-Sévigné', 'Vannes', 'Nulle Part', ''),
  kind: fc.constantFrom('Aide', 'aide', 'Aïde', 'A1', 'B4', 'prêt', '"a\nb"', '"q""q"', 'stray"quote', 'é\u200b', ''),
}
const row = fc
  .record(cell)
  .map(({ ref, day, amount, kind, insee, town }) => [ref, day, amount, kind, insee, town].join(';'))
const tables = fc
  .tuple(fc.array(row, { maxLength: 60 }), fc.constantFrom('\n', '\r\n', '\r'))
  .map(([rows, end]) => ['ref;day;amount;kind;code_insee;commune', ...rows, ''].join(end))
const written = fc.oneof(
  row.map(one => `${one}\n`),
  fc.constantFrom(
    '"',
    '\n',
    '\r',
    ';',
    'x',
    '',
    'ref;day;amount;kind;code_insee;commune\n',
    '\n\n',
    '"a";',
    'Total;;3;\n',
    ',',
    '\uFEFF',
  ),
  fc.array(row, { maxLength: 30 }).map(rows => `${rows.join('\n')}\n`),
)
const edits = fc.array(
  fc.record({ at: fc.nat(), length: fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 200 })), written }),
  {
    minLength: 1,
    maxLength: 8,
  },
)

/** Edits that leave one row and a header with a quote astray, of which a key and the number of rows have something to say. */
const headerOfAnother: [string, { at: number; length: number; written: string }[], number[]] = [
  [
    'ref;day;amount;kind;code_insee;commune',
    'A3;13/04/2024; 7;é\u200B;35051;Nulle Part',
    'A2;x;-4;Aïde;35051;Rennes',
    'A3;45292;1 250,00;B4;01018;Rennes',
    'B4;x;NaN;Aïde;01018;Nulle Part',
    ';2024-02-31;3,5;A1;01018;Vannes',
    'A3;13/04/2024;1 250,00;aide;Rennes;Rennes',
    'B4;x;;aide;;Cesson-Sévigné',
    '',
  ].join('\r'),
  [
    { at: 2_077_761_141, length: 0, written: 'x' },
    { at: 415_889_516, length: 19, written: '\uFEFF' },
    { at: 1_813_632_631, length: 89, written: 'A2;2024-01-02;NaN;B4;35051;Cesson-Sévigné\n' },
    { at: 1_423_887_952, length: 107, written: ';' },
    { at: 1_041_299_841, length: 56, written: '"a";' },
  ],
  [6, 0, 2, 12, 12, 4, 1, 7],
]

describe('findings while the text is edited', () => {
  for (const chunkSize of [1, 64, 1_024])
    for (const known of [applied, 'none' as const, undefined])
      it(`are those of a fresh reading, in chunks of ${chunkSize} bytes, ${known === undefined ? 'schema to be found' : known === 'none' ? 'without schema' : 'with a schema'}`, () => {
        const options = { chunkSize, former, lists: officialLists, ...(known && { schema: known }) }
        fc.assert(
          fc.property(
            tables,
            edits,
            fc.array(fc.nat({ max: 12 }), { minLength: 8, maxLength: 8 }),
            (start, changes, stops) =>
              editText(start, changes, stops, options, (live, flat) => compare(live, flat, options)),
          ),
          { endOnFailure: true, numRuns: 30, examples: [headerOfAnother] },
        )
      })
})

/** Rows enough for a table that goes on after those from which is learnt. */
const longTables = fc.tuple(fc.array(row, { minLength: 3, maxLength: 12 }), fc.integer({ min: 1_400, max: 1_700 }))
const rowEdits = fc.array(
  fc.record({
    row: fc.oneof(fc.nat({ max: 5 }), fc.nat({ max: 1_050 }), fc.integer({ min: 990, max: 1_010 })),
    removed: fc.oneof(fc.constantFrom(0, 1), fc.nat({ max: 30 }), fc.constantFrom(600, 1_100)),
    written: fc.oneof(
      fc.array(row, { maxLength: 3 }),
      fc.tuple(row, row, fc.nat({ max: 1_200 })).map(([one, other, times]) => cycled([one, other], times)),
      fc.constantFrom(['ref;day;amount;kind'], ['"a;2;3'], ['b"'], [`A1;;;${'mot '.repeat(12)}mo`]),
    ),
  }),
  { minLength: 1, maxLength: 5 },
)

describe('findings while the rows are edited from which is learnt', () => {
  for (const chunkSize of [64, 1_024, 4_096])
    for (const known of [applied, undefined])
      it(`are those of a fresh reading, in chunks of ${chunkSize} bytes, ${known ? 'with a schema' : 'schema to be found'}`, () => {
        const options = { chunkSize, ...(known && { schema: known }) }
        fc.assert(
          fc.property(longTables, rowEdits, ([few, count], changes) => {
            const table = new EditedTable(['ref;day;amount;kind', ...cycled(few, count)], options)
            for (const { row, removed, written } of changes) table.edit(row, removed, written)
          }),
          { endOnFailure: true, numRuns: 5 },
        )
      }).timeout(60_000)
})

const someone = fc
  .record({
    first: fc.constantFrom('Jeanne', 'Paul', '12', ''),
    last: fc.constantFrom('MOULIN', 'Roux', 'Service Voirie', ''),
    age: fc.constantFrom('34', '71', ''),
    district: fc.constantFrom('Centre', 'Gare'),
    called: fc.constantFrom('06 39 98 00 01', '0639980001', 'jeanne.moulin@ville.example', '02 99 00 00 01', ''),
    said: fc.constantFrom('plainte de Mme Roux', 'sans porc', '12 rue Haute', '14/03/1958', 'banc', ''),
    code: fc.constantFrom('1;Divers', '1;Divers', '1;Divers', '2;Transport', '1;Transport'),
  })
  .map(({ first, last, age, district, called, said, code }) =>
    [first, last, age, district, called, said, code].join(';'),
  )
const counted = fc
  .tuple(
    fc.constantFrom('Nord', 'Sud', 'Total'),
    fc.array(fc.constantFrom('12', '3', 's', '15', ''), { minLength: 3, maxLength: 3 }),
  )
  .map(([place, counts]) => [place, ...counts].join(';'))

describe('findings about persons while the rows are edited', () => {
  for (const [what, header, row] of [
    ['one by one', 'prenom;nom;age;quartier;telephone;adresse;code_nature;libelle_nature', someone],
    ['in numbers', 'quartier;nb_eleves;nb_enfants;total', counted],
  ] as const)
    it(`are those of a fresh reading: ${what}`, () => {
      const changes = fc.array(
        fc.record({ at: fc.nat(30), removed: fc.nat(3), written: fc.array(row, { maxLength: 3 }) }),
        { minLength: 1, maxLength: 6 },
      )
      fc.assert(
        fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), changes, (start, edits) => {
          const table = new EditedTable([header, ...start], { chunkSize: 64, schema: 'none' })
          for (const { at, removed, written } of edits) table.edit(1 + (at % (start.length + 1)), removed, written)
        }),
        { endOnFailure: true, numRuns: 30 },
      )
    })
})

describe('keys that come again', () => {
  it('are compared in steps of some rows', () => {
    const none = stepsOf(i => `${refOf(i)};`)
    assert.ok(stepsOf(() => `${refOf(0)};`) - none > 50)
    assert.ok(stepsOf(i => `${refOf(i >> 1)};`) - none > 50)
  })
})

describe('keys that refer to none', () => {
  it('are looked for in steps of some rows', () => {
    const none = stepsOf(i => `${refOf(i)};`)
    assert.ok(stepsOf(i => `${refOf(i)};x`) - none > 50)
    assert.ok(stepsOf(i => `${refOf(i)};x${i}`) - none > 50)
    assert.ok(stepsOf(i => `${refOf(i)};${refOf(0)}`) - none < 50)
  })
})

describe('what is typed in one of the first cells of a column', () => {
  const columns: readonly (readonly [what: string, label: string, values: readonly string[], typed: string])[] = [
    ['a second unit', 'montant', ['12 €', '13 €', ...valuesBy(i => `${i}.50`)], '12 km'],
    ['the one other value', 'commune', valuesBy(() => 'Valbrume'), 'Valbrumes'],
    ['five digits', 'longitude', valuesBy(i => `2.${i}`), '30000'],
    ['the one decimal point', 'nombre', valuesBy(i => `${i % 10}`), '3.5'],
  ]
  for (const [what, label, values, typed] of columns)
    it(`does not have all rows checked again: ${what}`, () => {
      const table = (all: readonly string[]) =>
        encoder.encode([`lieu;${label}`, ...all.map((value, i) => `L${i};${value}`), ''].join('\n'))
      const live = new LiveCheck(new LiveText(table(values)), { schema: 'none', chunkSize: 64 }, { preset: 'complet' })
      for (const _ of live.steps());
      const start = table([]).length + 'L0;'.length
      live.edit({ start, end: start + encoder.encode(values[0]).length }, encoder.encode(typed))
      assert.ok([...live.steps()].length < 50)
    })
})

function valuesBy(valueOf: (i: number) => string): string[] {
  return Array.from({ length: 2_000 }, (_, i) => valueOf(i))
}

describe('a table whose rows somebody goes through', () => {
  it('has them where they are once an edit has moved them', () => {
    const rows = Array.from({ length: 3_000 }, (_, i) => `L${i};2024-01-02;${i}`)
    const text = encoder.encode(['lieu;jour;nombre', ...rows, ''].join('\n'))
    const live = new LiveCheck(new LiveText(text), { schema: 'none', chunkSize: 64 }, {})
    for (const chunk of live.dataset.table.chunks())
      if (chunk.firstRow > 2_900) {
        live.edit({ start: 17, end: 17 }, encoder.encode('Valbrume;2024-01-02;7\n'))
        assert.equal(live.dataset.table.text(chunk.firstRow + 1, 0), `L${chunk.firstRow - 1}`)
        break
      }
  })
})

describe('a rule that reads so many rows', () => {
  it('finds what a fresh reading finds, wherever the edit is', () => {
    const [ordinary, rare] = ['40;F;agent;Nord', '40;F;agent;Sud']
    const rows = ['age;sexe;metier;quartier', ...Array.from({ length: 20_010 }, () => ordinary)]
    const table = new EditedTable(rows, { schema: 'none' }, { rules: [lowKAnonymity] })
    const edits: [row: number, removed: number, written: string[], found: number][] = [
      [20_005, 1, [rare], 0],
      [20_000, 1, [rare], 1],
      [10, 3, [], 1],
      [19_997, 1, [], 0],
      [10, 1, [], 1],
      [10, 0, [ordinary, ordinary], 0],
      [20_001, 0, ['"'], 0],
      [20_001, 100, [], 0],
      [20_000, 0, [rare], 1],
      [20_001, 1, [], 1],
      [10, 1, [], 1],
    ]
    for (const [row, removed, written, found] of edits) assert.equal(table.edit(row, removed, written).length, found)
  })

  it('does so too when it reads on only once something is found', () => {
    const [ordinary, odd] = ['A;Aide', 'A;Prêt']
    const rows = ['code_nature;libelle_nature', ...Array.from({ length: 20_010 }, () => ordinary)]
    const table = new EditedTable(rows, { schema: 'none' }, { rules: [codeLabelMismatch] })
    const edits: [row: number, removed: number, written: string[], found: number][] = [
      [20_000, 1, [odd], 0],
      [10, 1, [odd], 2],
      [20_005, 1, [odd], 2],
      [19_990, 1, [], 2],
      [19_980, 4, [], 3],
      [19_980, 0, [ordinary, ordinary], 2],
      [19_995, 1, [odd], 3],
      [10, 1, [ordinary], 0],
    ]
    for (const [row, removed, written, found] of edits) assert.equal(table.edit(row, removed, written).length, found)
  })
})

/** Steps of a check of rows with these keys, and the keys to which they refer. */
function stepsOf(keysOf: (i: number) => string): number {
  const rows = Array.from({ length: 6_000 }, (_, i) => `2024-01-02;3;${keysOf(i)}`)
  const text = encoder.encode(['day;amount;ref;kind', ...rows, ''].join('\n'))
  return [...new LiveCheck(new LiveText(text), { schema: applied }, {}).steps()].length
}

function refOf(i: number): string {
  return `A${String(i).padStart(4, '0')}`
}

/** So many rows of a clean table, with some of the given ones among them. */
function cycled(rows: readonly string[], count: number): string[] {
  return Array.from({ length: count }, (_, i) =>
    i % 16 === 0 ? rows[(i / 16) % rows.length]! : `C${i};2024-01-02;${i}.5;prêt`,
  )
}

function compare(live: LiveCheck, flat: string, options: object): void {
  for (const _ of live.steps());
  const dataset = openText(flatSource(encoder.encode(flat)), { ...options, isPlain: true })
  const { table } = live.dataset
  assert.deepEqual(told(live.findings()), told(lint(dataset, { preset: 'complet' })))
  assert.equal(table.rowCount, dataset.table.rowCount)
  for (let i = 0; i < table.rowCount; i++) {
    assert.deepEqual(table.rowSpan(i), dataset.table.rowSpan(i))
    assert.equal(table.width(i), dataset.table.width(i))
  }
}
