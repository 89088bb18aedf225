import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import type { Column } from '../../../server/engine/model/table'
import { rules } from '../../../server/engine/rules'
import type { CellRule, ColumnRule } from '../../../server/engine/rules/rule'
import { officialLists } from '../lists/official-lists'
import { signatureOf } from '../signature'
import { fieldOf } from '../schema/field-of'
import { column, field } from './described'

const cellRules = rules.filter((rule): rule is CellRule => rule.scope === 'cell')

const columnRules = rules.filter((rule): rule is ColumnRule => rule.scope === 'column')

// Together they wake every cell rule and every column rule.
const columns: readonly Column[] = [
  column({ label: 'siret' }),
  column({ label: 'siren' }),
  column({ label: 'population', sample: ['12', '1 250', '650', '3 h', '12 €'] }),
  column({ field: field({ type: 'number', decimalChar: ',' }) }),
  column({ field: field({ type: 'integer', accept: (bytes, from, to) => to - from === 1 && bytes[from] === 48 }) }),
  column({ label: 'id', sample: ['21860000000000000'] }),
  column({ label: 'date', sample: ['31/12/2024', '2024-05-12'] }),
  column({ label: 'montant', sample: ['1.5', '12.5', '3,5'] }),
  column({ sample: ["Rue de l'Étang"] }),
  column({ sample: ['Rue de l’Étang'] }),
  column({ sample: Array.from({ length: 20 }, () => '12') }),
  column({ sample: Array.from({ length: 20 }, () => '2024-05-12') }),
  column({ sample: ['été', 'été', 'Été', 'hiver'] }),
  column({ field: field({ identifier: 'siret' }) }),
  column({ label: 'rna' }),
  column({ label: 'uai', sample: ['0422170F'] }),
  column({ label: 'cle_interop' }),
  column({ label: 'id_rnb' }),
  column({ label: 'telephone', sample: ['0199001234'] }),
  column({ label: 'saison', sample: ['2024/2025'] }),
  column({ label: 'horaires', sample: ['Mo-Fr'] }),
  column({ label: 'matiere_nom', sample: ['Urbanisme/PLU'] }),
  column({ field: field({ type: 'date' }) }),
  column({ label: 'code postal' }),
  column({ label: 'code_insee', sample: ['35238'], lists: officialLists() }),
  column({ label: 'departement', sample: ['35'], lists: officialLists() }),
  column({ label: 'region', sample: ['53'], lists: officialLists() }),
  column({ label: 'population', sample: ['-12', '13', '14'] }),
  column({ label: 'age', sample: ['0-4', 'oct-14', '15-19', '20-24'] }),
  column({ label: 'surface', sample: ['12', '13', '14', '15', '16'] }),
  column({ field: field({ name: 'date_maj', type: 'date', format: '%m/%d/%Y' }) }),
  column({ label: 'date maj', sample: ['31/12/2024', '2024-05-12'] }),
  column({ field: field({ type: 'number', constraints: { minimum: '0', maximum: '9' } }) }),
  column({ field: field({ type: 'number', constraints: { exclusiveMinimum: '0', exclusiveMaximum: '9' } }) }),
  column({ field: fieldOf({ type: 'number', constraints: { minimum: -1, maximum: 9.5 } }) }),
  column({ field: fieldOf({ type: 'number', constraints: { exclusiveMinimum: -1, exclusiveMaximum: 9.5 } }) }),
  column({ field: fieldOf({ type: 'date', constraints: { minimum: '2024-01-01', maximum: '2024-12-31' } }) }),
  column({ label: 'taux', field: field({ type: 'number', constraints: { maximum: '1' } }) }),
  column({ field: field({ constraints: { required: true, minLength: 2, maxLength: 3 } }) }),
  column({ field: field({ constraints: { required: true }, missingValues: ['', 'NC'] }) }),
  column({ field: field({ constraints: { enum: ['été', 'hiver', 'N'] } }) }),
  column({
    field: field({ constraints: { pattern: { source: '', matches: text => /^\d{4}-\d\d-\d\d$/.test(text) } } }),
  }),
  column({ field: fieldOf({ constraints: { pattern: '^\\d{4}-\\d\\d-\\d\\d$|[éÉ.]t?\\w*' } }) }),
  column({ field: fieldOf({ constraints: { pattern: '(.)\\1' } }) }),
  column({ field: fieldOf({ constraints: { jsonSchema: { maxLength: 3 } } }) }),
  column({
    field: field({
      type: 'boolean',
      trueValues: ['oui'],
      falseValues: ['non'],
      accept: (bytes, from, to) =>
        to - from === 3 && bytes[from] === 111 && bytes[from + 1] === 117 && bytes[from + 2] === 105,
    }),
  }),
]

