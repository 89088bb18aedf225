import assert from 'node:assert/strict'
import { sentinelValue } from '../../../server/engine/rules/sentinel-value'
import { undeclaredMissingValue } from '../../../server/engine/rules/undeclared-missing-value'
import { check } from './check'
import { column, field } from './described'

/** Whether a dash among these values is asked to be written as 0, if it means none. */
function asks(label: string, ...sample: readonly string[]): boolean {
  const test = undeclaredMissingValue.check(column({ label, sample }))
  const facts = typeof test === 'object' ? test.test('-') : undefined
  assert.ok(typeof facts === 'object')
  return / 0 /.test(undeclaredMissingValue.message.fr(facts))
}

describe('undeclared-missing-value', () => {
  it('speaks where something definite is expected', () => {
    check(undeclaredMissingValue, column({ field: field({ type: 'number' }) }), {
      NC: 'asked ',
      ' nc ': 'asked ',
      '-': 'asked ',
      'N/A': 'asked ',
      'ne\u0301ant': 'asked ',
      'À COMPLÉTER': 'asked ',
      RAS: 'asked ',
      '12': undefined,
      '-12': undefined,
      '': undefined,
      'NC 2024': undefined,
      douze: undefined,
    })
    check(undeclaredMissingValue, column({ sample: ['12', '13', 'NC', '14', '15.5', '0'] }), { ND: 'asked ' })
    check(undeclaredMissingValue, column({ label: 'siret' }), { NR: 'asked ' })
  })

  it('mends nothing where the value is required, or empty is a value', () => {
    check(undeclaredMissingValue, column({ field: field({ constraints: { required: true } }) }), { '-': 'no fix' })
    check(undeclaredMissingValue, column({ field: field({ missingValues: ['NC'] }) }), { '?': 'no fix' })
  })

  it('asks whether a mark means none where things are counted, not where nought is a place or a year', () => {
    assert.equal(asks('places', '12', '40', '8', '31', '25'), true)
    assert.equal(asks('longitude', '-1.55', '-1.50', '-1.56', '-1.54', '-1.55'), false)
    assert.equal(asks('lat', '47.21', '47.25', '47.20', '47.21', '47.22'), false)
    assert.equal(asks('annee', '2019', '2020', '2021', '2022', '2023'), false)
  })

  it('leaves what the schema lets through', () => {
    check(undeclaredMissingValue, column({ field: field({ constraints: { enum: ['inconnu', 'connu'] } }) }), {
      inconnu: undefined,
      NC: 'asked ',
    })
    const code = { source: '', matches: (text: string) => /^(NC|\d+)$/.test(text) }
    check(undeclaredMissingValue, column({ field: field({ constraints: { pattern: code } }) }), {
      NC: undefined,
      ND: 'asked ',
    })
  })

  it('takes None for a name among many names of which hardly one comes twice, as it is of a town in Piedmont', () => {
    const towns = Array.from({ length: 300 }, (_, i) => `Valdor ${String.fromCharCode(97 + (i % 26))}${i}`)
    check(undeclaredMissingValue, column({ sample: [...towns, 'None'] }), {
      None: undefined,
      none: 'asked ',
      Inconnu: 'asked ',
    })
    check(undeclaredMissingValue, column({ sample: [...towns, 'None', 'None'] }), { None: 'asked ' })
    check(undeclaredMissingValue, column({ sample: [...towns.slice(0, 90), 'None'] }), { None: 'asked ' })
    check(undeclaredMissingValue, column({ sample: [...towns, ...towns, 'None'] }), { None: 'asked ' })
  })

  it('takes little for absence in a column of text', () => {
    const names = ['Les Amis du livre', 'Vélo pour tous']
    check(undeclaredMissingValue, column({ label: 'nom', sample: names }), {
      '-': 'asked ',
      NULL: 'asked ',
      NC: 'asked ',
      inconnu: 'asked ',
      Na: undefined,
      Nan: undefined,
      aucun: undefined,
      'sans objet': undefined,
    })
    check(undeclaredMissingValue, column({ label: 'observations', sample: names }), { néant: undefined })
    check(undeclaredMissingValue, column({ label: 'zone', sample: ['FR', 'BE', 'NC'] }), { NC: undefined })
    check(undeclaredMissingValue, column({ label: 'pays', sample: ['NC'] }), { NC: undefined })
    check(undeclaredMissingValue, column({ label: 'effet', sample: ['+', '-'] }), { '-': undefined, '?': 'asked ' })
  })
})

