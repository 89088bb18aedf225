import assert from 'node:assert/strict'
import { openDataset } from '../../server/engine/dataset'
import { lint } from '../../server/engine/lint'
import { readSchema } from '../../server/engine/schema/table-schema'
import { casesWhere, fixture, holdsOrDiffers, withoutFixtures } from './cases'

const name = { name: 'Name', type: 'string' }
const country = (pattern: string) => ({ name: 'Country', type: 'string', constraints: { pattern } })

/** The CSV Schemas that Table Schema can say as well, as fields; a file without header has the fields in order. */
const SAME: Readonly<Record<string, { readonly fields: readonly object[]; readonly header?: 'none' }>> = {
  'separated1.csvs': { fields: ['col1', 'col2', 'col3'].map(one => ({ name: one, constraints: { required: true } })) },
  'anyRuleSchema.csvs': {
    fields: [name, { name: 'SomeAnyRule', type: 'string', constraints: { enum: ['value1', 'value2', 'value3'] } }],
    header: 'none',
  },
  'xsdDateTimeRange.csvs': {
    fields: [
      {
        name: 'date',
        type: 'datetime',
        constraints: { minimum: '2012-01-01T01:00:00', maximum: '2013-01-01T01:00:00' },
      },
    ],
  },
  'xsdDateTimeTz.csvs': {
    fields: [{ name: 'date', type: 'datetime', constraints: { pattern: '.*(Z|[+-]\\d\\d:\\d\\d)' } }],
  },
  'totalColumnsSchema.csvs': { fields: [{ name: 'Thing', type: 'string' }], header: 'none' },
  'orWithTwoRulesSchema.csvs': { fields: [name, country('[A-Z][a-z]+|[0-9]+')], header: 'none' },
  'orWithFourRulesSchema.csvs': { fields: [name, country('[A-Z].+')], header: 'none' },
  'bom.csvs': { fields: [{ name: 'column', type: 'string' }] },
}

/** The others, each with its reason. */
const BESIDE: Readonly<Record<string, string>> = {
  'switch1RuleSchema.csvs': 'Table Schema has no condition between two columns',
  'switch2RuleSchema.csvs': 'Table Schema has no condition between two columns',
  'optionalSchema.csvs': 'Table Schema does not look for a value inside that of another column',
  'rulesSchema.csvs': 'Table Schema does not look for a value inside that of another column',
  'redacted.csvs': 'Table Schema does not make a value out of that of another column',
  'duplicateColumnIdsPassSchema.csvs': 'it is about a schema that goes by position, where labels may be alike',
}

/** Cases that are judged otherwise, and why. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'tna/Validate fail fast / only report first error for invalid @TotalColumns':
    'the number of columns is that of the first row here, and not the schema’s',
}

describe('files of the National Archives’ CSV Validator', () => {
  const cases = casesWhere(({ set }) => set === 'tna-csv-validator')
  if (!cases) return withoutFixtures()
  assert.ok(cases.length > 0)
  for (const found of cases) {
    const { csv_schema: schema } = found as unknown as { readonly csv_schema: string }
    if (BESIDE[schema] !== undefined) {
      it.skip(`${found.id}: ${BESIDE[schema]}`)
      continue
    }
    holdsOrDiffers(found.id, OTHERWISE[found.id], () => {
      const { fields, header } = SAME[schema]!
      const dataset = openDataset(bytesOf(found.file!, fields, header), {
        schema: { schema: readSchema({ fields }, schema).schema!, source: 'flag' },
      })
      // Rows count without the header there.
      const errors = [...lint(dataset)].filter(({ severity }) => severity === 'error')
      assert.deepEqual(
        errors.map(({ row, column }) => `${row}, ${column}`),
        found.expected.map(one => `${one.row}, ${(one as unknown as { column_index: number }).column_index}`),
      )
    })
  }
})

/** The bytes of a file, under a header of ours where it has none. */
function bytesOf(file: string, fields: readonly object[], header: 'none' | undefined): Uint8Array {
  const bytes = fixture(file)
  if (header === undefined) return bytes
  const labels = fields.map(field => (field as { name: string }).name).join(',')
  return Buffer.concat([Buffer.from(`${labels}\n`), bytes])
}
