import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { lint } from '../../server/engine/lint'
import { knownTree, openFile } from '../../server/engine/open'
import { catalogue } from '../../server/engine/schema/catalogue'
import type { SchemaDefect } from '../../server/engine/model/schema-defect'
import { readSchemaText } from '../../server/engine/schema/table-schema'
import { describeShared } from './cases'

const originals = '../shared/schemas'

/** What decides whether a value is valid, and nothing that is told about it. */
const facts = [
  'name',
  'type',
  'format',
  'constraints',
  'trueValues',
  'falseValues',
  'missingValues',
  'decimalChar',
  'groupChar',
  'bareNumber',
  'arrayItem',
]

/** National schemas that are no Table Schema, or of which we have the fields in another form. */
const withoutOriginal = new Set([
  'etalab/schema-amenagements-cyclables',
  'etalab/schema-bal',
  'etalab/schema-irve-dynamique',
  'etalab/schema-irve-statique',
  'etalab/schema-zfe',
  'gip-inclusion/data-inclusion-schema',
  'metis-reseaux/infos-travaux',
])

/** Where we differ from a national schema, by field: each refuses values that are right, or says nothing as it is written. */
const amended: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'CEREMA/schema-aire-livraison': {
    ADRESSE: 'streets have an œ and numbers a slash',
    CODE_POSTAL: 'it is the pattern of INSEE codes, which refuses the postal codes of Corsica',
  },
  'CEREMA/schema-arrete-circulation-marchandises': { EMPRISE_DESIGNATION: 'streets have an œ and numbers a slash' },
  'MTES-MCT/acceslibre-erp-base': {
    activite: 'a text has no items',
    latitude: 'its bounds are those of the longitude, under a misspelt key',
    longitude: 'its bounds are those of the latitude, under a misspelt key',
  },
  'NaturalSolutions/schema-arbre': {
    code_postal: 'it is the pattern of INSEE codes, which refuses the postal codes of Corsica',
  },
  'cnigfr/schema-friches': {
    activite_code: 'its back-reference adds only codes written three times without a bar',
    proprio_type: 'its back-reference adds only codes written three times without a bar',
    unite_fonciere_refcad: 'its back-reference adds only plots written three times without a bar',
  },
  'datagouv/schema-fontaine-eau': { latitude: 'its bounds are text', longitude: 'its bounds are text' },
  'etalab/dispositif-aide': {
    eligibilite_geographique: 'it refuses the codes of Corsica',
    eligibilite_geographique_exclusions: 'it refuses the codes of Corsica',
    url_source: 'its pattern stands outside the constraints',
  },
}

/** Versions that the national file states otherwise than its release. */
const released: Readonly<Record<string, string>> = { 'CEREMA/schema-arrete-circulation-marchandises': '0.9.2' }

describeShared('bundled schemas agree with the national ones', () => {
  for (const { id } of catalogue)
    if (!id.startsWith('vigie/') && !withoutOriginal.has(id))
      it(id, () => {
        const ours = JSON.parse(readFileSync(`schemas/${id}.json`, 'utf8'))
        const theirs = JSON.parse(readFileSync(`${originals}/${folderOf(id)}/schema.json`, 'utf8'))
        assert.deepEqual(namesOf(ours.fields), namesOf(theirs.fields))
        const unlike = ours.fields.filter((field: object, index: number) => {
          return JSON.stringify(factsOf({ ...field })) !== JSON.stringify(factsOf(theirs.fields[index]))
        })
        assert.deepEqual(namesOf(unlike).toSorted(), Object.keys(amended[id] ?? {}).toSorted())
        for (const key of ['custom_checks', 'missingValues', 'primaryKey']) assert.deepEqual(ours[key], theirs[key])
        // Some versions begin with a v.
        assert.equal(ours.version, released[id] ?? theirs.version.replace(/^v/, ''))
      })
})

