import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { folderWith, vigie } from './run'

const list = '[{"nom": "Mairie ", "siret": "21350238800019"}, {"nom": "École", "siret": 21350238800019}]'
const schema = JSON.stringify({ fields: [{ name: 'nom' }, { name: 'siret', type: 'string' }] })

const decp = `{"marches": {"marche": [
  {"id": "2024-1", "acheteur": {"id": "21350238800019"}, "lieuExecution":
    {"code": "35238", "typeCode": "Code commune", "depuis": "2024-03-05"}, "titulaires": [{"id": " 1"}]},
  {"id": "2024-2", "acheteur": {"id": "21350238800019 "}, "lieuExecution":
    {"typeCode": "Code commune", "code": "3523", "depuis": "2024-03-25"}, "titulaires": []},
  {"id": "2024-3", "acheteur": {"id": "21350238800019"}, "lieuExecution":
    {"typeCode": "Code commune", "code": "35238", "depuis": "26/03/2024"}, "titulaires": []}
]}}
`
const decpSchema = JSON.stringify({
  fieldsMatch: 'partial',
  fields: [
    { name: 'id' },
    { name: 'acheteur.id', constraints: { required: true } },
    { name: 'lieuExecution.code', constraints: { pattern: '\\d{5}' } },
    { name: 'lieuExecution.depuis', type: 'date' },
  ],
})

