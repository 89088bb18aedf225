import { openDataset, type OpenOptions } from '../../../server/engine/dataset'
import { infer, schemaText } from '../../../server/engine/infer'
import { lint } from '../../../server/engine/lint'
import { readSchemaText } from '../../../server/engine/schema/table-schema'

const ABOUT_VALUES = new Set(
  'type-error required enum pattern minimum maximum min-length max-length unique primary-key missing-label extra-label malformed-siret malformed-siren internal-error'.split(
    ' ',
  ),
)

/** What a file breaks of the schema that was inferred from it; the defects of that schema. */
export function schemaErrors(bytes: Uint8Array, dialect: OpenOptions['dialect'] = {}): readonly string[] {
  const first = openDataset(bytes, { schema: 'none', dialect })
  const { schema, defects } = readSchemaText(schemaText(infer(first)), 'inferred')
  if (!schema) return ['no schema']
  const dataset = openDataset(bytes, { schema: { schema, source: 'flag' }, dialect })
  const found = [...lint(dataset, { onlySchema: true })].filter(({ rule }) => ABOUT_VALUES.has(rule))
  return [...defects.map(({ kind }) => kind), ...found.map(({ rule, row, value }) => `${rule} ${row} ${value}`)]
}
