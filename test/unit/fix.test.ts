import { bytesBetween } from '../../server/engine/model/source'
import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { type Dataset, openDataset, textOf } from '../../server/engine/dataset'
import { applyEdits, fixAll, fixesOf } from '../../server/engine/fix'
import { lint } from '../../server/engine/lint'
import type { Diagnostic } from '../../server/engine/model/diagnostic'
import { rules } from '../../server/engine/rules'
import { readSchema } from '../../server/engine/schema/table-schema'

const { schema } = readSchema(
  {
    fields: [
      { name: 'date', type: 'date', constraints: { required: true, minimum: '2000-01-01' } },
      { name: 'montant', type: 'number', constraints: { minimum: 0 } },
      { name: 'places', type: 'integer' },
      { name: 'actif', type: 'boolean', trueValues: ['oui'], falseValues: ['non'] },
      { name: 'nature', type: 'string', constraints: { enum: ['aide en numéraire', 'aide en nature', 'été'] } },
      { name: 'objet', type: 'string', constraints: { required: true } },
      { name: 'siret', type: 'string', constraints: { pattern: '^\\d{14}$' } },
    ],
  },
  'test',
)
const header = 'date;montant;places;actif;nature;objet;siret'

/** Values of each column: right, wrong and mendable. */
const seeds: readonly (readonly string[])[] = [
  [
    '2024-05-12',
    '2024-05\0-12',
    '31/12/2024',
    '05/06/2024',
    '6 mai 2025',
    '11/12/2024 14:30',
    '31/12/1999',
    '17/03/21',
    '31/04/2021',
    '45292',
    'demain',
  ],
  ['12.5', '12,5', '1,250', ' 12.5 ', '-1,5', '12 €', '1 250,00', '1.250,00', '1,2 k€', 'NC', '-1', '=A1'],
  ['12', '12.0', '12,00', '12\u00A0', 'douze'],
  ['oui', 'NON', 'true', ' Oui', 'peut-être'],
  ['aide en nature', 'Aide en Numeraire', 'aide en natur', 'aide en nature ', 'Ã©tÃ©', 'FÃ©te', 'subvention'],
  [
    'fête',
    ' fête',
    'FÃ©te',
    ' ',
    '',
    'fê\u200Bte',
    'Mairie\tannexe',
    '\u200B',
    'fe\u0302te',
    'f&ecirc;te',
    'un<br>deux',
    '-Achat',
    'Orl?ans',
    '#N/A',
  ],
  ['21860194600013', '218 601 946 00013', ' 21860194600013', '21860194600013.0', '1004', '"21860194600013"'],
]
const aboutCells = rules.filter(rule => rule.scope === 'cell' || rule.scope === 'column')

