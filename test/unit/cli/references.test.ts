import { deepEqual, match } from 'node:assert/strict'
import { symlinkSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { folderWith, vigie } from './run'

const fields = [{ name: 'day' }, { name: 'dish' }]
const key = (resource: string, name = 'code') => ({ fields: 'dish', reference: { resource, fields: name } })
const schema = (...foreignKeys: readonly object[]) => JSON.stringify({ fields, foreignKeys })
const menus = 'day,dish\n1,P01\n2,P07\n'
const dishes = 'code,name\nP01,Soup\n'

/** The findings of `menus.csv` as rule, row and column. */
function found(folder: string, ...args: readonly string[]): string[] {
  const { stdout } = vigie(folder, ['lint', '--format', 'json', '--only-schema', 'menus.csv', ...args])
  const [file] = JSON.parse(stdout).files
  return file.diagnostics.map(({ rule, row, column }: Record<string, unknown>) => `${rule} ${row}:${column}`)
}

/** The findings of a file that is described by a package. */
function ruleAndRow(folder: string, file: string): readonly string[] {
  const { stdout } = vigie(folder, ['lint', '--format', 'json', '--only-schema', file])
  const [{ diagnostics }] = JSON.parse(stdout).files
  return diagnostics.map(({ rule, row, column }: Record<string, unknown>) => `${rule} ${row}:${column}`)
}

function packageOf(...resources: readonly object[]): string {
  return JSON.stringify({ resources })
}

describe('references to other files', () => {
  const inPackage = { name: 'menus', path: 'menus.csv', schema: JSON.parse(schema(key('dishes'))) }

  it('are followed by datapackage.json', () => {
    const files = {
      'menus.csv': menus,
      'data/list.csv': dishes,
      'datapackage.json': packageOf(inPackage, { name: 'dishes', path: 'data/list.csv' }),
    }
    deepEqual(found(folderWith(files)), ['foreign-key 3:2'])
  })

  it('lead to all files of a resource, whether each has the header or the first alone', () => {
    const several = { name: 'dishes', path: ['a.csv', 'b.csv', 'c.csv'] }
    const files = {
      'menus.csv': `${menus}3,P03\n4,code\n`,
      'a.csv': dishes.trimEnd(),
      'b.csv': 'code,name\nP02,Bread\n',
      'c.csv': 'P03,Cheese\n',
      'datapackage.json': packageOf(inPackage, several),
    }
    deepEqual(found(folderWith(files)), ['foreign-key 3:2', 'foreign-key 5:2'])
    const { 'c.csv': _, ...others } = files
    deepEqual(found(folderWith(others)), ['not-checked 1:2'])
  })

  it('may lead to rows in datapackage.json itself', () => {
    const lists = packageOf(inPackage, { name: 'dishes', data: [['code'], ['P01']] })
    deepEqual(found(folderWith({ 'menus.csv': menus, 'datapackage.json': lists })), ['foreign-key 3:2'])
    const objects = packageOf(inPackage, { name: 'dishes', data: [{ code: 'P01' }, { code: 'P07' }] })
    deepEqual(found(folderWith({ 'menus.csv': menus, 'datapackage.json': objects })), [])
  })

  it('lead to a file of that name beside the data, whatever gives the schema', () => {
    const files = { 'menus.csv': menus, 'dishes.csv': dishes }
    deepEqual(found(folderWith({ ...files, 'menus.schema.json': schema(key('dishes')) })), ['foreign-key 3:2'])
    deepEqual(found(folderWith({ ...files, 's.json': schema(key('dishes.csv')) }), '--schema', 's.json'), [
      'foreign-key 3:2',
    ])
  })

  it('take their schema from the package for each file of a resource', () => {
    const files = {
      'menus.csv': menus,
      'more.csv': 'day,dish\n3,P09\n',
      'dishes.csv': dishes,
      'datapackage.json': packageOf(
        { ...inPackage, path: ['more.csv', 'menus.csv'] },
        { name: 'dishes', path: 'dishes.csv' },
      ),
    }
    deepEqual(found(folderWith(files)), ['foreign-key 3:2'])
  })

  it('lead to each of many rows of the same table', () => {
    const rows = Array.from({ length: 5_000 }, (_, i) => `${i},${(7 * i) % 5_000}`)
    const parents = { fields: 'parent', reference: { resource: '', fields: 'code' } }
    const files = {
      'menus.csv': `code,parent\n${rows.join('\n')}\n`,
      'menus.schema.json': JSON.stringify({
        fields: [
          { name: 'code', type: 'integer' },
          { name: 'parent', type: 'integer' },
        ],
        foreignKeys: [parents],
      }),
    }
    deepEqual(found(folderWith(files)), [])
  })

  it('lead to the other files of the same table', () => {
    const keys = { fields: 'parent', reference: { resource: '', fields: 'code' } }
    const fields = [{ name: 'code' }, { name: 'parent' }]
    const resource = { name: 'streets', path: ['a.csv', 'b.csv'], schema: { fields, foreignKeys: [keys] } }
    const told = (files: Record<string, string>) => {
      const folder = folderWith({ ...files, 'datapackage.json': packageOf(resource) })
      return Object.keys(files).map(file => ruleAndRow(folder, file))
    }
    const a = 'code,parent\nS1,S3\nS2,S9\n'
    deepEqual(told({ 'a.csv': a, 'b.csv': 'code,parent\nS3,S1\nS4,S8\n' }), [['foreign-key 3:2'], ['foreign-key 3:2']])
    const folder = folderWith({ 'a.csv': a, 'b.csv': 'code,parent\nS3,S1\n', 'datapackage.json': packageOf(resource) })
    const { stdout } = vigie(folder, ['lint', '--only-schema', 'a.csv'])
    match(stdout, /“S9” is not in the column “code” of this file or of b\.csv/)
    deepEqual(told({ 'a.csv': a }), [['not-checked 1:1']])
  })

  it('go round in circles without end', () => {
    const back = {
      fields: [{ name: 'code' }],
      foreignKeys: [{ fields: 'code', reference: { resource: 'menus', fields: 'dish' } }],
    }
    const files = {
      'menus.csv': menus,
      'dishes.csv': dishes,
      'datapackage.json': packageOf(inPackage, { name: 'dishes', path: 'dishes.csv', schema: back }),
    }
    deepEqual(found(folderWith(files)), ['foreign-key 3:2'])
  })

  it('that lead nowhere are told at the label', () => {
    const nowhere = { 'menus.csv': menus, 'menus.schema.json': schema(key('dishes')) }
    deepEqual(found(folderWith(nowhere)), ['not-checked 1:2'])
    deepEqual(found(folderWith({ ...nowhere, 'dishes.csv': 'id\nP01\n' })), ['not-checked 1:2'])
    deepEqual(found(folderWith({ ...nowhere, 'dishes.csv': '' })), ['not-checked 1:2'])
  })

  it('lead to no file outside of the folder, by steps or by a link', () => {
    const folder = folderWith({
      'dishes.csv': dishes,
      'data/menus.csv': menus,
      'data/menus.schema.json': schema(key('../dishes.csv')),
      'link/menus.csv': menus,
      'link/menus.schema.json': schema(key('dishes')),
    })
    symlinkSync(join(folder, 'dishes.csv'), join(folder, 'link/dishes.csv'))
    deepEqual(found(join(folder, 'data')), ['not-checked 1:2'])
    deepEqual(found(join(folder, 'link')), ['not-checked 1:2'])
  })

  it('to a huge file are not followed, and said not to be', () => {
    const folder = folderWith({ 'menus.csv': menus, 'dishes.csv': dishes, 'menus.schema.json': schema(key('dishes')) })
    truncateSync(join(folder, 'dishes.csv'), 5 * 2 ** 30)
    deepEqual(found(folder), ['not-checked 1:2'])
  })
})

describe('keys of a table in several files', () => {
  const fields = [
    { name: 'id', type: 'integer' },
    { name: 'code', constraints: { unique: true } },
    { name: 'day', type: 'date', format: '%d/%m/%Y' },
  ]
  const resource = (more: object) => ({ name: 'menus', path: ['a.csv', 'b.csv', 'c.csv'], schema: { fields, ...more } })
  const files = {
    'a.csv': 'id,code,day\n1,A,01/05/2024\n2,B,02/05/2024\n',
    'b.csv': 'id,code,day\n3,C,03/05/2024\n01,B,1/5/2024\n',
    'c.csv': 'id,code,day\n4,C,04/05/2024\n4,D,05/05/2024\n',
  }

  it('are compared with those of the files before', () => {
    const folder = folderWith({ ...files, 'datapackage.json': packageOf(resource({ primaryKey: 'id' })) })
    deepEqual(ruleAndRow(folder, 'a.csv'), [])
    deepEqual(ruleAndRow(folder, 'b.csv'), ['primary-key 3:1', 'unique 3:2'])
    deepEqual(ruleAndRow(folder, 'c.csv'), ['unique 2:2', 'primary-key 3:1'])
    const { stdout } = vigie(folder, ['lint', '--format', 'json', '--only-schema', 'c.csv'])
    const [{ diagnostics }] = JSON.parse(stdout).files
    match(diagnostics[0].message, /“C” already stands in a\.csv \+ b\.csv, which is part of the same table/)
  })

  it('are compared by their values, and together', () => {
    const more = { primaryKey: [], uniqueKeys: [['id', 'day']] }
    const folder = folderWith({ ...files, 'datapackage.json': packageOf(resource(more)) })
    deepEqual(ruleAndRow(folder, 'b.csv'), ['unique 3:1', 'unique 3:2'])
  })

  it('that a row repeats in its own file too are told once, there', () => {
    const again = { ...files, 'b.csv': 'id,code,day\n1,C,03/05/2024\n1,D,04/05/2024\n5,D,04/05/2024\n' }
    const folder = folderWith({ ...again, 'datapackage.json': packageOf(resource({ primaryKey: 'id' })) })
    deepEqual(ruleAndRow(folder, 'b.csv'), ['primary-key 2:1', 'primary-key 3:1', 'unique 4:2'])
    const { stdout } = vigie(folder, ['lint', '--format', 'json', '--only-schema', 'b.csv'])
    const [{ diagnostics }] = JSON.parse(stdout).files
    match(diagnostics[1].message, /“1” is already that of row 2/)
  })

  it('are said not to have been compared where a file before is not there', () => {
    const { 'a.csv': _, ...others } = files
    const folder = folderWith({ ...others, 'datapackage.json': packageOf(resource({ primaryKey: 'id' })) })
    deepEqual(ruleAndRow(folder, 'b.csv'), ['not-checked 1:1'])
  })
})
