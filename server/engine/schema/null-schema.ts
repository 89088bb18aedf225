import type { Dialect } from '../model/dialect'
import type { Schema } from '../model/schema'

const made = new WeakMap<Schema, { readonly nullSequence: string; readonly schema: Schema }>()

/** The schema as it reads a file of which the dialect tells how a cell says that it has no value. */
export function nullSchema(schema: Schema, { nullSequence }: Pick<Dialect, 'nullSequence'>): Schema {
  if (nullSequence === undefined) return schema
  const known = made.get(schema)
  if (known?.nullSequence === nullSequence) return known.schema
  const fields = schema.fields.map(field => ({ ...field, missingValues: [...field.missingValues, nullSequence] }))
  const told = { ...schema, fields }
  made.set(schema, { nullSequence, schema: told })
  return told
}
