import { deepEqual, equal, match } from 'node:assert/strict'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { folderWith, vigie } from './run'

const context = 'http://www.w3.org/ns/csvw'

function found(folder: string, file: string) {
  const { stdout } = vigie(folder, ['lint', '--format', 'json', '--only-schema', file])
  return JSON.parse(stdout).files[0] as {
    schema: { id: string; source: string } | null
    dialect: { delimiter: string }
    rows: number
    diagnostics: { rule: string; row: number; column: number }[]
  }
}
function metadata(url: string, tableSchema: string): string {
  return JSON.stringify({ '@context': context, url, tableSchema })
}
const places = (folder: string, file: string) =>
  found(folder, file).diagnostics.map(({ rule, row, column }) => `${rule} ${row}:${column}`)

describe('a table and its metadata of CSV on the Web', () => {
  it('has its columns judged by their datatypes, under any of their titles', () => {
    const folder = folderWith({
      'arbres.csv':
        'Espèce|Hauteur|Plantation|Usages|Sain\nTilleul|12,5|5/3/2019|ombre fleurs|oui\n|3.5|2019-03-05|ombre x|non\n-|||x2|peut-être\n',
      'arbres.csv-metadata.json': JSON.stringify({
        '@context': context,
        url: 'arbres.csv',
        dialect: { delimiter: '|' },
        tableSchema: {
          columns: [
            { name: 'species', titles: { en: 'Species', fr: 'Espèce' }, required: true, null: ['', '-'] },
            { name: 'height', titles: 'Hauteur', datatype: { base: 'decimal', format: { decimalChar: ',' } } },
            { name: 'planted', titles: 'Plantation', datatype: { base: 'date', format: 'd/M/yyyy' } },
            { name: 'uses', titles: 'Usages', separator: ' ', datatype: { base: 'string', minLength: 3 } },
            { name: 'sound', titles: 'Sain', datatype: { base: 'boolean', format: 'oui|non' } },
          ],
        },
      }),
    })
    const { schema, dialect } = found(folder, 'arbres.csv')
    deepEqual(schema, { id: 'arbres.csv-metadata.json', source: 'neighbour' })
    equal(dialect.delimiter, '|')
    deepEqual(places(folder, 'arbres.csv'), [
      'required 3:1',
      'type-error 3:2',
      'type-error 3:3',
      'pattern 3:4',
      'required 4:1',
      'pattern 4:4',
      'type-error 4:5',
    ])
  })

  it('has its keys followed into the other tables of the group, whose schema may be a file', () => {
    const folder = folderWith({
      'csv-metadata.json': JSON.stringify({
        '@context': context,
        tables: [
          { url: 'data/voies.csv', tableSchema: 'schema/voies.json' },
          {
            url: 'points.csv',
            tableSchema: {
              columns: [{ titles: 'voie' }, { titles: 'n', datatype: 'positiveInteger' }],
              foreignKeys: [
                { columnReference: 'voie', reference: { resource: 'data/voies.csv', columnReference: 'id' } },
              ],
            },
          },
        ],
      }),
      'schema/voies.json': JSON.stringify({ columns: [{ name: 'id', titles: 'code' }], primaryKey: 'id' }),
      'data/voies.csv': 'code\nA1\nA2\nA2\n',
      'points.csv': 'voie;n\nA1;1\nA9;0\n',
    })
    deepEqual(places(folder, 'data/voies.csv'), ['primary-key 4:1'])
    deepEqual(places(folder, 'points.csv').toSorted(), ['foreign-key 3:1', 'minimum 3:2'])
  })

  it('reads no schema outside of the folder, by steps or by a link', () => {
    const strict = JSON.stringify({ columns: [{ titles: 'a', datatype: 'integer' }] })
    const outside = folderWith({ 'schema.json': strict })
    const folder = folderWith({
      'schema.json': strict,
      'data/steps.csv': 'a\nx\n',
      'data/steps-metadata.json': metadata('steps.csv', '../schema.json'),
      'data/link.csv': 'a\nx\n',
      'data/link-metadata.json': metadata('link.csv', 'link.json'),
      'data/inside.csv': 'a\nx\n',
      'data/inside-metadata.json': metadata('inside.csv', 'deep/../schema.json'),
      'data/schema.json': strict,
    })
    symlinkSync(join(outside, 'schema.json'), join(folder, 'data/link.json'))
    deepEqual(places(folder, 'data/steps.csv'), [])
    deepEqual(places(folder, 'data/link.csv'), [])
    deepEqual(places(folder, 'data/inside.csv'), ['type-error 2:1'])
  })

  it('is told missing where the metadata names it and it is not there', () => {
    const folder = folderWith({ 'lost-metadata.json': metadata('lost.csv', 'schema.json') })
    const { stdout } = vigie(folder, ['lint', '--format', 'json', 'lost-metadata.json'])
    const [file] = JSON.parse(stdout).files
    deepEqual(
      file.diagnostics
        .filter(({ rule }: { rule: string }) => rule === 'resource-error')
        .map(({ pointer }: { pointer: string }) => pointer),
      ['/url', '/tableSchema'],
    )
  })

  it('goes after a Table Schema beside it, and is left aside when it names another table', () => {
    const folder = folderWith({
      'a.csv': 'a\nx\n',
      'a.schema.json': JSON.stringify({ fields: [{ name: 'a', type: 'string' }] }),
      'a.csv-metadata.json': JSON.stringify({
        '@context': context,
        url: 'a.csv',
        tableSchema: { columns: [{ titles: 'a', datatype: 'integer' }] },
      }),
      'b.csv': 'a\nx\n',
      'b.csv-metadata.json': JSON.stringify({ '@context': context, url: 'c.csv' }),
    })
    match(found(folder, 'a.csv').schema!.id, /^a\.schema\.json$/)
    equal(found(folder, 'b.csv').schema, null)
  })
})
