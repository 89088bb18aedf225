import { match } from 'node:assert/strict'
import { openDataset } from '../../../server/engine/dataset'
import { lint } from '../../../server/engine/lint'
import { enumeration } from '../../../server/engine/rules/enum'
import { exclusiveMaximum } from '../../../server/engine/rules/exclusive-maximum'
import { exclusiveMinimum } from '../../../server/engine/rules/exclusive-minimum'
import { maxLength } from '../../../server/engine/rules/max-length'
import { maximum } from '../../../server/engine/rules/maximum'
import { minLength } from '../../../server/engine/rules/min-length'
import { minimum } from '../../../server/engine/rules/minimum'
import { pattern } from '../../../server/engine/rules/pattern'
import { required } from '../../../server/engine/rules/required'
import { messageOf } from '../../../server/engine/say'
import { readSchema } from '../../../server/engine/schema/table-schema'
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

describe('sentences about a schema', () => {
  it('tell a moment before another, and not a sign or a unit', () => {
    const bounds = { minimum: '2020-01-01', exclusiveMaximum: '2025-01-01' }
    match(said({ type: 'date', constraints: bounds }, '2019-12-31'), /est avant 2020-01-01, le plus tôt/)
    match(said({ type: 'date', constraints: bounds }, '2025-01-01'), /doit venir avant 2025-01-01, sans l’égaler/)
    match(said({ type: 'year', constraints: { maximum: 2030 } }, '2031'), /est après 2030, le plus tard/)
    match(said({ type: 'integer', constraints: { minimum: 1 } }, '0'), /vérifiez le signe, l’unité/)
  })

  it('call empty only what is', () => {
    const nc = { constraints: { required: true }, missingValues: ['', 'NC'] }
    match(said(nc, 'NC'), /^« NC » dit qu’il n’y a pas de valeur alors que « champ » est obligatoire/)
    match(said(nc, ''), /^Cette cellule est vide alors que/)
  })

  it('tell a number with a unit that is not the column’s to be converted', () => {
    match(
      said({ type: 'number', constraints: { minimum: 100 } }, '5 m', false),
      /compte dans une autre : convertissez-le/,
    )
    match(said({ type: 'number', constraints: { maximum: 1 } }, '50 %', false), /« 50 % » vaut 0\.5/)
    match(said({ type: 'number' }, '5 m', false), /donnez l’unité dans le nom/)
  })

  it('name what parts the items of a list', () => {
    match(said({ type: 'list', delimiter: ';', itemType: 'integer' }, '1;x'), /que sépare « ; »\.$/)
    match(said({ type: 'list', itemType: 'integer' }, '1,x'), /que sépare une virgule\.$/)
  })

  it('say what is wrong with a geometry', () => {
    for (const [text, why] of [
      ['x', /n’est pas un objet GeoJSON/],
      ['{"a":1}', /n’est pas un objet GeoJSON/],
      ['{"type":"Feature","geometry":{}}', /n’est pas un objet GeoJSON/],
      ['{"type":"point","coordinates":[2,48]}', /Le type de cette géométrie/],
      ['{"type":"Point","coordinates":["2","48"]}', /Les coordonnées de cette géométrie/],
      ['{"type":"LineString","coordinates":[[2,48]]}', /n’a qu’une position/],
      ['{"type":"Polygon","coordinates":[[[6e5,6e6],[7e5,6e6],[7e5,7e6],[6e5,5e6]]]}', /contour de ce polygone/],
    ] as const)
      match(said({ type: 'geojson' }, text), why)
    match(said({ type: 'geojson', format: 'topojson' }, 'x'), /TopoJSON/)
  })
})

/** What a rule says of a text in French under this schema. */
function said(descriptor: object, text: string, onlySchema = true): string {
  const { schema } = readSchema({ fields: [{ name: 'champ', ...descriptor }, { name: 'n' }] }, 'essai')
  const cell = `"${text.replaceAll('"', '""')}"`
  const dataset = openDataset(new TextEncoder().encode(`champ,n\n${cell},1\n`), {
    schema: { schema: schema!, source: 'flag' },
  })
  const [one] = [...lint(dataset, { onlySchema })]
  return messageOf(one!, 'fr').replaceAll('\u00A0', ' ')
}
