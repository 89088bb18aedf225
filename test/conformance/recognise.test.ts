import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Schema } from '../../server/engine/model/schema'
import { flatSource } from '../../server/engine/model/source'
import { isJson, knownJson, openFile } from '../../server/engine/open'
import { catalogue } from '../../server/engine/schema/catalogue'
import { clearLeader, recognise } from '../../server/engine/schema/recognise'
import { readSchemaText } from '../../server/engine/schema/table-schema'
import { describeShared } from './cases'

const bundled = catalogue.map(({ schema }) => schema)
const national = globSync('../shared/schemas/*/schema.json').flatMap(file => {
  const { schema } = readSchemaText(readFileSync(file, 'utf8'), file.split('/').at(-2)!)
  return schema ? [schema] : []
})

describeShared('the schema of a real file', () => {
  // Four files of the corpus are of a bundled schema.
  const expected: Readonly<Record<string, string>> = {
    'schema-arrete-circ__carros.csv': 'CEREMA/schema-arrete-circulation-marchandises',
    'schema-arrete-circ__septemes-les-vallons.csv': 'CEREMA/schema-arrete-circulation-marchandises',
    'subventions-versee__subventions-toulouse_2022.csv': 'scdl/subventions',
    '13_eclaireur_publi__test_sniffer_error.csv': 'scdl/subventions',
  }
  const corpus = globSync('../shared/corpus/*.csv')

  it('is looked for in the whole corpus', () => assert.equal(corpus.length, 24))

  for (const file of corpus) {
    const name = file.split('/').at(-1)!
    it(`${name} is of ${expected[name] ?? 'none'}`, () => assert.equal(leader(file, bundled), expected[name]))
  }

  for (const file of globSync('../shared/corpus/*.{csv,json,geojson}')) {
    const name = file.split('/').at(-1)!
    it(`${name} has ${expected[name] ?? 'none'} applied when it is opened`, () => {
      const bytes = readFileSync(file)
      const json = isJson(name) ? knownJson(name, flatSource(bytes))?.json : undefined
      assert.equal(openFile(bytes, { ...(json && { json }) }).applied?.schema.id, expected[name])
    })
  }
})

describeShared('among all public schemas', () => {
  // Members of one family that share nearly all their columns: they tie, and nobody guesses.
  const tied = new Set([
    'mtes-mct-acceslibre-erp-base',
    'mtes-mct-acceslibre-erp-etablissement-scolaire',
    'mtes-mct-acceslibre-erp-hebergement',
  ])
  const examples = globSync('../shared/schemas/*/examples/*.csv')

  it('stand the examples', () => assert.equal(examples.length, 27))

  for (const file of examples) {
    const id = file.split('/').at(-3)!
    it(`${file.split('/').at(-1)} is of ${id}`, () =>
      assert.equal(leader(file, national), tied.has(id) ? undefined : id))
  }

  // Under the names of their folders.
  const expected: Readonly<Record<string, string>> = {
    'subventions-versee__subventions-toulouse_2022.csv': 'scdl-subventions',
    '13_eclaireur_publi__test_sniffer_error.csv': 'scdl-subventions',
    'schema-arrete-circ__carros.csv': 'cerema-arrete-circulation-marchandises',
    'schema-arrete-circ__septemes-les-vallons.csv': 'cerema-arrete-circulation-marchandises',
  }
  for (const file of globSync('../shared/corpus/*.csv')) {
    const name = file.split('/').at(-1)!
    it(`${name} is of ${expected[name] ?? 'none'}`, () => assert.equal(leader(file, national), expected[name]))
  }
})

function leader(file: string, schemas: readonly Schema[]): string | undefined {
  const [labels, ...rows] = head(file)
  return clearLeader(recognise(labels!, rows, schemas))?.schema.id
}

/** The first rows, the delimiter being the sign that the first line has most of. */
function head(file: string): string[][] {
  const bytes = readFileSync(file)
  const text = new TextDecoder(bytes.subarray(0, 100_000).includes(0xef) ? 'utf-8' : 'windows-1252').decode(bytes)
  const first = text.trimStart().split('\n')[0]!
  const delimiter = [';', ',', '\t'].toSorted((left, right) => first.split(right).length - first.split(left).length)[0]!
  return parse(text, {
    delimiter,
    to: 101,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
  })
}
