import { match } from 'node:assert/strict'
import { enumeration } from '../../../server/engine/rules/enum'
import { exclusiveMaximum } from '../../../server/engine/rules/exclusive-maximum'
import { exclusiveMinimum } from '../../../server/engine/rules/exclusive-minimum'
import { maxLength } from '../../../server/engine/rules/max-length'
import { maximum } from '../../../server/engine/rules/maximum'
import { minLength } from '../../../server/engine/rules/min-length'
import { minimum } from '../../../server/engine/rules/minimum'
import { pattern } from '../../../server/engine/rules/pattern'
import { required } from '../../../server/engine/rules/required'
import { check } from './check'
import { column, field } from './described'

describe('required', () => {
  it('wants a value, in whatever way its absence is spelt', () =>
    check(required, column({ field: field({ constraints: { required: true }, missingValues: ['', 'NC'] }) }), {
      '': 'no fix',
      NC: 'no fix',
      nc: undefined,
      '0': undefined,
    }))

  it('wants nothing where the schema asks nothing', () => {
    check(required, column({ field: field() }), { '': undefined })
    check(required, column(), { '': undefined })
  })
})

describe('enum', () => {
  const nature = field({ constraints: { enum: ['aide en numéraire', 'aide en nature', 'autre', 'N', 'O'] } })

  it('writes the value that differs by case, accents, spaces, hyphens or apostrophes', () =>
    check(enumeration, column({ field: nature }), {
      'aide en nature': undefined,
      'Aide en Numeraire': 'safe aide en numéraire',
      'AIDE-EN-NATURE': 'safe aide en nature',
      'aide  en nature ': 'safe aide en nature',
      n: 'safe N',
    }))

  it('offers the values that a slip may have meant', () =>
    check(enumeration, column({ field: nature }), {
      'aide en numéraires': 'asked aide en numéraire',
      autres: 'asked autre',
      X: 'no fix',
      subvention: 'no fix',
    }))

  it('asks when several values are alike', () =>
    check(enumeration, column({ field: field({ constraints: { enum: ['été', 'ÉTÉ'] } }) }), { ete: 'asked été | ÉTÉ' }))

  it('says of a list that allows nothing what to do with it', () => {
    const facts = { text: 'X', allowed: [], alike: [], near: [] }
    match(enumeration.message.en(facts), /the schema’s list is empty: complete it/)
    match(enumeration.message.fr(facts), /la liste du schéma est vide/)
  })

  it('compares numbers by value', () =>
    check(enumeration, column({ field: field({ type: 'integer', constraints: { enum: ['1', '2'] } }) }), {
      '01': undefined,
      '3': 'no fix',
    }))
})

describe('pattern', () => {
  const source = '^\\d{5}$'

  it('shows the example, else the description, else the expression', () => {
    for (const said of [{ example: '35238' }, { description: { fr: 'Code de la commune. Suite.' } }, {}])
      check(
        pattern,
        column({
          field: field({ ...said, constraints: { pattern: { source, matches: text => /^\d{5}$/.test(text) } } }),
        }),
        {
          '35238': undefined,
          '3523': 'no fix',
        },
      )
  })

  it('is silent when the expression cannot be used', () =>
    check(pattern, column({ field: field({ constraints: { pattern: { source: '(', matches: undefined } } }) }), {
      '3523': undefined,
    }))
})

describe('bounds', () => {
  it('minimum, maximum and the bounds left out', () => {
    const rate = field({
      type: 'number',
      constraints: { minimum: '0', maximum: '100', exclusiveMinimum: '0', exclusiveMaximum: '100' },
    })
    check(minimum, column({ field: rate }), { '-1': 'no fix', '0': undefined, x: undefined })
    check(maximum, column({ field: rate }), { '100.1': 'no fix', '100': undefined })
    check(exclusiveMinimum, column({ field: rate }), { '0': 'no fix', '0.1': undefined })
    check(exclusiveMaximum, column({ field: rate }), { '100': 'no fix', '99': undefined })
  })

  it('reads a bound as the values of its field', () =>
    check(minimum, column({ field: field({ type: 'date', constraints: { minimum: '2000-01-01' } }) }), {
      '1999-12-31': 'no fix',
      '2000-01-01': undefined,
    }))

  it('lengths count characters, not bytes, and the items of an array', () => {
    const short = field({ constraints: { minLength: 2, maxLength: 3 } })
    check(minLength, column({ field: short }), { é: 'no fix', éé: undefined, '😀': 'no fix' })
    check(maxLength, column({ field: short }), { éééé: 'no fix', ééé: undefined, '😀😀😀': undefined })
    check(maxLength, column({ field: field({ type: 'array', constraints: { maxLength: 1 } }) }), {
      '[100]': undefined,
      '[1,2]': 'no fix',
    })
  })
})
