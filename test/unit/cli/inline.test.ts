import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Entry } from '../../../server/report/entry'
import { findings, folderWith, vigie } from './run'

/** The rules that judge data and structure speak alone: what a catalogue asks of a package is another matter. */
function told(...resources: readonly object[]): readonly Entry[] {
  const text = JSON.stringify({ name: 'menus', resources })
  return findings(folderWith({ 'datapackage.json': text }), ['datapackage.json', '--only-schema']).files[0].diagnostics
}

const inShort = ({ rule, row, column, field, pointer }: Entry) => `${rule} ${row}:${column} ${field} ${pointer}`

/** What is told of the schema that a resource names. */
const ofSchema = (named: string) =>
  findings(
    folderWith({
      'datapackage.json': JSON.stringify({
        name: 'menus',
        resources: [{ name: 'menus', data: [{ a: 1 }], schema: named }],
      }),
      'broken.json': '{ "fields": [',
    }),
    ['datapackage.json'],
  )
    .files[0].diagnostics.filter(({ rule }: Entry) => rule === 'schema-error' || rule === 'resource-error')
    .map(inShort)

/** The findings of a package in a folder of its own. */
const inFolder = (files: Readonly<Record<string, string>>): readonly string[] =>
  findings(folderWith(files), ['datapackage.json', '--only-schema']).files[0].diagnostics.map(inShort)

const schema = {
  fields: [
    { name: 'day', type: 'date' },
    { name: 'price', type: 'number', constraints: { required: true } },
    { name: 'kind', type: 'string', constraints: { enum: ['soup', 'crème'] } },
  ],
  primaryKey: 'day',
}

