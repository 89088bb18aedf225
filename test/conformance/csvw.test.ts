import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import { describedIn } from '../../server/described/csvw-metadata'
import { describedDialect } from '../../server/described/dialect'
import { absolute, disk } from '../../server/files/disk'
import { lint } from '../../server/engine/lint'
import { csvwTables } from '../../server/engine/metadata/csvw-schema'
import { knownTree, type OpenAs, openFile } from '../../server/engine/open'
import { readSchema } from '../../server/engine/schema/table-schema'
import { openTree } from '../../server/engine/tree-dataset'
import { folderOf } from '../../server/files/path'
import { withResources } from '../../server/described/resources'
import { isApplied, schemaFor } from '../../server/workspace'
import { type Case, casesWhere, fixture, holdsOrDiffers, withoutFixtures } from './cases'

type CsvwCase = Case & { readonly file: string; readonly result: 'valid' | 'warning' | 'error'; readonly name: string }

/** Cases that are judged otherwise, and why. */
const OTHERWISE: Readonly<Record<string, string>> = {
  test035: 'the reference that it calls invalid is a null value, which refers to nothing in Table Schema',
  test257: 'its only row repeats the header, which is told instead',
}

// What a document of CSVW says of its tables is in force for them, whether it is given or found beside them.
describe('the CSVW suite', () => {
  const cases = casesWhere(({ kind }) => kind === 'csvw') as readonly CsvwCase[] | undefined
  if (!cases) return withoutFixtures()
  assert.ok(cases.length > 100)
  for (const found of cases) {
    const id = found.id.replace('csvw/', '')
    const title = `${id}: ${found.name}`
    holdsOrDiffers(title, OTHERWISE[id], () => compare(found))
  }

  it('skip no case that is not there', () => {
    const ids = new Set(cases.map(({ id }) => id.replace('csvw/', '')))
    assert.deepEqual(
      Object.keys(OTHERWISE).filter(id => !ids.has(id)),
      [],
    )
  })
})

/**
 * What the suite calls a warning we may call an error: of a document that breaks its standard tools make what they like.
 * A document that does not name the table beside it is left aside.
 */
async function compare({ file, result }: CsvwCase): Promise<void> {
  const path = absolute(resolve('..', 'shared', 'fixtures', file.replace(/\?.*/, '')))
  const isDocument = file.endsWith('.json')
  const found = isDocument ? await errorsOfDocument(path, fixture(file)) : await errorsOfTable(path)
  if (result === 'valid' || (result === 'warning' && !isDocument)) assert.deepEqual(found, [])
  else assert.ok(found.length > 0, `the suite says ${result}`)
}

async function errorsOfDocument(path: string, bytes: Uint8Array): Promise<readonly string[]> {
  assert.equal(knownTree('x-metadata.json', bytes), 'csvw')
  const dataset = openTree(bytes, 'csvw')
  const errors = [...lint(dataset)]
    .filter(({ rule }) => rule === 'package-error')
    .map(({ pointer }) => `package-error at ${pointer}`)
  for (const { url } of csvwTables(dataset.tree!.tree.root?.value)) {
    const table = `${folderOf(path)}/${url}`
    const told = await describedIn(path, table, disk)
    const { schema } = told?.schema ? readSchema(told.schema, 'csvw') : {}
    const applied =
      schema &&
      (await withResources({ schema, source: 'neighbour', resourcesIn: folderOf(path) }, table, { files: disk }))
    const data = await disk.read(table)
    if (data) errors.push(...errorsIn(data, { schema: applied ?? 'none', dialect: told?.dialect ?? {} }))
  }
  return errors
}

async function errorsOfTable(path: string): Promise<readonly string[]> {
  const schema = await schemaFor(path, { files: disk })
  const dialect = await describedDialect(path, disk)
  return errorsIn((await disk.read(path))!, { schema: isApplied(schema) ? schema : 'none', dialect })
}

function errorsIn(bytes: Uint8Array, options: OpenAs): readonly string[] {
  return [...lint(openFile(new Uint8Array(bytes), options), { onlySchema: true })]
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, row, value }) => `${rule} in row ${row}: ${value}`)
}
