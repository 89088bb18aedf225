import assert from 'node:assert/strict'
import fc from 'fast-check'
import { withoutImplied } from '../../../server/engine/kernel/implied'
import { type Accept, byEnds, type Form, holdsOther, lengthsFrom } from '../../../server/engine/model/accept'
import { cannotBeAbsence } from '../../../server/engine/model/absence'
import { fewDigits, hasCapitalsApart } from '../../../server/engine/model/personal'
import type { Column } from '../../../server/engine/model/table'
import { rules } from '../../../server/engine/rules'
import { bytesNear } from '../bytes-near'
import { column } from '../rules/described'
import { fieldOf } from '../schema/field-of'
import { accepted } from './accepted'

interface Asked {
  readonly concerns: number
  readonly form: Form
  readonly accept: Accept
}

/** Fields whose cells are of one shape or are numbers, and some of their texts. */
const fields: readonly (readonly [declared: Readonly<Record<string, unknown>>, texts: readonly string[]])[] = [
  [{ name: 'siret' }, ['21860194600013', '90000000000007']],
  [{ name: 'siren' }, ['218601946', '912345677']],
  [
    { type: 'date', constraints: { minimum: '1900-01-01', maximum: '2999-12-31' } },
    ['2024-02-29', '1999-12-31', '2000-01-01'],
  ],
  [{ type: 'date', format: '%d/%m/%Y' }, ['29/02/2024', '01/01/1900']],
  [{ type: 'number', constraints: { minimum: -10 } }, ['12.5', '-3', '0', '9999', '+7']],
  [{ constraints: { pattern: '^[A-C]\\d{3}$' } }, ['A123', 'C999']],
  [{ constraints: { pattern: '^[A-F]{6}$' } }, ['ABCDEF', 'FEEEEE']],
  [{ constraints: { pattern: '^\\d{14}$' } }, ['21860194600013', '00000000000000']],
]

describe('a test that another one makes needless', () => {
  it('accepts whatever the kernel does by the other one', () => {
    const met = new Map<string, number>()
    for (const [declared, texts] of fields) {
      const tests = [...testsOf(column({ field: fieldOf(declared) })), ...others]
      for (const by of tests)
        for (const test of tests) {
          const [left, ...more] = withoutImplied([by, test])
          if (test === by || left !== by || more.length > 0) continue
          met.set(test.form.is, (met.get(test.form.is) ?? 0) + 1)
          fc.assert(
            fc.property(bytesNear(texts), bytes => {
              if (bytes.length === 0 || !accepted(by.accept, [bytes])[0]) return
              assert.ok(test.accept(bytes, 0, bytes.length), `${test.form.is} of ${by.form.is}: ${String(bytes)}`)
            }),
            { numRuns: 100 },
          )
        }
    }
    for (const kind of [
      'either',
      'few-digits',
      'ends',
      'moment',
      'number',
      'capitals-apart',
      'other-bytes',
      'automaton',
    ])
      assert.ok((met.get(kind) ?? 0) > 0, `${kind}: ${[...met.keys()].join()}`)
  })
})

/** Tests of contents of any kind. */
const others: readonly Asked[] = [
  cannotBeAbsence,
  byEnds({ first: byte => lengthsFrom(byte % 32, 31) }),
  byEnds({ first: () => 0, last: byte => (byte === 57 ? lengthsFrom(8, 20) : 0) }),
  fewDigits(9),
  fewDigits(12),
  hasCapitalsApart,
  holdsOther('0123456789ABCDEFabcdef.:'),
].map(asked)

function testsOf(described: Column): readonly Asked[] {
  return rules.flatMap(rule => {
    const test = rule.scope === 'cell' ? rule.check(described, '2025-06-01') : undefined
    const accept = typeof test === 'object' ? test.accept : undefined
    return accept?.form?.() ? [asked(accept)] : []
  })
}

function asked(accept: Accept): Asked {
  return { concerns: -1, form: accept.form!()!, accept }
}
