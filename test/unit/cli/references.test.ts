import { deepEqual } from 'node:assert/strict'
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