describe('data inside datapackage.json', () => {
  it('are held against their schema, as a list of objects', () => {
    const data = [
      { day: '2024-05-02', price: 2, kind: 'soup' },
      { day: '2024-05-02', price: 'two', kind: 'Creme' },
      { day: '2024-05-31', price: null },
    ]
    deepEqual(told({ name: 'menus', data, schema }).map(inShort), [
      'type-error 3:2 price /resources/0/data/1/price',
      'enum 3:3 kind /resources/0/data/1/kind',
      'required 4:2 price /resources/0/data/2/price',
      'primary-key 3:1 day /resources/0/data/1/day',
    ])
  })

  it('are held against their schema, as a list of lists under their labels', () => {
    const data = [['day', 'price', 'kind'], ['2024-05-02', 2, 'soup'], ['2 May', 3, 'soup'], ['2024-05-04']]
    deepEqual(told({ name: 'other', path: 'a.csv' }, { name: 'menus', data, schema }).map(inShort), [
      'type-error 3:1 day /resources/1/data/2/0',
      'missing-cell 4:2 price /resources/1/data/3',
    ])
  })

  it('have their findings placed in the text of the document, in UTF-16 units', () => {
    const text =
      '{ "name": "é🙂", "resources": [\n  { "data": [{ "nom": "🙂é", "prix": "x" }],\n    "schema": { "fields": [{ "name": "nom" }, { "name": "prix", "type": "number" }] } }] }'
    const folder = folderWith({ 'datapackage.json': text })
    const [{ diagnostics }] = findings(folder, ['datapackage.json', '--only-schema']).files
    deepEqual(diagnostics[0].range, { start: { line: 1, character: 37 }, end: { line: 1, character: 40 } })
  })

  it('may refer to each other, and to themselves', () => {
    const dishes = {
      name: 'dishes',
      data: [{ code: 'P01', like: 'P09' }],
      schema: {
        fields: [{ name: 'code' }, { name: 'like' }],
        foreignKeys: [{ fields: 'like', reference: { resource: '', fields: 'code' } }],
      },
    }
    const foreignKeys = [{ fields: 'dish', reference: { resource: 'dishes', fields: 'code' } }]
    const menus = {
      name: 'menus',
      data: [{ dish: 'P01' }, { dish: 'P07' }],
      schema: { fields: [{ name: 'dish' }], foreignKeys },
    }
    deepEqual(told(menus, dishes).map(inShort), [
      'foreign-key 3:1 dish /resources/0/data/1/dish',
      'foreign-key 2:2 like /resources/1/data/0/like',
    ])
  })

  it('may have no labels where their dialect says so', () => {
    const fields = [{ name: 'kind' }, { name: 'dish', constraints: { enum: ['leek', 'pea'] } }]
    const data = [
      ['soup', 'leek'],
      ['tart', 'pear'],
    ]
    const resource = { name: 'menus', data, schema: { fields } }
    deepEqual(told({ ...resource, dialect: { header: false } }).map(inShort), ['enum 2:2 dish /resources/0/data/1/1'])
    const labelled = [['kind', 'dish'], ...data]
    deepEqual(told({ ...resource, data: labelled, dialect: { header: true } }).map(inShort), [
      'enum 3:2 dish /resources/0/data/2/1',
    ])
  })

  it('are read where they have no schema, as a file is', () => {
    const data = [{ day: '2024-05-02', mail: 'jeanne.martin@orange.fr' }, { day: '2024-05-03 ' }]
    const text = JSON.stringify({ name: 'menus', resources: [{ name: 'menus', data }] })
    const folder = folderWith({ 'datapackage.json': text })
    const rules = new Set(['personal-email', 'edge-whitespace'])
    deepEqual(
      findings(folder, ['datapackage.json'])
        .files[0].diagnostics.filter(({ rule }: Entry) => rules.has(rule))
        .map(inShort),
      ['personal-email 2:2 mail /resources/0/data/0/mail', 'edge-whitespace 3:1 day /resources/0/data/1/day'],
    )
    deepEqual(told({ name: 'a', data: [1, 2] }, { name: 'b', data: 'anything' }, { name: 'c', data: { a: 1 } }), [])
  })

  it('may refer to a list that has no schema', () => {
    const foreignKeys = [{ fields: 'dish', reference: { resource: 'dishes', fields: 'code' } }]
    const menus = {
      name: 'menus',
      data: [{ dish: 1 }, { dish: 2 }],
      schema: { fields: [{ name: 'dish' }], foreignKeys },
    }
    deepEqual(told(menus, { name: 'dishes', data: [['code'], [1]] }).map(inShort), [
      'foreign-key 3:1 dish /resources/0/data/1/dish',
    ])
  })

  it('may be held against a schema of the catalogue', () => {
    const data = [{ nom: 'Dupont' }]
    ok(told({ name: 'a', data, schema: 'scdl/subventions' }).some(({ rule }) => rule === 'missing-label'))
  })

  it('may be held against a schema beside the document, and refer to the files that it describes', () => {
    const fields = [{ name: 'dish' }, { name: 'price', type: 'number' }]
    const foreignKeys = [{ fields: 'dish', reference: { resource: 'dishes', fields: 'code' } }]
    const data = [{ dish: 'P01', price: 'two' }, { dish: 'P07' }]
    const resources = [
      { name: 'menus', data, schema: 'menus.json' },
      { name: 'dishes', path: 'dishes.csv' },
    ]
    const files = {
      'datapackage.json': JSON.stringify({ name: 'menus', resources }),
      'menus.json': JSON.stringify({ fields, foreignKeys }),
      'dishes.csv': 'code,name\nP01,Soup\n',
    }
    deepEqual(inFolder(files), [
      'type-error 2:2 price /resources/0/data/0/price',
      'foreign-key 3:1 dish /resources/0/data/1/dish',
    ])
    const { 'dishes.csv': _, ...others } = files
    deepEqual(inFolder(others), [
      'type-error 2:2 price /resources/0/data/0/price',
      'not-checked 1:1 dish /resources/0/data/0/dish',
    ])
  })

  it('are said not to be checked where their schema cannot be used', () => {
    deepEqual(ofSchema('broken.json'), ['schema-error undefined:undefined undefined /resources/0/schema'])
    deepEqual(ofSchema('https://example.org/menus.json'), [
      'schema-error undefined:undefined undefined /resources/0/schema',
    ])
    deepEqual(ofSchema('absent.json'), ['resource-error undefined:undefined undefined /resources/0/schema'])
  })

  it('are repaired where they stand', () => {
    const text = JSON.stringify(
      { name: 'a', resources: [{ data: [{ day: '2024-05-02', price: '2', kind: ' Creme' }], schema }] },
      null,
      2,
    )
    const folder = folderWith({ 'datapackage.json': `${text}\n` })
    const { stdout } = vigie(folder, ['fix', 'datapackage.json'])
    match(stdout, /repair/)
    equal(readFileSync(join(folder, 'datapackage.json'), 'utf8'), `${text.replace('" Creme"', '"crème"')}\n`)
  })

  it('that are no list of rows are said not to be checked', () => {
    const unheld = told(
      { name: 'a', format: 'csv', data: 'day;price\n2024-05-02;2\n', schema },
      { name: 'b', data: { day: '2024-05-02' }, schema },
      { name: 'c', data: [1, 2], schema },
      { name: 'd', data: [], schema },
      { name: 'e', data: 'anything' },
    )
    deepEqual(
      unheld.map(({ rule, pointer }) => `${rule} ${pointer}`),
      ['not-checked /resources/0/data', 'not-checked /resources/1/data', 'not-checked /resources/2/data'],
    )
    match(unheld[0]!.message, /a text inside the descriptor/)
  })

  it('tell no value in which personal data was found', () => {
    const text = JSON.stringify({
      resources: [
        { data: [{ mail: 'jeanne.martin@orange.fr' }], schema: { fields: [{ name: 'mail', type: 'integer' }] } },
      ],
    })
    const folder = folderWith({ 'datapackage.json': text })
    for (const format of ['json', 'text', 'html', 'sarif', 'github']) {
      const { stdout } = vigie(folder, ['lint', 'datapackage.json', '--format', format])
      ok(!stdout.includes('jeanne.martin'), format)
    }
    ok(findings(folder, ['datapackage.json']).files[0].diagnostics.some(({ rule }: Entry) => rule === 'personal-email'))
  })

  it('whose JSON is broken have each flaw told once', () => {
    const text =
      '{ "resources": [{ "data": [{ "a": 1, }, { "a": "x" }, { "a": 1e999 }],\n "schema": { "fields": [{ "name": "a", "type": "integer" }] } }] }'
    const folder = folderWith({ 'datapackage.json': text })
    const [{ diagnostics }] = findings(folder, ['datapackage.json', '--rule', 'json-syntax=error']).files
    deepEqual(
      diagnostics
        .filter(({ rule }: Entry) => ['json-syntax', 'unsafe-number', 'type-error'].includes(rule))
        .map(({ rule, range }: Entry) => `${rule} ${range.start.character}`),
      ['type-error 47', 'json-syntax 35', 'json-syntax 61'],
    )
  })

  it('make a document that is one however long they are', () => {
    const data = Array.from({ length: 20_000 }, (_, i) => ({ id: i, name: `${'A dish of the day '.repeat(100)}${i}` }))
    data.push({ id: 7, name: 'again' })
    const fields = [
      { name: 'id', type: 'integer' },
      { name: 'name', type: 'string' },
    ]
    deepEqual(told({ name: 'a', data, schema: { fields, primaryKey: 'id' } }).map(inShort), [
      'primary-key 20002:1 id /resources/0/data/20000/id',
    ])
  })
})
