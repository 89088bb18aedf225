import { undeclaredMissingValue } from '../../../server/engine/rules/undeclared-missing-value'
import { check } from './check'
import { column, field } from './described'

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
