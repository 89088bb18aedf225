import assert from 'node:assert/strict'
import { type JsonText, openText } from '../../../server/engine/dataset'
import { lint } from '../../../server/engine/lint'
import { messageOf } from '../../../server/engine/say'
import { flatSource } from '../../../server/engine/model/source'
import { readSchema } from '../../../server/engine/schema/table-schema'

const record = {
  type: 'object',
  required: ['nom'],
  properties: {
    nom: { type: 'string', title: 'Nom du lieu', minLength: 2 },
    etat: { $ref: '#/definitions/etat' },
    lieu: { type: 'object', properties: { code: { type: 'string', pattern: '^\\d{5}$' } } },
  },
}
const definitions = { etat: { enum: ['ouvert', 'fermé'] } }
const records = [
  { nom: 'Mairie', etat: 'ouvert', lieu: { code: '35000' } },
  { nom: 'M', etat: 'Ouvert', lieu: { code: '3500' } },
  { etat: 'fermé' },
]
const found = (at: string) => [
  `schema-violation ${at}/1/nom "M"`,
  `schema-violation ${at}/1/etat "Ouvert"`,
  `schema-violation ${at}/1/lieu/code "3500"`,
  `schema-violation ${at}/2 {`,
]

describe('a JSON Schema in force', () => {
  for (const draft of [
    'http://json-schema.org/draft-07/schema#',
    'https://json-schema.org/draft/2019-09/schema',
    'https://json-schema.org/draft/2020-12/schema',
    undefined,
  ]) {
    const $schema = draft === undefined ? {} : { $schema: draft }
    it(`is tried on each record of a list (${draft})`, () => {
      assert.deepEqual(told(records, { ...$schema, type: 'array', items: record, definitions }), found(''))
    })
    it(`is tried on each record of a wrapped list (${draft})`, () => {
      const schema = { ...$schema, properties: { total: {}, data: { type: 'array', items: record } }, definitions }
      assert.deepEqual(told({ total: 3, data: records }, schema), found('/data'))
    })
  }

  it('may describe a record by itself, as for JSON Lines', () => {
    const text = records.map(one => JSON.stringify(one)).join('\n')
    assert.deepEqual(told(text, { ...record, definitions }, 'lines'), found(''))
  })

  it('follows references in itself, and describes Features', () => {
    const schema = {
      $schema: 'http://json-schema.org/draft-07/schema#',
      type: 'object',
      properties: { type: {}, features: { type: 'array', items: { $ref: '#/definitions/feature' } } },
      definitions: {
        ...definitions,
        feature: { type: 'object', properties: { properties: record, geometry: { type: 'object' } } },
      },
    }
    const features = records.map(properties => ({
      type: 'Feature',
      properties,
      geometry: { type: 'Point', coordinates: [2, 48] },
    }))
    const { schema: read } = readSchema(schema, 'x')
    assert.deepEqual(
      read!.fields.map(({ name, title }) => [name, title?.fr]),
      [
        ['nom', 'Nom du lieu'],
        ['etat', undefined],
        ['lieu.code', undefined],
      ],
    )
    assert.deepEqual(told({ type: 'FeatureCollection', features }, schema), [
      'schema-violation /features/1/properties/nom "M"',
      'schema-violation /features/1/properties/etat "Ouvert"',
      'schema-violation /features/1/properties/lieu/code "3500"',
      'schema-violation /features/2/properties {',
    ])
  })

  it('says what is wrong with the part that is, in whole words', () => {
    const lieu = { type: 'object', required: ['ville'], properties: { ville: { type: 'string', minLength: 1 } } }
    const schema = {
      type: 'array',
      items: {
        type: 'object',
        properties: { lieu, jour: { type: 'string', format: 'date' }, mots: { type: 'array', minItems: 2 } },
      },
    }
    const said = (language: 'fr' | 'en') =>
      diagnosticsOf([{ lieu: {}, jour: 'hier', mots: [1] }], schema).map(one => messageOf(one, language))
    assert.deepEqual(said('fr'), [
      'La valeur de «\u00A0lieu\u00A0» n’a pas de membre «\u00A0ville\u00A0», que le schéma rend obligatoire.',
      'La valeur «\u00A0hier\u00A0» de «\u00A0jour\u00A0» n’a pas l’écriture que le schéma demande ici\u00A0: il y faut une date comme 2024-03-05.',
      'La valeur de «\u00A0mots\u00A0» a trop peu d’éléments\u00A0: le schéma en demande au moins 2.',
    ])
    assert.deepEqual(said('en'), [
      'The value of “lieu” has no member “ville”, which the schema requires.',
      'The value “hier” of “jour” is not written as the schema asks here: what is needed is a date like 2024-03-05.',
      'The value of “mots” is too short: the schema asks for at least 2 items.',
    ])
  })

  it('tells the column of what lies in an object of a record', () => {
    const lieu = {
      type: ['object', 'null'],
      required: ['code'],
      properties: { code: { type: 'string', title: 'Code du lieu' }, point: { properties: { lon: {}, lat: {} } } },
    }
    const schema = { type: 'array', items: { type: 'object', properties: { lieu, note: { type: 'string' } } } }
    assert.deepEqual(
      readSchema(schema, 'test').schema!.fields.map(({ name, title }) => [name, title?.fr]),
      [
        ['lieu.code', 'Code du lieu'],
        ['lieu.point', undefined],
        ['note', undefined],
      ],
    )
    const records = [
      { note: 'a', lieu: { code: '1', x: 1 } },
      { note: 'b', lieu: { code: 2 } },
      { note: 'c', lieu: {} },
    ]
    assert.deepEqual(
      diagnosticsOf([...records, { note: 'd', lieu: 'e' }], schema).map(
        ({ row, column, pointer, rule }) => `${row} ${column} ${pointer} ${rule}`,
      ),
      ['2 2 /1/lieu/code schema-violation', '3 2 /2/lieu schema-violation', '4 1 /3/lieu schema-violation'],
    )
  })

  it('marks what a portal wraps where it stands', () => {
    const wrapped = [{ recordid: 'x', fields: { nom: 1 } }]
    const fields = { type: 'object', properties: { nom: { type: 'string' } } }
    assert.deepEqual(told(wrapped, { type: 'array', items: { type: 'object', properties: { fields } } }), [
      'schema-violation /0/fields/nom 1',
    ])
  })

  it('may refer to itself by its own name', () => {
    for (const name of ['', 'lieux.json', '/lieux.json', 'https://example.org/lieux.json'])
      assert.deepEqual(told(records, withStatesOf(name)), found(''), name)
  })

  it('is used though it bears the name of its draft', () => {
    for (const $id of ['http://json-schema.org/draft-07/schema#', 'https://json-schema.org/draft/2020-12/schema'])
      assert.deepEqual(told(records, { $schema: $id, $id, type: 'array', items: record, definitions }), found(''))
  })

  it('knows the members of a record from those that every object of JavaScript has', () => {
    const schema = { items: { properties: { constructor: { type: 'string' } }, required: ['toString'] } }
    assert.deepEqual(told([{ toString: 'a' }, { nom: 'b' }, { toString: 'c', constructor: 4 }], schema), [
      'schema-violation /1 {',
      'schema-violation /2/constructor 4',
    ])
  })

  it('is not used when all that it asks for is itself', () => {
    const endless = { $defs: { a: { $ref: '#/$defs/a' } } }
    for (const schema of [
      { ...endless, $ref: '#/$defs/a' },
      { ...endless, type: 'array', items: { $ref: '#/$defs/a' } },
    ])
      assert.deepEqual(
        readSchema(schema, 'test').defects.map(({ kind }) => kind),
        ['bad-json-schema'],
      )
    const parts = { type: 'object', properties: { part: { $ref: '#' } } }
    assert.deepEqual(readSchema(parts, 'test').defects, [])
  })

  it('tells how many records it was not tried on to the end', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(60)}${']'.repeat(60)}`)
    const part = { allOf: [{ items: { $ref: '#/$defs/part' } }, { items: { $ref: '#/$defs/part' } }] }
    const schema = { $defs: { part }, type: 'array', items: { properties: { part: { $ref: '#/$defs/part' } } } }
    assert.deepEqual(told([{ part: deep }, { part: [] }, { part: deep }], schema), ['not-checked  ['])
  })

  it('is not used when it refers elsewhere, is malformed or too large', () => {
    const many = Object.fromEntries(Array.from({ length: 30_000 }, (_, i) => [`k${i}`, {}]))
    for (const schema of [
      { items: { $ref: 'https://example.org/record.json' } },
      { $schema: 'http://json-schema.org/draft-07/schema#', items: { type: 'texte' } },
      { items: { properties: many } },
      { $ref: '#' },
    ]) {
      const { schema: read, defects } = readSchema(schema, 'x')
      if (read) assert.deepEqual(told(records, schema), [])
      else assert.equal(defects[0]?.kind, 'bad-json-schema')
    }
  })

  it('cannot hold up a check', () => {
    const definitionsOf = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [`d${i}`, branch(Math.min(39, i + 1))]),
    )
    const nest = (depth: number): object => (depth === 0 ? {} : { a: nest(depth - 1) })
    assert.ok(told([nest(40)], { items: { $ref: '#/definitions/d0' }, definitions: definitionsOf }).length <= 20)
  })

  it('is said not to be tried on what it does not describe', () => {
    const schema = { properties: { rows: { type: 'array', items: record } }, definitions }
    assert.deepEqual(told({ data: records }, schema), ['enum /data/1/etat "Ouvert"', 'not-checked  {'])
    const why = diagnosticsOf({ data: records }, { type: 'array', items: record, definitions }).find(
      ({ rule }) => rule === 'not-checked',
    )
    assert.match(messageOf(why!, 'en'), /describes a list, and that of this file stands under “\/data”/)
  })
})

/** A schema with a name, which refers to a part of what is called so. */
const withStatesOf = (name: string): object => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://example.org/lieux.json',
  type: 'array',
  items: { ...record, properties: { ...record.properties, etat: { $ref: `${name}#/definitions/etat` } } },
  definitions,
})

const branch = (depth: number): object => ({
  anyOf: Array.from({ length: 2 }, () => ({
    properties: { a: { $ref: `#/definitions/d${depth}` } },
    required: ['b'],
  })),
})

/** Rule, pointer and what is marked. */
function told(data: unknown, descriptor: object, json: JsonText = 'one-value'): string[] {
  const bytes = bytesOf(data)
  return diagnosticsOf(data, descriptor, json).map(
    ({ rule, pointer = '', span }) => `${rule} ${pointer} ${bytes.subarray(span.start, span.end)}`,
  )
}

function diagnosticsOf(data: unknown, descriptor: object, json: JsonText = 'one-value') {
  const { schema } = readSchema(descriptor, 'test')
  const options = { json, schema: { schema: schema!, source: 'flag' as const } }
  return [...lint(openText(flatSource(new Uint8Array(bytesOf(data))), options), { onlySchema: true })]
}

function bytesOf(data: unknown): Buffer {
  return Buffer.from(typeof data === 'string' ? data : JSON.stringify(data))
}
