import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import type { Column } from '../../../server/engine/model/table'
import { rules } from '../../../server/engine/rules'
import type { CellRule, ColumnRule } from '../../../server/engine/rules/rule'
import { signatureOf } from '../signature'
import { column, field } from './described'

const cellRules = rules.filter((rule): rule is CellRule => rule.scope === 'cell')

const columnRules = rules.filter((rule): rule is ColumnRule => rule.scope === 'column')

// Together they wake every cell rule and every column rule.
const columns: readonly Column[] = [
  column({ label: 'siret' }),
  column({ label: 'id', sample: ['21860000000000000'] }),
  column({ label: 'date', sample: ['31/12/2024', '2024-05-12'] }),
  column({ label: 'montant', sample: ['1.5', '12.5', '3,5'] }),
  column({ sample: Array.from({ length: 20 }, () => '12') }),
  column({ sample: Array.from({ length: 20 }, () => '2024-05-12') }),
  column({ sample: ['été', 'été', 'Été', 'hiver'] }),
  column({ field: field({ identifier: 'siret' }) }),
  column({ field: field({ type: 'date' }) }),
  column({ field: field({ type: 'number', constraints: { minimum: '0', maximum: '9' } }) }),
  column({ field: field({ type: 'number', constraints: { exclusiveMinimum: '0', exclusiveMaximum: '9' } }) }),
  column({ label: 'taux', field: field({ type: 'number', constraints: { maximum: '1' } }) }),
  column({ field: field({ constraints: { required: true, minLength: 2, maxLength: 3 } }) }),
  column({ field: field({ constraints: { required: true }, missingValues: ['', 'NC'] }) }),
  column({ field: field({ constraints: { enum: ['été', 'hiver', 'N'] } }) }),
  column({
    field: field({ constraints: { pattern: { source: '', matches: text => /^\d{4}-\d\d-\d\d$/.test(text) } } }),
  }),
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
  '21860194600013',
  '35600000049837',
  '35600000049838',
  '218 601 946 00013',
  '2,43E+13',
  '21860000000000000',
  '31/12/2024',
  '2024-05-12',
  '2024-05-12T00:00:00',
  '6 mai 2025',
  '12,5',
  '1,250',
  'été',
  'oui',
  'NC',
  'FÃ©te',
  'voilÃ\u00A0',
  'à',
  ' ',
  '\u00A0',
  '\u2009',
  '\u3000',
  '\uFEFF',
  '\v',
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
      .flatMap(one => rule.check(one) ?? [])
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
