import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Marks } from '../../../server/engine/csv/cell'
import { swiftScan, unsignedScan } from '../../../server/engine/csv/swift-scan'
import { kernel } from '../../../server/engine/kernel/kernel'
import type { AskedColumn } from '../../../server/engine/kernel/program'
import type { Program } from '../../../server/engine/kernel/writer'
import { ISO_LAYOUT } from '../../../server/engine/model/accept'
import { signature } from '../../../server/engine/model/signature'
import { ANY, rowKinds } from '../../../server/engine/row-shape'
import { rules } from '../../../server/engine/rules'
import { tellingColumns, tellingTexts } from '../rules/telling'

const marks: Marks = {
  delimiter: Uint8Array.of(44),
  quote: 34,
  escape: -1,
  doubled: true,
  bareEscape: -1,
  skipInitialSpace: false,
  comment: new Uint8Array(),
}
const encoder = new TextEncoder()
const number = { is: 'number', mark: 46 } as const

/** What may be asked of a column, and what its cells are like. */
const asked: readonly (readonly [Partial<AskedColumn>, right: readonly string[], wrong: readonly string[]])[] = [
  [{ usual: 0b110 }, ['été', 'Ville', 'é'.repeat(70)], ['a1', 'a@b', '+a', '1234567890', ' a', 'a-b']],
  [{ usual: 0b111 }, ['n° 12', 'x12345678', 'abcdefghijklmnopqrstuvwxyz12345678'], ['abcdefgh123456789', 'x-1']],
  [{ usual: 0 }, ['  ', ''], ['a', '\u007f', 'é']],
  [
    tested({ usual: 0b1000000001 }, [
      { is: 'moment', layouts: [ISO_LAYOUT] },
      { is: 'compared', number: { is: 'day', layout: ISO_LAYOUT }, how: '>=', limit: 19_000 },
      { is: 'compared', number: { is: 'day', layout: ISO_LAYOUT }, how: '<', limit: 20_000 },
    ]),
    ['2023-05-01', '2022-12-31'],
    ['2000-01-01', '2099-01-01', '2023-02-30', '01/01/2023'],
  ],
  [
    tested({ usual: 1 }, [
      number,
      { is: 'compared', number, how: '>', limit: 0 },
      { is: 'compared', number, how: '<=', limit: 100 },
    ]),
    ['1', '99', '100'],
    ['0', '100.5', '1.5', '-1', 'x', '1234567890123456'],
  ],
  [
    tested({ usual: 0b1000000111 }, [
      { is: 'one-of', spellings: ['oui', 'non', 'né'].map(text => encoder.encode(text)) },
    ]),
    ['oui', 'né'],
    ['o', 'OUI'],
  ],
  [
    tested({ usual: 0b10011, whenEmpty: 'pass' }, [{ is: 'characters', least: 1, most: 5 }]),
    ['a 1', ''],
    ['abcdef', 'é'],
  ],
  [{ usual: 0b111, missing: ['NC'], looksAtMissing: true }, ['x1'], ['NC', '']],
  [tested({ usual: 0b111 }, [{ is: 'siret' }]), ['35600000000048'], ['21860194600014', '21860194600013']],
]