/** A cell as it is written in the file. */
const cell = (column: number) =>
  fc
    .tuple(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...seeds[column]!) },
        fc.constantFrom('', ' ', ';', 'a;b', '"', '\n', '\u00A0'),
        fc.tuple(fc.constantFrom('', ' ', '\n'), fc.constantFrom(...seeds.flat())).map(parts => parts.join('')),
        fc.string({ unit: 'grapheme', maxLength: 8 }),
      ),
      fc.boolean(),
    )
    .map(([value, isQuoted]) => (isQuoted || /[";\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value))

const tables = fc.array(fc.tuple(...seeds.map((_, column) => cell(column))), { minLength: 1, maxLength: 4 })
const lineEnds = fc.constantFrom('\n', '\r\n')

/** What the seeds bring up: how each rule may mend, and no other way. */
const OFFERED = [
  'asked ambiguous-date',
  'asked boolean-variant',
  'asked decimal-comma',
  'asked enum',
  'asked formula-injection',
  'asked html-entity',
  'asked invisible-character',
  'asked mojibake',
  'asked sentinel-value',
  'asked siret-spelling',
  'asked spreadsheet-serial-date',
  'asked thousands-separator',
  'asked type-error',
  'asked undeclared-missing-value',
  'asked unit-in-cell',
  'safe boolean-variant',
  'safe decimal-comma',
  'safe decomposed-accent',
  'safe edge-whitespace',
  'safe enum',
  'safe invisible-character',
  'safe local-date',
  'safe siret-spelling',
  'safe thousands-separator',
]
const ruleOf = (offer: string) => offer.split(' ')[1]

describe('fixes', () => {
  it('silence their finding, add no error, and touch no other byte', () => {
    fc.assert(
      fc.property(tables, lineEnds, (rows, lineEnd) => {
        const before = read(written(rows, lineEnd))
        for (const diagnostic of before.found)
          for (const { edits } of fixesOf(before.dataset, diagnostic)) {
            const fixed = decoded(applyEdits(textOf(before.dataset), edits))
            const [start, end] = around(rows, lineEnd, diagnostic)
            assert.ok(fixed.startsWith(start) && fixed.endsWith(end) && fixed.length >= start.length + end.length)
            const after = read(fixed)
            assert.ok(!after.found.map(nameOf).includes(nameOf(diagnostic)), `${nameOf(diagnostic)} is still found`)
            assert.deepEqual(newErrors(before.found, after.found), [])
          }
      }),
      { numRuns: 30 },
    )
  })

  it('that are safe leave nothing safe to do, and no cell changed that had no finding', () => {
    fc.assert(
      fc.property(tables, lineEnds, (rows, lineEnd) => {
        const before = read(written(rows, lineEnd))
        let after = before
        // A cell may have two things to mend, which is done one after the other.
        for (let round = 0; round < 3; round++) {
          const edits = fixAll(after.dataset, after.found, { unsafe: false })
          after = read(decoded(applyEdits(textOf(after.dataset), edits)))
        }
        assert.deepEqual(fixAll(after.dataset, after.found, { unsafe: false }), [])
        assert.deepEqual(newErrors(before.found, after.found), [])
        const mended = new Set(before.found.map(placeOf))
        rows.forEach((cells, row) =>
          cells.forEach((raw, column) => {
            const place = placeOf({ row: row + 1, column })
            if (!mended.has(place)) assert.equal(rawCell(after.dataset, row + 1, column), raw)
          }),
        )
      }),
      { numRuns: 30 },
    )
  })

  it('are offered for the values above, the safe ones without being asked for', () => {
    const offered = new Set<string>()
    for (const [column, values] of seeds.entries())
      for (const value of values) {
        const row = seeds.map((other, at) => (at === column ? value.replaceAll('"', '') : other[0]!))
        const { dataset, found } = read(written([row], '\n'))
        for (const diagnostic of found)
          for (const { safe } of fixesOf(dataset, diagnostic))
            offered.add(`${safe ? 'safe' : 'asked'} ${diagnostic.rule}`)
      }
    const known = new Set(OFFERED.map(ruleOf))
    assert.deepEqual([...offered].filter(offer => known.has(ruleOf(offer))).toSorted(), OFFERED)
  })
})

function written(rows: readonly (readonly string[])[], lineEnd: string): string {
  return [header, ...rows.map(cells => cells.join(';')), ''].join(lineEnd)
}

function read(text: string): { readonly dataset: Dataset; readonly found: readonly Diagnostic[] } {
  const dataset = openDataset(new TextEncoder().encode(text), {
    encoding: 'utf-8',
    dialect: { delimiter: ';', quoteChar: '"', headerRows: [0], skipInitialSpace: false },
    schema: { schema: schema!, source: 'flag' },
  })
  return { dataset, found: [...lint(dataset, { rules: aboutCells, preset: 'complet' })] }
}

/** The text before and after the cell of a finding. */
function around(rows: readonly (readonly string[])[], lineEnd: string, { row, column }: Diagnostic): [string, string] {
  assert.ok(row !== undefined && column !== undefined)
  const lines = [header, ...rows.map(cells => cells.join(';')), '']
  const cells = rows[row - 1]!
  const head = [
    ...lines.slice(0, row),
    cells
      .slice(0, column)
      .map(raw => `${raw};`)
      .join(''),
  ]
  const tail = [
    cells
      .slice(column + 1)
      .map(raw => `;${raw}`)
      .join(''),
    ...lines.slice(row + 1),
  ]
  return [head.join(lineEnd), tail.join(lineEnd)]
}

/** Errors of cells that had none: a finding that speaks for another may give way to it. */
function newErrors(before: readonly Diagnostic[], after: readonly Diagnostic[]): string[] {
  const known = new Set(errors(before).map(placeOf))
  return errors(after)
    .filter(diagnostic => !known.has(placeOf(diagnostic)))
    .map(nameOf)
}

const errors = (found: readonly Diagnostic[]) => found.filter(({ severity }) => severity === 'error')
const placeOf = ({ row, column }: Pick<Diagnostic, 'row' | 'column'>) => `${row}:${column}`
const nameOf = (diagnostic: Diagnostic) => `${placeOf(diagnostic)} ${diagnostic.rule}`

function rawCell({ table }: Dataset, row: number, column: number): string {
  const span = table.cellSpan(row, column)
  return span ? decoded(bytesBetween(table.source, span.start, span.end)) : ''
}

function decoded(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}
