import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lint } from '../../server/engine/lint'
import type { TreeKind } from '../../server/engine/model/described-tree'
import { knownTree } from '../../server/engine/open'
import { structureFaults } from '../../server/engine/schema/structure'
import { openTree } from '../../server/engine/tree-dataset'
import { withoutFixtures } from './cases'

const FOLDER = join('..', 'shared', 'fixtures', 'metadata')

/** Profiles of Data Package, and the part of ours that describes the same. */
const PROFILES: Readonly<Record<string, TreeKind>> = {
  'datapackage-1.0.json': 'data-package',
  'datapackage-2.0.json': 'data-package',
  'dataresource-1.0.json': 'data-resource',
  'dataresource-2.0.json': 'data-resource',
  'tabledialect-1.0.json': 'table-dialect',
  'tabledialect-2.0.json': 'table-dialect',
}

describe('examples of metadata standards', () => {
  if (!existsSync(FOLDER)) return withoutFixtures()

  for (const [file, kind] of Object.entries(PROFILES))
    it(`${file}: each example of its profile is built as we ask`, () => {
      const examples = [...examplesIn(JSON.parse(readFileSync(join(FOLDER, file), 'utf8')))]
      assert.ok(examples.length > 0)
      for (const [name, example] of examples) {
        // An example shows a part: what is missing beside it is not its subject.
        const faults = structureFaults(kind, example).filter(({ at }) => at.startsWith(`/${name}`))
        assert.deepEqual(faults, [], JSON.stringify(example))
      }
    })

  for (const file of readdirSync(FOLDER).filter(name => name.startsWith('example-')))
    it(`${file}: no error`, () => {
      const bytes = readFileSync(join(FOLDER, file))
      assert.equal(knownTree(file, bytes), 'dcat')
      const errors = [...lint(openTree(bytes, 'dcat'))].filter(({ severity }) => severity === 'error')
      assert.deepEqual(
        errors.map(({ rule, facts }) => ({ rule, facts })),
        [],
      )
    })
})

/** The examples that a profile gives of the properties at its top, each with the name of its property. */
function* examplesIn(profile: {
  readonly properties: Readonly<Record<string, { readonly examples?: readonly string[] }>>
}): Generator<readonly [string, unknown]> {
  for (const [name, { examples = [] }] of Object.entries(profile.properties))
    for (const example of examples) {
      const value = parsed(example)
      if (typeof value === 'object' && value !== null && name in value) yield [name, value]
    }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