describe('the rows at which the rules must look', () => {
  it('are the same before the cells of a text are signed', () => {
    let told = 0
    let left = 0
    const table = fc
      .array(fc.integer({ min: 0, max: asked.length - 1 }), { minLength: 1, maxLength: 4 })
      .chain(columns => {
        const row = fc.tuple(...columns.map(cell)).map(cells => cells.join(','))
        const rows = fc.array(
          fc.oneof({ weight: 9, arbitrary: row }, fc.constantFrom('', 'a', 'a,b,c,d,e,f', '"a",b')),
          { minLength: 1, maxLength: 90 },
        )
        return fc.record({
          columns: fc.constant(columns),
          rows,
          filledCount: fc.nat(columns.length),
          lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
          wanted: fc.nat(
            rowKinds.ragged | rowKinds.blank | rowKinds.suspect | rowKinds.sparse | rowKinds.header | rowKinds.total,
          ),
        })
      })
    fc.assert(
      fc.property(table, ({ columns, rows, lineEnd, wanted, filledCount }) => {
        const text = encoder.encode(rows.map(row => row + lineEnd).join(''))
        const program = kernel()!.program({
          wanted,
          width: columns.length,
          filledCount,
          quote: 34,
          label: { column: 0, bytes: encoder.encode('Ville') },
          columns: columns.map(column => ({ ...plain, ...asked[column]![0] })),
        })!
        const { suspects, rowCount } = toldOf(text, program)
        told += suspects
        left += rowCount - suspects
      }),
      { numRuns: 2_000 },
    )
    assert.ok(told > 5_000 && left > 5_000, `${told} told, ${left} left`)
  })

  it('are the same whatever the rules ask, and some are told plainly by tests that are about some cells only', () => {
    let told = 0
    let left = 0
    const bits = fc
      .array(fc.constantFrom(...Object.values(signature).slice(0, 13)), { maxLength: 3 })
      .map(rare => rare.reduce((usual, bit) => usual & ~bit, 0x1fff))
    const table = fc.tuple(fc.constantFrom(...ruled), bits).chain(([tests, usual]) => {
      const text = fc
        .oneof(fc.constantFrom(...tellingTexts), fc.constantFrom('Ville', 'été', '2024-05-12', '12.5', 'total', ''))
        .map(text => (/[",\r\n]/.test(text) || text === '' ? `"${text.replaceAll('"', '""')}"` : text))
      return fc.record({
        column: fc.constant({ ...plain, usual, concerns: -1, tests }),
        rows: fc.array(text, { minLength: 20, maxLength: 80 }),
        wanted: fc.constantFrom(rowKinds.suspect, rowKinds.suspect | rowKinds.total | rowKinds.sparse),
      })
    })
    fc.assert(
      fc.property(table, ({ column, rows, wanted }) => {
        const text = encoder.encode(rows.map(row => `${row},${row}\n`).join(''))
        const columns = [column, { ...column, isUsuallyFilled: false, whenEmpty: 'pass' as const }]
        const program = kernel()!.program({
          wanted,
          width: 2,
          filledCount: 1,
          quote: 34,
          label: undefined,
          columns,
        })!
        const { suspects, rowCount } = toldOf(text, program)
        told += suspects
        left += rowCount - suspects
      }),
      { numRuns: 1_000 },
    )
    assert.ok(told > 5_000 && left > 5_000, `${told} told, ${left} left`)
  })
})

describe('digits as many as a SIREN has', () => {
  for (const [title, rows, told] of [
    ['are odd where fewer are usual', ['x123456789,123456789x', 'été n 123456789 été n,123456789'], 2],
    ['are no run where others stand between them', ['x12345678,1234567x8', 'x1234 56789 1234,12345678x9'], 0],
  ] as const)
    it(title, () => {
      const column = { ...plain, usual: 0b10111 }
      const asked = { wanted: rowKinds.suspect, width: 2, filledCount: 0, quote: 34, label: undefined }
      const program = kernel()!.program({ ...asked, columns: [column, column] })!
      assert.equal(toldOf(encoder.encode(rows.map(row => `${row}\n`).join('')), program).suspects, told)
    })
})

describe('the kinds that a row may be', () => {
  const { ragged, blank, suspect, sparse, header, total } = rowKinds
  const examples: readonly (readonly [row: string, kinds: number])[] = [
    ['a,b,c', 0],
    ['a,b', ragged | suspect],
    [',,', blank],
    ['1,2,c', suspect],
    ['a,,', sparse],
    ['Ville,b,c', header],
    ['Total,b,c', total],
  ]
  for (const [row, kinds] of examples)
    it(`are told of ${row}`, () => {
      const program = kernel()!.program({
        wanted: ragged | blank | suspect | sparse | header | total | ANY,
        width: 3,
        filledCount: 3,
        quote: 34,
        label: { column: 0, bytes: encoder.encode('Ville') },
        columns: [0, 1, 2].map(() => ({ ...plain, usual: 0b10, whenEmpty: 'pass' })),
      })!
      const { chunk } = swiftScan(encoder.encode(`${row}\n`), { start: 0, row: 0, column: 0 }, 1, marks)!
      assert.deepEqual([...kernel()!.suspects(chunk, 0, program)!], [0, kinds | ANY])
    })
})

/** How many rows of a text are told, once they are seen to be the same before its cells are signed. */
function toldOf(text: Uint8Array, program: Pick<Program, 'bytes'>): { suspects: number; rowCount: number } {
  const [signed, unsigned] = [swiftScan, unsignedScan].map(scan => {
    const { chunk } = scan(text, { start: 0, row: 0, column: 0 }, text.length, marks)!
    // A list of its own: the kernel would take the other for the one that it has, which is not signed.
    const shown = scan === swiftScan ? { ...chunk, signatures: chunk.signatures.slice() } : chunk
    const suspects = Array.from(kernel()!.suspects(shown, 0, program)!)
    kernel()!.release(chunk)
    return { suspects, rowCount: chunk.rowCount }
  })
  assert.deepEqual(unsigned, signed)
  return { suspects: rowsIn(signed!.suspects), rowCount: signed!.rowCount }
}

/** What the cell rules ask of the columns that wake them. */
const ruled: readonly AskedColumn['tests'][] = tellingColumns.map(column =>
  rules.flatMap(rule => {
    const test = rule.scope === 'cell' ? rule.check(column, '2025-06-01') : undefined
    const form = typeof test === 'object' ? test.accept?.form?.() : undefined
    return form && rule.scope === 'cell' ? [{ concerns: rule.concerns ?? -1, form }] : []
  }),
)

/** A cell of such a column, mostly a right one, in quotes where it needs them and elsewhere now and then. */
function cell(column: number): fc.Arbitrary<string> {
  const [, right, wrong] = asked[column]!
  return fc
    .oneof({ weight: 8, arbitrary: fc.constantFrom(...right) }, fc.constantFrom(...wrong, '', '"', 'a,b'))
    .chain(text =>
      fc.boolean().map(isQuoted => (isQuoted || /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)),
    )
}

const plain: AskedColumn = {
  usual: 0,
  isUsuallyFilled: true,
  concerns: 0,
  whenEmpty: 'look',
  missing: [],
  looksAtMissing: false,
  tests: [],
}

/** A column of which these tests are asked, of any cell. */
function tested(
  column: Partial<AskedColumn>,
  forms: readonly AskedColumn['tests'][number]['form'][],
): Partial<AskedColumn> {
  return { ...column, concerns: -1, tests: forms.map(form => ({ concerns: -1, form })) }
}

/** How many rows are told. */
function rowsIn(suspects: readonly number[]): number {
  let rows = 0
  for (let at = 0; at < suspects.length; at += 2 + (suspects[at + 1]! >>> 8)) rows++
  return rows
}
