import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDataset } from '../../server/engine/dataset'
import { lint } from '../../server/engine/lint'
import { readSchema } from '../../server/engine/schema/table-schema'
import { casesWhere, fixture, withoutFixtures } from './cases'

const VECTORS = join('..', 'shared', 'reference', 'validata-vectors.json')

/** What Validata calls an error and the rules that say it. */
const RULES: Readonly<Record<string, readonly string[]>> = {
  'missing-required-header': ['missing-label'],
  'constraint-error': ['required'],
  'check-error': ['not-checked'],
  'french-siren-value': ['malformed-siren'],
  siren: ['malformed-siren'],
  'french-siret-value': ['malformed-siret'],
  siret: ['malformed-siret'],
  // A column that is not there is told at the header, as an error.
  'cohesive-columns-value': ['incohesive-columns', 'missing-label'],
  'one-of-required': ['one-of-required', 'missing-label'],
  'compare-columns-value': ['column-comparison'],
  'sum-columns-value': ['sum-mismatch'],
  'nomenclature-actes-value': ['unknown-act-matter'],
  'opening-hours-value': ['malformed-opening-hours'],
  'phone-number-value': ['phone-spelling'],
  'year-interval-value': ['malformed-year-interval'],
  'french-gps-coordinates': ['outside-territory', 'swapped-coordinates'],
  'reversed-french-gps-coordinates': ['swapped-coordinates'],
}

describe('tables that Validata judged', () => {
  const cases = casesWhere(({ set }) => set === 'validata')
  if (!cases) return withoutFixtures()
  for (const { id, file, schema, expected } of cases) it(id, () => compare(fixture(file!), schema, expected))
})

describe('values that Validata judged', () => {
  if (!existsSync(VECTORS)) return withoutFixtures()
  const vectors: readonly Vector[] = JSON.parse(readFileSync(VECTORS, 'utf8'))
  for (const vector of vectors)
    for (const found of vector.cases)
      it(`${vector.check}: ${JSON.stringify(found.value ?? found.row)} of ${found.header ?? 'one column'}`, () => {
        const { header, row } = tableOf(vector, found)
        const fields = header.map(name => ({
          name,
          type: name === 'id' ? 'any' : (vector.fieldType ?? 'any'),
          ...(name !== 'id' && found.format ? { format: found.format } : {}),
        }))
        const all = new Set([...fields.map(({ name }) => name), ...namesIn(vector.params)])
        const declared = [...all].map(name => fields.find(field => field.name === name) ?? { name, type: 'any' })
        const code = found.code ?? vector.check
        const csv = [header, row].map(values => values.map(quoted).join(',')).join('\n')
        compare(
          new TextEncoder().encode(`${csv}\n`),
          {
            fields: declared,
            custom_checks: [{ name: vector.check, params: { ...(vector.params ?? { column: 'valeur' }) } }],
          },
          found.valid ? [] : [{ code }],
        )
      })
})

interface Vector {
  readonly check: string
  readonly params?: Readonly<Record<string, string | readonly string[]>>
  readonly fieldType?: string
  readonly cases: readonly {
    readonly header?: readonly string[]
    readonly row?: readonly (string | number | null)[]
    readonly value?: string | null
    readonly format?: string
    readonly code?: string
    readonly valid: boolean
  }[]
}

/** The errors under the schema are those that Validata named, in any order, and no others. */
function compare(bytes: Uint8Array, descriptor: unknown, expected: readonly { readonly code: string }[]): void {
  const schema = readSchema(descriptor, 'case').schema!
  const dataset = openDataset(bytes, { schema: { schema, source: 'flag' }, dialect: { delimiter: ',' } })
  const found = [...lint(dataset, { onlySchema: true })].filter(
    // What could not be checked is said as a warning, Validata calls it an error.
    ({ severity, rule }) => severity === 'error' || (rule === 'not-checked' && expected.length > 0),
  )
  const left = found.map(({ rule }) => rule)
  const missed = expected.filter(({ code }) => {
    const at = left.findIndex(rule => RULES[code]?.includes(rule))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  assert.deepEqual({ missed, over: left }, { missed: [], over: [] })
}

function tableOf({ params = {} }: Vector, { header, row, value }: Vector['cases'][number]) {
  // The reference leaves the header out where the columns are those of the check, in order.
  if (header) return { header, row: row! }
  return row ? { header: namesIn(params), row } : { header: ['id', ...columnOf(params)], row: ['1', value ?? ''] }
}

function columnOf(params: NonNullable<Vector['params']>): readonly string[] {
  return [typeof params['column'] === 'string' ? params['column'] : 'valeur']
}

function namesIn(params: Vector['params'] = {}): readonly string[] {
  return ['column', 'column1', 'column2', 'othercolumns', 'columns'].flatMap(key => params[key] ?? [])
}

function quoted(value: string | number | null): string {
  return value === null ? '' : `"${value}"`
}
