import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { signature } from '../../../server/engine/model/signature'
import { rules } from '../../../server/engine/rules'
import type { CellRule, ColumnRule } from '../../../server/engine/rules/rule'
import { signatureOf } from '../signature'
import { tellingColumns, tellingTexts } from './telling'

const cellRules = rules.filter((rule): rule is CellRule => rule.scope === 'cell')

const columnRules = rules.filter((rule): rule is ColumnRule => rule.scope === 'column')

const pieces = fc.constantFrom(
  ...tellingTexts,
  '\t',
  '\n',
  '’',
  "'",
  '.',
  ',',
  '-',
  '/',
  'É',
  'Â',
  '😀',
  '0',
  '1',
  'E',
  '+',
)
const texts = fc.oneof(
  fc.constantFrom(...tellingTexts),
  fc.array(pieces, { maxLength: 4 }).map(parts => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)

describe('fast paths', () => {
  for (const rule of cellRules) {
    const tests = tellingColumns
      .flatMap(one => rule.check(one, '2025-06-30') ?? [])
      .map(made => (typeof made === 'function' ? { test: made } : made))

    it(`${rule.id} is woken by some column and finds something`, () => {
      assert.ok(
        tests.some(({ test }) =>
          [...tellingTexts, '-1', '99', '9', '0', 'x', 'abcd', '31/12/24'].some(text => test(text) !== undefined),
        ),
      )
    })

    // What is no text in its format is told by the format, not by its bytes.
    if (rule.concerns === signature.native) continue
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
      const made = tellingColumns.flatMap(one => rule.check(one) ?? [])
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
