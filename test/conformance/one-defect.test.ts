import assert from 'node:assert/strict'
import { openDataset } from '../../server/engine/dataset'
import { lint } from '../../server/engine/lint'
import type { Diagnostic } from '../../server/engine/model/diagnostic'
import { readSchema } from '../../server/engine/schema/table-schema'
import { casesWhere, type Expected, fixture, withoutFixtures } from './cases'

const json = (path: string) => JSON.parse(new TextDecoder().decode(fixture(path)))

describe('files with one defect each', () => {
  const cases = casesWhere(found => found.set === 'one-defect')
  if (!cases) return withoutFixtures()
  const kinds: Readonly<Record<string, readonly string[]>> = json('one-defect-rules.json').kinds
  for (const found of cases) {
    const [expected] = found.expected
    const rules = kinds[expected!.kind!]!
    it(`${found.id} is named at its place, with little besides`, () => {
      const schema = readSchema(json(found.schema as string), found.id).schema!
      const dataset = openDataset(fixture(found.file!), { schema: { schema, source: 'flag' } })
      const diagnostics = [...lint(dataset, { preset: 'complet' })]
      const named = diagnostics.filter(({ rule }) => rules.includes(rule))
      assert.ok(
        named.some(diagnostic => isAt(diagnostic, expected!)),
        `found ${diagnostics.map(printed).join(', ')}`,
      )
      const others = diagnostics.filter(({ rule }) => !rules.includes(rule))
      assert.ok(others.length <= 2, `${others.length} other findings`)
      assert.deepEqual(
        others.filter(({ severity }) => severity === 'error').map(({ rule }) => rule),
        [],
      )
    })
    it(`${found.id} has no other error when no schema applies`, () => {
      const dataset = openDataset(fixture(found.file!), { schema: 'none' })
      const others = [...lint(dataset, { preset: 'complet' })].filter(
        diagnostic =>
          diagnostic.severity === 'error' && !(rules.includes(diagnostic.rule) && isAt(diagnostic, expected!)),
      )
      assert.deepEqual(others.map(printed), [])
    })
  }
})

/** Whether a finding is where the defect was planted: in its row and its column, as far as they are told. */
function isAt({ row, column }: Diagnostic, expected: Expected): boolean {
  return (
    (expected.row === undefined || row === expected.row - 1) &&
    (expected.col === undefined || column === expected.col - 1)
  )
}

function printed({ rule, row, column }: Diagnostic): string {
  return `${rule} at ${(row ?? -1) + 1}, ${(column ?? -1) + 1}`
}