describeShared('the public schemas', () => {
  const ids = readdirSync(originals)

  it('are all there', () => assert.equal(ids.length, 61))

  // Two are JSON Schemas; the others have fields that we read, all of them.
  for (const id of ids)
    it(`${id} loads`, () => {
      const text = readFileSync(`${originals}/${id}/schema.json`, 'utf8')
      const { schema, defects } = readSchemaText(text, id)
      const declared = JSON.parse(text).fields
      if (declared) return assert.equal(schema?.fields.length, declared.length)
      // A JSON Schema of records; one of them refers to a schema on the network, which is not fetched.
      if (id === 'etalab-zfe') assert.deepEqual(defects, [{ kind: 'bad-json-schema', path: '', trouble: 'malformed' }])
      else assert.ok(schema && schema.fields.length > 0 && defects.length === 0)
    })

  it('have these defects, each where it stands', () => {
    const kinds = new Map<string, number>()
    for (const id of ids)
      for (const defect of readSchemaText(readFileSync(`${originals}/${id}/schema.json`, 'utf8'), id).defects) {
        const kind = said(defect)
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      }
    assert.deepEqual(Object.fromEntries(kinds), {
      'bad-json-schema': 1,
      'deprecated-check': 21,
      'misplaced-constraint enum': 26,
      'misplaced-constraint pattern': 2,
      'misspelt-key constraints': 13,
      'misspelt-key example': 3,
      // What the items of an array are, said of text.
      'unfit-constraint arrayItem': 6,
    })
  })
})

describeShared('the public schemas, linted as files', () => {
  const found = readdirSync(originals).flatMap(id => {
    const bytes = readFileSync(`${originals}/${id}/schema.json`)
    const tree = knownTree('schema.json', bytes)
    return tree ? [...lint(openFile(bytes, { tree }))].map(diagnostic => ({ id, diagnostic })) : []
  })
  const counts = new Map<string, number>()
  for (const { diagnostic } of found) counts.set(diagnostic.rule, (counts.get(diagnostic.rule) ?? 0) + 1)

  it('have these findings', () => {
    assert.deepEqual(Object.fromEntries(counts), {
      'broken-example': 14,
      'misplaced-constraint': 28,
      'misspelt-property': 16,
      'narrow-pattern': 6,
      // Custom checks by the names that they had before.
      'schema-error': 27,
    })
  })

  const known: readonly (readonly [id: string, rule: string, pointer: string])[] = [
    ['scdl-budget', 'broken-example', '/fields/20/examples'],
    ['scdl-equipements', 'narrow-pattern', '/fields/10/constraints/pattern'],
    ['cerema-aire-livraison', 'narrow-pattern', '/fields/11/constraints/pattern'],
    ['cnigfr-limite-decoupage-paysager', 'broken-example', '/fields/5/example'],
  ]
  for (const [id, rule, pointer] of known)
    it(`${rule} in ${id}`, () =>
      assert.ok(found.some(one => one.id === id && one.diagnostic.rule === rule && one.diagnostic.pointer === pointer)))

  it('refuse Corsica nowhere but where we planted it', () => {
    const text = readFileSync(`${originals}/etalab-stationnement/schema.json`, 'utf8')
    const planted = text.replaceAll(String.raw`^([013-9]\\d|2[AB1-9])\\d{3}$`, '[0-9]{5}')
    assert.notEqual(planted, text)
    const narrow = [...lint(openFile(Buffer.from(planted), { tree: 'table-schema' }))].filter(
      ({ rule, facts }) => rule === 'narrow-pattern' && (facts as { of: string }).of === 'commune-code',
    )
    assert.ok(narrow.length > 0)
    assert.ok(!found.some(({ diagnostic: { facts } }) => (facts as { of?: string }).of === 'commune-code'))
  })
})

function folderOf(id: string): string {
  return id.toLowerCase().replace('/schema-', '-').replace('/', '-')
}

function namesOf(fields: readonly { readonly name: string }[]): readonly string[] {
  return fields.map(({ name }) => name)
}

/** What is said of a field that changes anything: `required: false` does not, nor the example of a list's item. */
function factsOf(field: Readonly<Record<string, unknown>>): unknown {
  const said = JSON.parse(
    JSON.stringify(
      facts.map(key => [key, field[key]]),
      (key, value) => (key === 'examples' || (key === 'required' && value === false) ? undefined : value),
    ),
  )
  return said.filter(([, value]: readonly unknown[]) => value !== null && JSON.stringify(value) !== '{}')
}

function said(defect: SchemaDefect): string {
  if (defect.kind === 'misplaced-constraint' || defect.kind === 'unfit-constraint')
    return `${defect.kind} ${defect.constraint}`
  return defect.kind === 'misspelt-key' ? `${defect.kind} ${defect.meant}` : defect.kind
}