describe('vigie on JSON', () => {
  it('tells no key in which personal data stands', () => {
    const folder = folderWith({
      'a.json': '[{"id":1,"jeanne.moulin@ville.example":"oui "},{"id":2,"jeanne.moulin@ville.example":"non"},{"id":3}]',
      'b.json': '{"jeanne.moulin@ville.example":[{"id":1,"lieu":" ici"},{"id":2,"lieu":"là"}]}',
    })
    const { stdout } = vigie(folder, ['lint', '--format', 'json', '--preset', 'complet', 'a.json', 'b.json'])
    doesNotMatch(stdout, /jeanne/)
    const [a, b] = JSON.parse(stdout).files.map(
      ({ diagnostics }: { diagnostics: { rule: string; pointer?: string }[] }) =>
        diagnostics.find(({ rule }) => rule === 'edge-whitespace'),
    )
    deepEqual([a.pointer, b.pointer], ['/0', ''])
  })

  it('tells none inside an object either', () => {
    const folder = folderWith({
      'a.json':
        '[{"id":1,"a":{"jeanne.moulin@ville.example":"oui ","b":{"x":1}}},{"id":2,"a":{"jeanne.moulin@ville.example":"non"}}]',
      'b.json':
        '[{"id":1,"jeanne.moulin@ville.example":{"avis":"oui "}},{"id":2,"jeanne.moulin@ville.example":{"avis":"non"}},{"id":3}]',
    })
    const { stdout } = vigie(folder, ['lint', '--format', 'json', '--preset', 'complet', 'a.json', 'b.json'])
    doesNotMatch(stdout, /jeanne/)
    doesNotMatch(vigie(folder, ['profile', 'a.json']).stdout + vigie(folder, ['profile', 'b.json']).stdout, /jeanne/)
    const pointers = JSON.parse(stdout).files.flatMap(
      ({ diagnostics }: { diagnostics: { rule: string; pointer?: string }[] }) =>
        diagnostics.flatMap(({ rule, pointer }) => (rule === 'edge-whitespace' ? [pointer] : [])),
    )
    deepEqual(pointers, ['/0/a', '/0'])
  })

  it('reads what objects and lists in records hold, with its own field and pointer', () => {
    const folder = folderWith({ 'decp.json': decp, 'decp.schema.json': decpSchema })
    const [file] = reportOf(folder, 'decp.json')
    deepEqual([file!.rows, file!.columns], [3, 6])
    deepEqual(inShort(file!), [
      'edge-whitespace 2 titulaires.0.id /marches/marche/0/titulaires/0/id "1"',
      'edge-whitespace 3 acheteur.id /marches/marche/1/acheteur/id "21350238800019"',
      'pattern 3 lieuExecution.code /marches/marche/1/lieuExecution/code undefined',
      'local-date 4 lieuExecution.depuis /marches/marche/2/lieuExecution/depuis "2024-03-26"',
    ])
    const { stdout } = vigie(folder, ['lint', 'decp.json', '--language', 'fr'])
    match(stdout, /JSON, utf-8, 3 × 6/)
    match(stdout, /5:42 +erreur +«.3523.»/)
    vigie(folder, ['fix', 'decp.json', '--unsafe'])
    equal(
      readFileSync(join(folder, 'decp.json'), 'utf8'),
      decp.replace('" 1"', '"1"').replace('21350238800019 ', '21350238800019').replace('26/03/2024', '2024-03-26'),
    )
    const fields: { name: string; title?: string }[] = JSON.parse(vigie(folder, ['infer', 'decp.json']).stdout).fields
    deepEqual(fields[1], { ...fields[1], name: 'acheteur.id', title: 'Acheteur id' })
    deepEqual(fields.at(-1), { ...fields.at(-1), name: 'titulaires.0.id', title: 'Titulaires 0 id' })
    match(vigie(folder, ['profile', 'decp.json', '--language', 'fr']).stdout, /\nlieuExecution\.typeCode\n/)
  })

  it('tells row, field and pointer, and no dialect', () => {
    const folder = folderWith({ 'lieux.json': `{"total": 2, "data": ${list}}`, 'lieux.schema.json': schema })
    const [file] = reportOf(folder, 'lieux.json')
    equal(file!.dialect, null)
    deepEqual([file!.rows, file!.columns, file!.schema?.source, file!.complete], [2, 2, 'neighbour', true])
    deepEqual(inShort(file!), [
      'edge-whitespace 2 nom /data/0/nom "Mairie"',
      'unsafe-number 3 siret /data/1/siret "21350238800019"',
    ])
  })

  it('repairs values and leaves every other byte', () => {
    const folder = folderWith({ 'lieux.json': `${list}\n`, 'lieux.schema.json': schema })
    equal(vigie(folder, ['fix', 'lieux.json']).status, 0)
    equal(
      readFileSync(join(folder, 'lieux.json'), 'utf8'),
      '[{"nom": "Mairie", "siret": "21350238800019"}, {"nom": "École", "siret": "21350238800019"}]\n',
    )
  })

  it('reads JSON Lines, lists of lists and GeoJSON', () => {
    const folder = folderWith({
      'a.jsonl': '{"a": " x"}\n\n{"a": "y"}\n',
      'b.json': '[["a", "b"], [1, " x"], [2]]',
      'c.geojson':
        '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"a": " x"}, "geometry": null}]}',
    })
    deepEqual(inShort(reportOf(folder, 'a.jsonl')[0]!), ['edge-whitespace 2 a /0/a "x"'])
    deepEqual(inShort(reportOf(folder, 'b.json')[0]!), [
      'edge-whitespace 2 b /1/1 "x"',
      'missing-cell 3 b /2 undefined',
    ])
    deepEqual(inShort(reportOf(folder, 'c.geojson')[0]!), ['edge-whitespace 2 a /features/0/properties/a "x"'])
  })

  it('reads what Opendatasoft and Airtable wrap, and repairs it there', () => {
    const folder = folderWith({
      'a.json': '[{"datasetid": "d", "recordid": "r", "fields": {"nom": " x", "jour": "2024-02-30"}}]',
      'b.json': '{"records": [{"id": "rec1", "createdTime": "2024-01-02T03:04:05.000Z", "fields": {"nom": "x "}}]}',
      'd.json': '[{"id": 1, "fields": {"nom": " x"}}]',
    })
    deepEqual(inShort(reportOf(folder, 'a.json')[0]!), [
      'edge-whitespace 2 nom /0/fields/nom "x"',
      'impossible-date 2 jour /0/fields/jour undefined',
    ])
    deepEqual(inShort(reportOf(folder, 'b.json')[0]!), ['edge-whitespace 2 nom /records/0/fields/nom "x"'])
    deepEqual(inShort(reportOf(folder, 'd.json')[0]!), ['edge-whitespace 2 fields.nom /0/fields/nom "x"'])
    match(vigie(folder, ['lint', 'a.json', '--language', 'fr']).stdout, /\n {2}JSON, utf-8, 1 × 4/)
    vigie(folder, ['fix', 'a.json'])
    match(readFileSync(join(folder, 'a.json'), 'utf8'), /"fields": \{"nom": "x", /)
  })

  it('takes no record for blank whose values cannot be read', () => {
    const folder = folderWith({ 'a.json': '[{"a": 1}, {"a": NaN}, {"a": null}, {"a": 2}, {"a":' })
    deepEqual(
      inShort(reportOf(folder, 'a.json')[0]!).filter(one => one.startsWith('blank-row')),
      ['blank-row 4 undefined /2 '],
    )
  })

  it('reads UTF-16, as PowerShell writes it, and says so', () => {
    const folder = folderWith({ 'a.json': wide('[{"nom": "École "}]'), 'b.schema.json': wide('{"fields": []}') })
    deepEqual(
      reportOf(folder, 'a.json')[0]!.diagnostics.map(({ rule, pointer }) => `${rule} ${pointer}`),
      ['edge-whitespace /0/nom', 'legacy-encoding undefined'],
    )
    match(vigie(folder, ['lint', 'b.schema.json', '--language', 'en']).stdout, /declares no field/)
  })

  it('shows a repair of several lines on one', () => {
    const geometry = { type: 'Point', coordinates: [48.1, -1.6] }
    const features = [{ type: 'Feature', geometry, properties: {} }]
    const folder = folderWith({ 'a.geojson': JSON.stringify({ type: 'FeatureCollection', features }, undefined, 2) })
    match(
      vigie(folder, ['lint', 'a.geojson', '--language', 'en']).stdout,
      /replace with “{ "type": "Point", "coordinates"/,
    )
  })

  it('is referred to by the keys of another file', () => {
    const schema = {
      fields: [{ name: 'ville', type: 'string' }],
      foreignKeys: [{ fields: 'ville', reference: { resource: 'villes', fields: 'nom' } }],
    }
    const folder = folderWith({
      'datapackage.json': JSON.stringify({
        name: 'p',
        resources: [
          { name: 'lieux', path: 'lieux.csv', schema },
          { name: 'villes', path: 'villes.json' },
        ],
      }),
      'lieux.csv': 'ville\nRennes\nVannes\n',
      'villes.json': '[{"nom": "Rennes"}]',
    })
    deepEqual(inShort(reportOf(folder, 'lieux.csv')[0]!), ['foreign-key 3 ville undefined undefined'])
  })

  it('leaves JSON alone in a folder that is no dataset', () => {
    const folder = folderWith({
      'data/a.json': list,
      'data/package.json': '{"files": [{"a": 1}]}',
      'data/settings.json': '{"rules": [{"a": " 1"}]}',
      'data/broken.json': '{',
    })
    deepEqual(
      reportOf(folder, 'data').map(({ path }) => path),
      ['data/a.json'],
    )
  })

  it('says what a file is not', () => {
    const { status, stderr } = vigie(folderWith({ 'a.json': '{"a": 1}' }), ['lint', 'a.json', '--language', 'en'])
    equal(status, 2)
    match(stderr, /no JSON that is a dataset/)
  })

  it('tells comments, trailing commas and repeated keys, and reads on', () => {
    const folder = folderWith({ 'a.json': '[\n{"a": 1, "a": 2}, // two\n{"a": " x",},\n]\n' })
    deepEqual(
      reportOf(folder, 'a.json')[0]!.diagnostics.map(({ rule, row }) => `${rule} ${row}`),
      ['json-syntax 2', 'duplicate-json-key 2', 'json-syntax 3', 'json-syntax 3', 'edge-whitespace 3'],
    )
  })

  it('ends on anything', () => {
    const deep = 10_000
    for (const text of [
      `[{"a": ${'['.repeat(deep)}${']'.repeat(deep)}}]`,
      `[${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}]`,
      '[{"__proto__": {"x": 1}, "a": "\\ud800", "b": 1e99999, "$ref": "http://example.org/x"}]',
      `[${'[{'.repeat(deep)}`,
      `[{"a": "${'x'.repeat(100_000)}`,
    ]) {
      const { status, stdout } = vigie(folderWith({ 'a.json': text }), ['lint', 'a.json', '--format', 'json'])
      equal(typeof JSON.parse(stdout), 'object')
      equal(status === 0 || status === 1, true)
    }
  })
})

const wide = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')

interface FileReport {
  readonly path: string
  readonly dialect: unknown
  readonly rows: number
  readonly columns: number
  readonly complete: boolean
  readonly schema: { readonly source: string } | null
  readonly diagnostics: readonly {
    readonly rule: string
    readonly row?: number
    readonly field?: string
    readonly pointer?: string
    readonly fix?: { readonly edits: readonly { readonly newText: string }[] }
  }[]
}

function reportOf(folder: string, path: string): readonly FileReport[] {
  const { stdout } = vigie(folder, ['lint', path, '--format', 'json', '--language', 'en'])
  return (JSON.parse(stdout) as { files: FileReport[] }).files
}

/** Rule, row, field, pointer and what is written instead. */
function inShort({ diagnostics }: FileReport): string[] {
  return diagnostics.map(
    ({ rule, row, field, pointer, fix }) => `${rule} ${row} ${field} ${pointer} ${fix?.edits[0]?.newText}`,
  )
}
