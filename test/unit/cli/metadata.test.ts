import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commitAll } from '../commit-all'
import { folderWith, vigie } from './run'

function findings(folder: string, ...paths: readonly string[]) {
  const { files } = JSON.parse(vigie(folder, ['lint', '--format', 'json', ...paths]).stdout)
  return files as {
    path: string
    dialect: { delimiter: string; encoding: string } | null
    columns: number
    diagnostics: { rule: string; pointer?: string }[]
  }[]
}

const pointersOf = (folder: string, rule: string) =>
  findings(folder, 'datapackage.json')[0]!
    .diagnostics.filter(one => one.rule === rule)
    .map(({ pointer }) => pointer)

const packageOf = (...resources: readonly object[]) => JSON.stringify({ title: 'Arbres de Saint-Malo', resources })

/** A dataset in Gascony, of 2010, whose file has this address. */
const dcat = (url: string) =>
  JSON.stringify({
    '@context': { dcat: 'http://www.w3.org/ns/dcat#', dct: 'http://purl.org/dc/terms/' },
    '@type': 'dcat:Dataset',
    'dct:title': 'Zones humides',
    'dcat:keyword': 'INSPIRE',
    'dct:temporal': { 'dcat:startDate': '2010-01-01', 'dcat:endDate': '2010-12-31' },
    'dct:spatial': {
      '@type': 'dct:Location',
      'dcat:bbox': { '@value': 'POLYGON((1 43,2 43,2 44,1 44,1 43))', '@type': 'geo:wktLiteral' },
    },
    'dcat:distribution': { '@type': 'dcat:Distribution', 'dcat:accessURL': url, 'dct:format': 'CSV' },
  })

/** A package that tells when it was modified. */
const modified = (day: string) => JSON.stringify({ resources: [{ name: 'a', path: 'a.csv' }], modified: day })

