import { deepEqual, equal, match } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { bread, breadSchema, folderWith, vigie } from './run'

function schemaOf(files: Readonly<Record<string, string>>, path: string, ...args: string[]) {
  const { stdout, stderr, status } = vigie(folderWith(files), ['lint', '--format', 'json', ...args, path])
  const [file] = JSON.parse(stdout).files
  return { said: file.schema && `${file.schema.source} ${file.schema.id}`, stderr, status, file }
}

const everything = {
  'data/shop.csv': bread,
  'data/shop.schema.json': breadSchema,
  'schemas/bread.json': breadSchema,
  'datapackage.json': JSON.stringify({ resources: [{ path: 'data/shop.csv', schema: 'schemas/bread.json' }] }),
  'vigie.json': JSON.stringify({ schemas: [{ files: 'data/*.csv', schema: './schemas/bread.json' }] }),
}

describe('the schema in force', () => {
  it('is the flag’s, then vigie.json’s, then datapackage.json’s, then the neighbour', () => {
    equal(schemaOf(everything, 'data/shop.csv', '--schema', 'schemas/bread.json').said, 'flag schemas/bread.json')
    equal(schemaOf(everything, 'data/shop.csv').said, 'config ./schemas/bread.json')
    equal(schemaOf(everything, 'data/shop.csv', '--no-config').said, 'datapackage schemas/bread.json')
    const { 'datapackage.json': _, ...others } = everything
    equal(schemaOf(others, 'data/shop.csv', '--no-config').said, 'neighbour shop.schema.json')
  })

  it('is none when none is asked for', () => {
    equal(schemaOf(everything, 'data/shop.csv', '--schema', 'none').said, null)
  })

  it('may stand in datapackage.json itself', () => {
    const resources = [{ path: 'shop.csv', schema: JSON.parse(breadSchema) }]
    const files = { 'shop.csv': bread, 'datapackage.json': JSON.stringify({ resources }) }
    equal(schemaOf(files, 'shop.csv').said, 'datapackage datapackage.json#/resources/0/schema')
  })

  it('is one of the catalogue by its id, or by the header', () => {
    equal(schemaOf({ 'a.csv': bread }, 'a.csv', '--schema', 'scdl/subventions').said, 'flag scdl/subventions')
    const header =
      'nomAttribuant;idAttribuant;dateConvention;referenceDecision;nomBeneficiaire;idBeneficiaire;objet;montant;nature\n'
    equal(schemaOf({ 'a.csv': header }, 'a.csv').said, 'detected scdl/subventions')
  })

  it('that is broken beside the data is a finding in it, and the file is read without it', () => {
    const { said, stderr, status, file } = schemaOf(
      { 'a.csv': 'x;y\n1;2\n', 'a.schema.json': '{ "fields": [' },
      'a.csv',
    )
    equal(said, null)
    equal(status, 1)
    equal(stderr, '')
    deepEqual(inShort(file), ['error schema-error 0:0'])
    match(file.diagnostics[0].message, /^The schema a\.schema\.json cannot be used.+\.$/)
  })

  it('that has a defect beside the data is a finding in it; one named by the flag is not', () => {
    const schema = JSON.stringify({ fields: [{ name: 'x', type: 'whole' }, { name: 'y' }] })
    const files = { 'a.csv': 'x;y\n1;2\n', 'a.schema.json': schema }
    const { said, status, file } = schemaOf(files, 'a.csv')
    equal(said, 'neighbour a.schema.json')
    equal(status, 0)
    deepEqual(inShort(file), ['warning schema-error 0:0'])
    match(file.diagnostics[0].message, /^The schema “a\.schema\.json” has a defect/)
    const named = schemaOf(files, 'a.csv', '--schema', 'a.schema.json')
    deepEqual(inShort(named.file), [])
    equal(named.status, 0)
    // Nothing found must not be taken for all checked.
    match(
      named.stderr,
      /^vigie: The schema “a\.schema\.json” has a defect: part of what it asks is not checked here.+\.\n$/,
    )
    equal(schemaOf(everything, 'data/shop.csv', '--schema', 'schemas/bread.json').stderr, '')
  })

  it('that is out of reach on the network is told, and is no error', () => {
    const resources = [{ path: 'a.csv', schema: 'https://schema.example.org/a.json' }]
    const files = { 'a.csv': 'x;y\n1;2\n', 'datapackage.json': JSON.stringify({ resources }) }
    const { status, file } = schemaOf(files, 'a.csv')
    equal(status, 0)
    deepEqual(inShort(file), ['information schema-error 0:0'])
  })

  it('that is online is read on demand only, and never from a private network', () => {
    const address = 'http://127.0.0.1:9/schema.json'
    const files = { 'a.csv': bread, 'vigie.json': JSON.stringify({ schemas: [{ files: '*.csv', schema: address }] }) }
    const quiet = schemaOf(files, 'a.csv')
    match(quiet.file.diagnostics[0].message, /The schema http:\/\/127.+add --allow-network/)
    equal(quiet.said, null)
    equal(quiet.status, 0)
    const asked = schemaOf(files, 'a.csv', '--allow-network')
    match(asked.file.diagnostics[0].message, /The schema http.+private network/)
    const { stderr, status } = vigie(folderWith(files), ['lint', '--schema', address, 'a.csv'])
    match(stderr, /^vigie: The schema http.+private network.+\n$/)
    equal(status, 2)
  })
})

