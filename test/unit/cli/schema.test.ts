import { equal, match } from 'node:assert/strict'
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

  it('that is broken beside the data is said once, and the file is read without it', () => {
    const { said, stderr, status } = schemaOf({ 'a.csv': 'x;y\n1;2\n', 'a.schema.json': '{ "fields": [' }, 'a.csv')
    equal(said, null)
    equal(status, 0)
    match(stderr, /^vigie: a\.csv: The schema a\.schema\.json cannot be used.+\n$/)
  })

  it('that is online is read on demand only, and never from a private network', () => {
    const address = 'http://127.0.0.1:9/schema.json'
    const files = { 'a.csv': bread, 'vigie.json': JSON.stringify({ schemas: [{ files: '*.csv', schema: address }] }) }
    const quiet = schemaOf(files, 'a.csv')
    match(quiet.stderr, /^vigie: a\.csv: The schema http:\/\/127.+add --allow-network.+\n$/)
    equal(quiet.said, null)
    equal(quiet.status, 0)
    match(schemaOf(files, 'a.csv', '--allow-network').stderr, /^vigie: a\.csv: The schema http.+private network.+\n$/)
    const { stderr, status } = vigie(folderWith(files), ['lint', '--schema', address, 'a.csv'])
    match(stderr, /^vigie: The schema http.+private network.+\n$/)
    equal(status, 2)
  })
})
