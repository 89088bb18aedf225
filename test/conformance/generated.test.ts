import assert from 'node:assert/strict'
import { openDataset } from '../../server/engine/dataset'
import { lint } from '../../server/engine/lint'
import type { Diagnostic } from '../../server/engine/model/diagnostic'
import { readSchema } from '../../server/engine/schema/table-schema'
import { casesWhere, fixture, withoutFixtures } from './cases'

/** An error that was sprinkled into a table; rows count records, the header being 1. */
interface Planted {
  readonly row: number
  readonly code: string
  readonly field?: string
  readonly fields?: readonly string[]
  /** `domain`: right for the schema, wrong all the same. */
  readonly level: 'schema' | 'domain'
}

/** The rules that say what no schema does. */
const BEYOND: Readonly<Record<string, string>> = {
  'x-mojibake': 'mojibake',
  'x-siret-luhn': 'malformed-siret',
  'x-surrounding-space': 'edge-whitespace',
}

describe('tables with sprinkled errors', () => {
  const cases = casesWhere(found => found.set === 'generated')
  if (!cases) return withoutFixtures()
  for (const { id, file, schema: descriptor } of cases) {
    const { schema } = readSchema(descriptor, id)
    const names = schema!.fields.map(({ name }) => name)
    const planted = plantedIn(file!.replace(/csv$/, 'truth.jsonl'))
    const dataset = openDataset(fixture(file!), { schema: { schema: schema!, source: 'flag' } })
    const columnOf = ({ field, fields }: Planted) => names.indexOf(field ?? fields?.[0] ?? '')
    const placeOf = (one: Planted) => `row ${one.row - 1}, column ${columnOf(one)}`

    it(`${id}: the structure and the schema alone say just what was planted`, () => {
      const found = [...lint(dataset, { onlySchema: true })]
      const expected = planted.filter(({ level }) => level === 'schema')
      assert.deepEqual(
        found.map(one => `${one.frictionless} at ${placed(one)}`).toSorted(),
        expected.map(one => `${one.code} at ${placeOf(one)}`).toSorted(),
      )
    })

    it(`${id}: all rules find what was planted, once each, and no error besides`, () => {
      const found = [...lint(dataset, { preset: 'standard' })]
      const said = found.filter(one => one.rule !== 'line-break-in-cell')
      assert.deepEqual(
        said
          .map(
            one =>
              `${Object.values(BEYOND).includes(one.rule) && !one.frictionless ? one.rule : one.frictionless} at ${placed(one)}`,
          )
          .toSorted(),
        planted.map(one => `${BEYOND[one.code] ?? one.code} at ${placeOf(one)}`).toSorted(),
      )
      // Some texts of the tables go over two lines, and none of them was counted as planted.
      assert.ok(found.every(({ rule, severity }) => rule !== 'line-break-in-cell' || severity === 'information'))
    })
  }
})

/** A finding about a whole row, or about cells beyond the last field, has no field. */
function placed({ rule, row, column }: Diagnostic): string {
  return `row ${row}, column ${rule === 'extra-cell' ? -1 : (column ?? -1)}`
}

function plantedIn(path: string): readonly Planted[] {
  const lines = new TextDecoder().decode(fixture(path)).split('\n')
  return lines.filter(Boolean).map(line => JSON.parse(line) as Planted)
}