describe('a schema as a file of its own', () => {
  const faulty = `{
  "fields": [
    { "name": "a ", "type": "integr", "contraints": { "required": true } },
    { "name": "b", "enum": ["x"] }
  ],
}`

  it('is linted at its nodes, with pointers and without dialect', () => {
    const { file, status } = schemaOf({ 'schema.json': faulty }, 'schema.json')
    equal(status, 1)
    equal(file.dialect, null)
    equal(file.schema, null)
    deepEqual(inShort(file), [
      'warning untidy-field-name 2:14 /fields/0/name',
      'error schema-error 2:28 /fields/0/type',
      'warning misspelt-property 2:38 /fields/0/contraints',
      'warning misplaced-constraint 3:19 /fields/1/enum',
      'error json-syntax 4:3 ',
    ])
  })

  it('is linted in its folder with the data, where other JSON is passed over', () => {
    const folder = folderWith({
      'a.csv': 'a;b\n1;2\n',
      'a.schema.json': faulty,
      'sub/dialect.json': '{ "delimiter": ";;" }',
      'package.json': '{ "name": "x", "version": "1.0.0" }',
      'form.schema.json': '{ "$schema": "http://json-schema.org/draft-07/schema#", "properties": {} }',
    })
    const { stdout } = vigie(folder, ['lint', '--format', 'json', '.'])
    const files: { path: string; diagnostics: readonly object[] }[] = JSON.parse(stdout).files
    deepEqual(
      files.map(({ path }) => path),
      ['./a.csv', './a.schema.json', './sub/dialect.json'],
    )
    equal(files[1]!.diagnostics.length, 5)
  })

  it('is repaired as it is asked', () => {
    const folder = folderWith({ 'a.schema.json': faulty })
    equal(vigie(folder, ['fix', '--unsafe', 'a.schema.json']).status, 0)
    equal(
      readFileSync(`${folder}/a.schema.json`, 'utf8'),
      `{
  "fields": [
    { "name": "a", "type": "integer", "constraints": { "required": true } },
    { "name": "b", "constraints": { "enum": ["x"] } }
  ]
}`,
    )
  })

  it('is known by its name or by what it holds; other JSON is not', () => {
    const table = '{ "fields": [{ "name": "a", "type": "string" }] }'
    const other = '{ "$schema": "http://json-schema.org/draft-07/schema#", "properties": {} }'
    const answer = '{ "fields": [{ "name": "a", "type": "string" }], "records": [] }'
    equal(statusOf('anything.json', table), 0)
    equal(statusOf('tableschema.json', '{}'), 1)
    equal(statusOf('schema.json', other), 2)
    // An empty list of records is an empty table.
    equal(statusOf('x.json', answer), 1)
    equal(statusOf('x.json', '{'), 2)
    equal(statusOf('none.schema.json', '['.repeat(100_000)), 1)
  })
})

/** The exit code for a file of this name and text. */
function statusOf(name: string, text: string): number | null {
  return vigie(folderWith({ [name]: text }), ['lint', name]).status
}

/** Severity, rule, line and character, pointer. */
function inShort(file: {
  readonly diagnostics: readonly {
    readonly severity: string
    readonly rule: string
    readonly pointer?: string
    readonly range: { readonly start: { readonly line: number; readonly character: number } }
  }[]
}): string[] {
  return file.diagnostics.map(({ severity, rule, pointer, range: { start } }) =>
    [severity, rule, `${start.line}:${start.character}`, ...(pointer === undefined ? [] : [pointer])].join(' '),
  )
}