describe('a descriptor and its data', () => {
  it('reads the data as its dialect says', () => {
    const table = 'a|b\n1,5|2\n2,5|3\n'
    const folder = folderWith({
      'a.csv': table,
      'deep/b.csv': table,
      'form.json': '{ "delimiter": "," }',
      'datapackage.json': packageOf(
        { name: 'a', path: 'a.csv', dialect: { delimiter: ',' } },
        { name: 'b', path: 'deep/b.csv', dialect: 'form.json' },
      ),
    })
    for (const file of findings(folder, 'a.csv', 'deep/b.csv')) equal(file.dialect?.delimiter, ',', file.path)
    // What the person says goes before.
    const { stdout } = vigie(folder, ['lint', '--format', 'json', '--delimiter', '|', 'a.csv'])
    equal(JSON.parse(stdout).files[0].dialect.delimiter, '|')
  })

  it('reads the data in the encoding that it declares, and tells which of the two is wrong', () => {
    const latin = Buffer.from('ville,lieu\nOrl\xe9ans,\xbdil\n', 'latin1')
    const folder = folderWith({
      'a.csv': latin,
      'b.csv': 'ville,lieu\nOrléans,œil\n',
      'c.csv': latin,
      'd.csv': latin,
      'd.csv-metadata.json': JSON.stringify({
        '@context': 'http://www.w3.org/ns/csvw',
        url: 'd.csv',
        dialect: { encoding: 'iso-8859-15' },
      }),
      'datapackage.json': packageOf(
        { name: 'a', path: 'a.csv', encoding: 'ISO-8859-15' },
        { name: 'b', path: 'b.csv', encoding: 'ISO-8859-15' },
        { name: 'c', path: 'c.csv', encoding: 'utf-8' },
      ),
    })
    const of = (file: string) => {
      const [{ dialect, diagnostics } = { dialect: null, diagnostics: [] }] = findings(folder, file)
      return [dialect?.encoding, ...diagnostics.map(({ rule }) => rule).filter(rule => rule.includes('encoding'))]
    }
    deepEqual(of('a.csv'), ['iso-8859-15'])
    deepEqual(of('b.csv'), ['utf-8', 'encoding-mismatch'])
    deepEqual(of('c.csv'), ['iso-8859-15', 'encoding-mismatch'])
    deepEqual(of('d.csv'), ['iso-8859-15'])
    deepEqual(pointersOf(folder, 'misdeclared-encoding'), ['/resources/1/encoding', '/resources/2/encoding'])
    // Under the schema alone the error of Frictionless speaks.
    deepEqual(
      findings(folder, '--only-schema', 'c.csv')[0]!.diagnostics.map(({ rule }) => rule),
      ['legacy-encoding'],
    )
  })

  it('puts no guess in the place of an encoding that it does not know', () => {
    const datapackage = JSON.stringify({ resources: [{ name: 'a', path: 'a.csv', encoding: 'iso-8859-2' }] })
    const folder = folderWith({
      'datapackage.json': datapackage,
      'a.csv': Buffer.from('commune\nOrl\u00e9ans\n', 'latin1'),
    })
    deepEqual(pointersOf(folder, 'misdeclared-encoding'), ['/resources/0/encoding'])
    vigie(folder, ['fix', '--unsafe', 'datapackage.json'])
    match(readFileSync(join(folder, 'datapackage.json'), 'utf8'), /iso-8859-2/)
    writeFileSync(join(folder, 'a.csv'), 'commune\nOrléans\n')
    vigie(folder, ['fix', '--unsafe', 'datapackage.json'])
    match(readFileSync(join(folder, 'datapackage.json'), 'utf8'), /"encoding": ?"utf-8"/)
  })

  it('takes no schema from outside of its folder, by steps or by a link', () => {
    const strict = '{ "fields": [{ "name": "a", "type": "integer" }] }'
    const folder = folderWith({
      'strict.json': strict,
      'data/datapackage.json': packageOf(
        { name: 'steps', path: 'steps.csv', schema: '../strict.json' },
        { name: 'link', path: 'link.csv', schema: 'link.json' },
        { name: 'inside', path: 'inside.csv', schema: 'strict.json' },
      ),
      'data/strict.json': strict,
      'data/steps.csv': 'a\nx\n',
      'data/link.csv': 'a\nx\n',
      'data/inside.csv': 'a\nx\n',
    })
    symlinkSync(join(folder, 'strict.json'), join(folder, 'data/link.json'))
    const told = (file: string) =>
      findings(join(folder, 'data'), file)[0]!
        .diagnostics.map(({ rule }) => rule)
        .filter(rule => rule === 'schema-error' || rule === 'type-error')
    deepEqual(told('steps.csv'), ['schema-error'])
    deepEqual(told('link.csv'), ['schema-error'])
    deepEqual(told('inside.csv'), ['type-error'])
  })

  it('follows no path that leaves its folder, by steps, from the root or by a link', () => {
    const outside = folderWith({ 'secret.csv': 'nom\nDupont\n' })
    const folder = folderWith({
      'data/datapackage.json': packageOf(
        { name: 'steps', path: '../steps.csv' },
        { name: 'root', path: join(outside, 'secret.csv') },
        { name: 'link', path: 'link.csv' },
        { name: 'home', path: '~/x.csv' },
        { name: 'windows', path: 'C:\\x.csv' },
        { name: 'back', path: '..\\steps.csv' },
        { name: 'inside', path: 'deep/../own.csv' },
      ),
      'data/own.csv': 'a\n1\n',
      'steps.csv': 'a\n1\n',
    })
    symlinkSync(join(outside, 'secret.csv'), join(folder, 'data/link.csv'))
    deepEqual(
      pointersOf(join(folder, 'data'), 'resource-error'),
      [0, 1, 2, 3, 4, 5].map(index => `/resources/${index}/path`),
    )
  })

  it('follows no path and no reference of a schema out of its folder, and tells each', () => {
    const folder = folderWith({
      'schema.json': '{ "fields": [{ "name": "a" }] }',
      'data/a.csv': 'a\n1\n',
      'data/datapackage.json': packageOf(
        { name: 'steps', path: 'a.csv', schema: '../schema.json', dialect: '../dialect.json' },
        { name: 'network', path: 'a.csv', schema: { $ref: 'https://far.example/schema.json' } },
        { name: 'catalogue', path: 'a.csv', schema: 'scdl/prenoms' },
        { name: 'address', path: 'a.csv', schema: 'https://far.example/schema.json' },
      ),
      'data/csv-metadata.json': JSON.stringify({
        '@context': 'http://www.w3.org/ns/csvw',
        url: 'a.csv',
        tableSchema: '../schema.json',
      }),
    })
    const data = join(folder, 'data')
    deepEqual(pointersOf(data, 'resource-error'), ['/resources/0/schema', '/resources/0/dialect'])
    deepEqual(pointersOf(data, 'schema-error'), ['/resources/1/schema'])
    const [csvw] = findings(data, 'csv-metadata.json')
    deepEqual(
      csvw!.diagnostics.filter(({ rule }) => rule === 'resource-error').map(({ pointer }) => pointer),
      ['/tableSchema'],
    )
  })

  it('reads no schema from outside of its folder', () => {
    const folder = folderWith({
      'data/a.csv': 'a\nx\n',
      'data/datapackage.json': packageOf({ name: 'a', path: 'a.csv', schema: '../schema.json' }),
      'schema.json': '{ "fields": [{ "name": "a", "type": "integer" }] }',
    })
    const [file] = findings(join(folder, 'data'), 'a.csv')
    ok(file!.diagnostics.some(({ rule }) => rule === 'schema-error'))
    ok(!file!.diagnostics.some(({ rule }) => rule === 'type-error'))
  })

  it('is contradicted by the copy beside it of a file that lies elsewhere, and by no other file', () => {
    const table = 'date;code_insee;lat;lon\n2024-03-01;35288;48.65;-2.01\n2024-04-02;35288;48.64;-2.00\n'
    const folder = folderWith({
      'own/zones humides.csv': table,
      'own/same-name.json': dcat('https://agglo.example/data/zones%20humides.csv?v=2'),
      'own/own.json': dcat('zones humides.csv'),
      'own/other.json': dcat('https://agglo.example/zones.csv'),
      'own/above.json': dcat('../above.csv'),
      'own/scheme.json': dcat('ex:above.csv'),
      'above.csv': table,
    })
    const told = (file: string) =>
      findings(join(folder, 'own'), file)[0]!
        .diagnostics.map(({ rule, pointer }) => `${rule} ${pointer}`)
        .filter(one => /-coverage|resource/.test(one))
    const contradicted = ['missing-temporal-coverage /dct:temporal', 'missing-spatial-coverage /dct:spatial/dcat:bbox']
    deepEqual(told('same-name.json').toSorted(), contradicted.toSorted())
    deepEqual(told('own.json').toSorted(), contradicted.toSorted())
    for (const file of ['other.json', 'scheme.json']) deepEqual(told(file), [], file)
    deepEqual(told('above.json'), ['resource-error /dcat:distribution/dcat:accessURL'])
  })

  it('tells the paths of a catalogue that leave its folder, by steps, from the root or by a link', () => {
    const outside = folderWith({ 'secret.csv': 'nom\nDupont\n' })
    const urls = [
      '../steps.csv',
      join(outside, 'secret.csv'),
      'link.csv',
      'own.csv',
      '_:b0',
      'https://ville.example/link.csv',
    ]
    const folder = folderWith({
      'data/a.json': JSON.stringify({
        title: 'Arbres',
        license: 'lov2',
        resources: urls.map(url => ({ title: 'Arbres', url })),
      }),
      'data/own.csv': 'a\n1\n',
      'steps.csv': 'a\n1\n',
    })
    symlinkSync(join(outside, 'secret.csv'), join(folder, 'data/link.csv'))
    const [{ diagnostics } = { diagnostics: [] }] = findings(join(folder, 'data'), 'a.json')
    deepEqual(
      diagnostics.filter(({ rule }) => rule === 'resource-error').map(({ pointer }) => pointer),
      [0, 1, 2].map(index => `/resources/${index}/url`),
    )
  })

  it('is warned when git knows a later change of its files than the day that it tells', () => {
    const folder = folderWith({ 'a.csv': 'a\n1\n', 'datapackage.json': modified('2001-01-01') })
    const told = () => {
      const { stdout } = vigie(folder, ['lint', '--format', 'json', 'datapackage.json'], {
        env: { PATH: process.env['PATH'] ?? '' },
      })
      const { diagnostics } = JSON.parse(stdout).files[0] as {
        diagnostics: { rule: string; severity: string; message: string }[]
      }
      return diagnostics.filter(({ rule }) => rule === 'incoherent-dates')
    }
    deepEqual(told(), [])
    commitAll(folder)
    const [one, ...others] = told()
    deepEqual(others, [])
    equal(one!.severity, 'warning')
    match(one!.message, /modified on 2001-01-01, and a\.csv was changed on 20\d\d-\d\d-\d\d according to git/)
    writeFileSync(join(folder, 'datapackage.json'), modified('2001-13-45'))
    equal(told().length, 1)
    writeFileSync(join(folder, 'datapackage.json'), modified(new Date().toISOString().slice(0, 10)))
    deepEqual(told(), [])
  })

  it('compares rows, bytes and hashes of every kind', () => {
    const folder = folderWith({
      'a.csv': 'a\n1\n2\n',
      'datapackage.json': packageOf(
        {
          name: 'a',
          path: 'a.csv',
          bytes: 6,
          hash: 'MD5:00',
          stats: { rows: 2, sha256: 'ab', md5: '7d5a4b8fb76c2ba4de2b4ee52b4e2f55' },
        },
        { name: 'b', path: 'a.csv', bytes: 7, hash: 'klingon:00', stats: { rows: 3 } },
      ),
    })
    deepEqual(pointersOf(folder, 'byte-count'), ['/resources/1/bytes'])
    deepEqual(pointersOf(folder, 'row-count'), ['/resources/1/stats/rows'])
    equal(pointersOf(folder, 'hash-count').length, 3)
  })

  it('is looked at in a folder too, and told its score', () => {
    const folder = folderWith({ 'a.csv': 'a;b\n1;2\n', 'datapackage.json': packageOf({ name: 'a', path: 'a.csv' }) })
    const { stdout } = vigie(folder, ['lint', '.', '--today', '2025-06-30'])
    match(stdout, /datapackage\.json\n {2}Quality score of data\.gouv\.fr: 2 of 9/)
  })

  it('is found in a folder as JSON-LD too', () => {
    const folder = folderWith({ 'dcat.jsonld': dcat('a.csv'), 'notes.txt': 'a' })
    deepEqual(
      findings(folder, '.').map(({ path }) => path),
      ['./dcat.jsonld'],
    )
  })

  it('forgets no file: one that it does not name is told so', () => {
    const folder = folderWith({
      'a.csv': 'a\n1\n',
      'b.csv': 'a\n1\n',
      'deep/c.csv': 'a\n1\n',
      'datapackage.json': packageOf({ name: 'a', path: 'a.csv' }),
    })
    const told = findings(folder, 'a.csv', 'b.csv', 'deep/c.csv').map(({ diagnostics }) =>
      diagnostics.some(({ rule }) => rule === 'missing-metadata'),
    )
    deepEqual(told, [false, true, true])
    const alone = folderWith({ 'a.csv': 'a\n1\n', 'datapackage.json': '{ "resources": [] }' })
    deepEqual(findings(alone, 'a.csv')[0]!.diagnostics, [])
  })
})