const seeds = [
  '35238',
  '2a004',
  '35000',
  '01018',
  'Rennes',
  '22',
  '96',
  'W751234567',
  'w751 234 567',
  '0422170F',
  '94059_0040_00036',
  'NHDE2W8HE3X3',
  '0199001234',
  '01 99 00 12 34',
  '2024/2025',
  'Mo-Fr 08:00-12:00',
  'Urbanisme/PLU',
  '2025-03-04T10:00:00Z',
  '2025-03-04T10:15:00',
  '-12',
  'oct-14',
  '05-févr.',
  '21860194600013',
  '218601946',
  '35600000049837',
  '35600000049838',
  '218 601 946 00013',
  '2,43E+13',
  '21860000000000000',
  '31/12/2024',
  '2024-05-12',
  '2024-04-31',
  '31/04/2024',
  '2204-03-17',
  '2204-03-17T10:00:00Z',
  '2025-07-01',
  '1899-12-31',
  '01/07/2025',
  '1900-01-01',
  '2024-05-12T00:00:00',
  '6 mai 2025',
  '9.5',
  '10',
  '-1',
  '-2',
  '2024-01-01',
  '2025-01-01',
  '2023-12-31',
  '2024-12-31',
  '12,5',
  '1 250',
  '12 €',
  '1,2 k€',
  '3 h 20',
  '1 250,00',
  '1’250',
  '1.250',
  '1,250',
  'été',
  'oui',
  '00000',
  '9999',
  '-1',
  '-99.0',
  '0,0',
  '9999-12-31',
  '1970-01-01T00:30:00+02:00',
  'NC',
  '-',
  'n/a',
  'Néant',
  'ne\u0301ant',
  'à compléter',
  'non renseigne\u0301',
  'FÃ©te',
  'voilÃ\u00A0',
  'à',
  ' ',
  '\u00A0',
  '\u2009',
  '\u3000',
  '\uFEFF',
  '\v',
  'Amic\vale',
  'Niort\0',
  'c\u009Cur',
  'La\u00A0Rochelle',
  '12\u202F500',
  'a\nb',
  'Orl?ans',
  'Orl\uFFFDans',
  'l’eau',
  "l'eau",
  'e\u0301te\u0301',
  '&eacute;',
  'a<br>b',
  '#REF!',
  '=A1',
  '+sum(A1)',
  '-12',
  `${'mot '.repeat(63)}mot`,
  '',
]
const pieces = fc.constantFrom(...seeds, '\t', '\n', '’', "'", '.', ',', '-', '/', 'É', 'Â', '😀', '0', '1', 'E', '+')
const texts = fc.oneof(
  fc.constantFrom(...seeds),
  fc.array(pieces, { maxLength: 4 }).map(parts => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)

describe('fast paths', () => {
  for (const rule of cellRules) {
    const tests = columns
      .flatMap(one => rule.check(one, '2025-06-30') ?? [])
      .map(made => (typeof made === 'function' ? { test: made } : made))

    it(`${rule.id} is woken by some column and finds something`, () => {
      assert.ok(
        tests.some(({ test }) =>
          [...seeds, '-1', '99', '9', '0', 'x', 'abcd', '31/12/24'].some(text => test(text) !== undefined),
        ),
      )
    })

    it(`${rule.id} finds nothing where bytes are accepted or the signature does not concern it`, () => {
      fc.assert(
        fc.property(texts, text => {
          const bytes = new TextEncoder().encode(`"${text}"`)
          const isConcerned = rule.concerns === undefined || (signatureOf(bytes.subarray(1, -1)) & rule.concerns) !== 0
          for (const made of tests) {
            const isAccepted = 'accept' in made && made.accept(bytes, 1, bytes.length - 1)
            if (isAccepted || !isConcerned) assert.equal(made.test(text), undefined)
          }
        }),
        { numRuns: 300 },
      )
    })
  }
  for (const rule of columnRules)
    it(`${rule.id} counts no cell whose bytes are accepted or whose signature does not concern it`, () => {
      const made = columns.flatMap(one => rule.check(one) ?? [])
      assert.ok(made.length > 0)
      fc.assert(
        fc.property(texts, text => {
          const bytes = new TextEncoder().encode(`"${text}"`)
          const isConcerned = rule.concerns === undefined || (signatureOf(bytes.subarray(1, -1)) & rule.concerns) !== 0
          for (const { accept, kindOf } of made)
            if (!isConcerned || accept?.(bytes, 1, bytes.length - 1)) assert.equal(kindOf(text), undefined)
        }),
        { numRuns: 300 },
      )
    })
})