describe('sentinel-value', () => {
  const few = ['12', '7', '33', '0', '21']

  it('knows nines and −1 by their distance from the other values', () => {
    check(sentinelValue, column({ sample: few }), {
      '9999': 'asked ',
      '999': 'asked ',
      '-1': 'asked ',
      '-99.0': 'asked ',
      '99': undefined,
      '9990': undefined,
      '0': undefined,
      '21': undefined,
    })
    check(sentinelValue, column({ sample: [...few, '450'] }), { '999': undefined, '9999': 'asked ' })
    check(sentinelValue, column({ sample: [...few, '-3'] }), { '-1': undefined, '-99': undefined, '-999': 'asked ' })
    check(sentinelValue, column({ sample: [...few, '-120'] }), { '-999': undefined, '-9999': 'asked ' })
    check(sentinelValue, column({ label: 'Étage', sample: few }), { '-1': undefined })
    check(sentinelValue, column({ sample: ['12', '7'] }), { '9999': undefined, '-1': undefined })
  })

  it('knows them by the bounds of the schema', () => {
    const bounded = field({ type: 'integer', constraints: { minimum: '0', maximum: '100' } })
    check(sentinelValue, column({ field: bounded }), {
      '-1': 'asked ',
      '999': 'asked ',
      '-150': undefined,
      '250': undefined,
      '99': undefined,
    })
    const required = field({ type: 'integer', constraints: { required: true, minimum: '0' } })
    check(sentinelValue, column({ field: required }), { '-1': 'no fix' })
    check(sentinelValue, column({ field: field({ type: 'integer', constraints: { enum: ['1', '99'] } }) }), {
      '99': undefined,
    })
  })

  it('doubts a zero only where there cannot be none', () => {
    const areas = ['12', '7', '33', '5', '21', '0']
    check(sentinelValue, column({ label: 'surface_m2', sample: areas }), {
      '0': 'asked ',
      '0,00': 'asked ',
      '': undefined,
    })
    check(sentinelValue, column({ label: 'nb_surface', sample: areas }), { '0': undefined })
    check(sentinelValue, column({ label: 'montant', sample: areas }), { '0': undefined })
    check(sentinelValue, column({ label: 'surface', sample: [...areas, '0', '0', '0'] }), { '0': undefined })
  })

  it('knows the first and last days of programs, unless the column goes that far', () => {
    const dates = field({ type: 'date' })
    const early = { '1900-01-01': 'asked ', '1970-01-01': 'asked ', '9999-12-31': 'asked ', '2024-01-01': undefined }
    check(sentinelValue, column({ field: dates, sample: ['2024-05-12', '1970-01-01'] }), early)
    check(sentinelValue, column({ field: dates, sample: ['1975-05-12'] }), { '1970-01-01': undefined })
    check(sentinelValue, column({ label: 'date', sample: ['12/05/2024'] }), { '01/01/1900': 'asked ' })
  })

  it('knows numbers that name nothing', () => {
    check(sentinelValue, column({ label: 'code postal' }), { '00000': 'asked ', '99999': 'asked ', '86000': undefined })
    check(sentinelValue, column({ field: field({ identifier: 'siret' }) }), { '00000000000000': 'asked ' })
    check(sentinelValue, column({ label: 'code' }), { '00000': undefined, '99999': undefined })
  })
})
