import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { folderWith, vigie } from './run'

const TABLE = 'code_insee;date;montant\n35288;2024-01-05;12\n35288;2024-11-30;15\n'

const readPackage = (folder: string) => JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8'))

const rulesIn = (folder: string) => {
  const { stdout } = vigie(folder, ['lint', '--format', 'json', 'datapackage.json'])
  return JSON.parse(stdout).files[0].diagnostics.map(({ rule }: { rule: string }) => rule) as string[]
}

describe('vigie describe', () => {
  it('prints what the data tell of themselves, and asks for the rest', () => {
    const folder = folderWith({ 'Dépenses 2024.csv': TABLE })
    const { stdout, stderr, status } = vigie(folder, ['describe', 'Dépenses 2024.csv'])
    equal(stderr, '')
    equal(status, 0)
    const written = JSON.parse(stdout)
    equal(written.name, 'depenses-2024')
    deepEqual(written.vigie.temporalCoverage, { start: '2024-01-05', end: '2024-11-30' })
    equal(written.vigie.spatialCoverage.code, '35288')
    const [{ schema, ...resource }] = written.resources
    deepEqual(resource, {
      name: 'depenses-2024',
      type: 'table',
      path: 'Dépenses 2024.csv',
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      bytes: TABLE.length,
      hash: `sha256:${createHash('sha256').update(TABLE).digest('hex')}`,
      stats: { rows: 2, fields: 3 },
      dialect: { delimiter: ';' },
    })
    deepEqual(
      schema.fields.map(({ name, type }: { name: string; type: string }) => [name, type]),
      [
        ['code_insee', 'string'],
        ['date', 'date'],
        ['montant', 'integer'],
      ],
    )
  })

  it('writes a document in which nothing is wrong, and what only a person knows is asked for', () => {
    const folder = folderWith({ 'a.csv': TABLE })
    equal(vigie(folder, ['describe', '--write', 'a.csv']).stdout, 'datapackage.json: written\n')
    const rules = rulesIn(folder)
    for (const id of [
      'package-error',
      'resource-error',
      'byte-count',
      'row-count',
      'hash-count',
      'missing-temporal-coverage',
    ])
      ok(!rules.includes(id), id)
    for (const id of ['vague-title', 'missing-licence', 'missing-contact', 'missing-purpose', 'undocumented-column'])
      ok(rules.includes(id), id)
    // What was described is what is in force.
    equal(vigie(folder, ['lint', 'a.csv']).status, 0)
  })

  it('completes the one that is there and changes nothing that stands in it', () => {
    const existing =
      '{\n\t"title": "Dépenses de Saint-Malo, 2024",\n\t"x": 12345678901234567890,\n\t"vigie": { "purpose": "Suivre le budget" },\n\t"resources": [\n\t\t{ "name": "autre", "path": "b.csv" }\n\t]\n}\n'
    const folder = folderWith({ 'a.csv': TABLE, 'b.csv': TABLE, 'datapackage.json': existing })
    equal(
      vigie(folder, ['describe', '--write', 'a.csv', 'b.csv']).stdout,
      'datapackage.json: completed\ndatapackage.json: completed\n',
    )
    const text = readFileSync(join(folder, 'datapackage.json'), 'utf8')
    for (const line of existing.split('\n').slice(1, 3)) ok(text.includes(line), line)
    const { title, vigie: ours, resources } = readPackage(folder)
    equal(title, 'Dépenses de Saint-Malo, 2024')
    equal(ours.purpose, 'Suivre le budget')
    ok('governance' in ours)
    deepEqual(
      resources.map(({ name, path, bytes }: Record<string, unknown>) => [name, path, bytes]),
      [
        ['autre', 'b.csv', TABLE.length],
        ['a', 'a.csv', TABLE.length],
      ],
    )
    // A second time there is nothing left to add.
    vigie(folder, ['describe', '--write', 'a.csv', 'b.csv'])
    equal(readFileSync(join(folder, 'datapackage.json'), 'utf8'), text)
  })

  it('leaves alone what is no JSON, and says so', () => {
    const folder = folderWith({ 'a.csv': TABLE, 'datapackage.json': '{ "title": "x", }' })
    const { status, stderr } = vigie(folder, ['describe', '--write', 'a.csv'])
    equal(status, 2)
    match(stderr, /not well-formed/)
    equal(readFileSync(join(folder, 'datapackage.json'), 'utf8'), '{ "title": "x", }')
  })
})
