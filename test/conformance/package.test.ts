import assert from 'node:assert/strict'
import { besideInner } from '../../server/described/beside-inner'
import { describedFiles } from '../../server/described/files'
import { disk } from '../../server/files/disk'
import { openDataset } from '../../server/engine/dataset'
import { lint } from '../../server/engine/lint'
import { openTree } from '../../server/engine/tree-dataset'
import type { Files } from '../../server/files/files'
import { isApplied, schemaFor } from '../../server/workspace'
import { type Case, casesWhere, type Expected, fixture, holdsOrDiffers, withoutFixtures } from './cases'

type PackageCase = Case & {
  readonly package: { readonly resources: readonly Resource[] }
  readonly basepath: string
  readonly files: readonly string[]
}
interface Resource {
  readonly name: string
  readonly path?: string
}

/** The end of a case in which nothing can be compared, and why. */
const BESIDE: Readonly<Record<string, string>> = {
  issue_221: 'it reads a workbook; we say that it is none of our tables',
}

/** Cases that say nothing of tables and keys, or are judged otherwise, and why. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'skip_errors#2': 'it leaves some errors out, which the fixtures do not name',
  'skip_errors#3': 'it leaves some errors out, which the fixtures do not name',
  schema_as_string: 'its schema is a file that the fixtures do not have',
  diacritic_symbol_issue_905: 'its encoding is guessed wrongly there; the file is well-formed UTF-8 or not as we tell',
  invalid_table: 'it infers a schema; its rows and labels are those of invalid.csv, which the table cases compare',
}

/** Errors that we tell once, or not at all, and why. */
const NOT_OURS: Readonly<Record<string, (expected: Expected, all: readonly Expected[]) => boolean>> = {
  // A blank row has no key: what is said of it is that it is blank.
  'primary-key': (expected, all) => all.some(({ code, row }) => code === 'blank-row' && row === expected.row),
  // A column that is not there is said once, at the header.
  'missing-cell': (expected, all) =>
    all.some(({ code, field }) => code === 'missing-label' && field === expected.field),
}

describe('packages of frictionless-py', () => {
  const cases = casesWhere(({ kind }) => kind === 'package') as readonly PackageCase[] | undefined
  if (!cases) return withoutFixtures()
  assert.ok(cases.length > 0)
  for (const [number, found] of cases.entries()) {
    const title = `frictionless-py package ${number}: ${found.id.split('::')[1]}`
    const [beside, otherwise] = [BESIDE, OTHERWISE].map(
      reasons => Object.entries(reasons).find(([end]) => found.id.endsWith(end))?.[1],
    )
    if (beside === undefined) holdsOrDiffers(title, otherwise, () => compare(found))
    else it.skip(`${title}: ${beside}`)
  }

  it('skip no case that is not there', () => {
    const gone = Object.keys({ ...BESIDE, ...OTHERWISE }).filter(end => !cases.some(({ id }) => id.endsWith(end)))
    assert.deepEqual(gone, [])
  })
})

const FILE = '/package/datapackage.json'

async function compare(found: PackageCase): Promise<void> {
  const files = filesOf(found)
  const told: { readonly said: string; readonly isNote: boolean }[] = []
  for (const { name, path } of found.package.resources) {
    const file = `/package/${path}`
    if (!file.endsWith('.csv')) continue
    const schema = await schemaFor(file, { files })
    const dataset = openDataset((await files.read(file))!, { schema: isApplied(schema) ? schema : 'none' })
    for (const { severity, frictionless, row } of lint(dataset))
      told.push({ said: `${frictionless} in row ${row! + 1} of ${name}`, isNote: severity === 'information' })
  }
  const descriptor = (await files.read(FILE))!
  const described = await describedFiles(FILE, descriptor, { files })
  const beside = await besideInner(FILE, { bytes: descriptor, kind: 'data-package' }, { files })
  for (const { severity, frictionless, row, inside, pointer = '' } of lint(
    openTree(descriptor, 'data-package', { files: described, beside }),
  )) {
    // What catalogues ask of a description is no business of Frictionless.
    if (inside === undefined && (severity !== 'error' || frictionless === undefined)) continue
    const { name } = found.package.resources[Number(/^\/resources\/(\d+)/.exec(pointer)?.[1])] ?? {}
    const place = row === undefined ? undefined : row + 1
    told.push({ said: `${frictionless} in row ${place} of ${name}`, isNote: severity === 'information' })
  }
  const missed = found.expected
    .filter(one => !NOT_OURS[one.code]?.(one, found.expected))
    .map(
      one => `${one.code} in row ${one.row ?? one.rows?.[0]} of ${(one as Expected & { resource: string }).resource}`,
    )
    .filter(expected => {
      const at = told.findIndex(({ said }) => said === expected)
      if (at >= 0) told.splice(at, 1)
      return at < 0
    })
  // A column that may be absent is told, but is no error.
  const over = told.filter(({ isNote }) => !isNote).map(({ said }) => said)
  assert.deepEqual({ missed, over }, { missed: [], over: [] })
}

/** The package as a folder of its own. */
function filesOf({ package: descriptor, basepath, files: paths }: PackageCase): Files {
  const files = new Map<string, Uint8Array>()
  for (const path of paths)
    files.set(`/package/${path.slice(basepath === '' ? 0 : basepath.length + 1)}`, fixture(`frictionless-py/${path}`))
  files.set(FILE, Buffer.from(JSON.stringify({ resources: descriptor.resources })))
  return { read: async path => files.get(path), hash: disk.hash }
}
