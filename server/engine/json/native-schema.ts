import type { Field } from '../model/field'
import type { Schema } from '../model/schema'

const made = new WeakMap<Schema, Schema>()

/**
 * The schema as it reads a format that writes numbers and booleans itself: what such a value is does not depend on how the
 * schema has text spell it (Table Schema v2, “native values”), and `null` is no value, however it has text spell that.
 */
export function nativeSchema(schema: Schema): Schema {
  const known = made.get(schema)
  if (known) return known
  const native = { ...schema, fields: schema.fields.map(nativeField) }
  made.set(schema, native)
  return native
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

function nativeField(field: Field): Field {
  const native = nativeReading(field)
  return field.missingValues.includes('') ? native : { ...native, absentIsMissing: true }
}

function nativeReading(field: Field): Field {
  const { type, read } = field
  if (type === 'boolean' && read('true') === undefined)
    return { ...field, read: text => (text === 'true' ? true : text === 'false' ? false : read(text)) }
  if (type === 'number' && (read('1.5') !== 1.5 || read('1.500') !== 1.5)) {
    const { accept: _, numberAt: __, ...plain } = field
    return { ...plain, read: text => (NUMBER.test(text) ? Number(text) : read(text)) }
  }
  if (type === 'integer')
    return { ...field, read: text => read(text) ?? (/^-?\d+\.0+$/.test(text) ? Number(text) : undefined) }
  return field
}
