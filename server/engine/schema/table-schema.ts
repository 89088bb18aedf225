import type { CellCheck, CustomCheck } from '../model/custom-check'
import type { Field } from '../model/field'
import type { Judge } from '../model/judge'
import { tidyLabel } from '../model/label'
import { pointer } from '../model/pointer'
import { putIn } from '../model/put-in'
import type { FieldsMatch, Schema } from '../model/schema'
import type { SchemaDefect } from '../model/schema-defect'
import { readCustomChecks } from './custom-checks'
import type { Report } from './defect'
import { type Descriptor, listAt, localisedAt, textOf, withMeantKeys } from './descriptor'
import { type Inherited, readField, textsAt } from './field'
import { readForeignKeys } from './foreign-keys'
import { jsonFault } from './json-fault'
import { isObject, jsonValue } from './json-value'
import { isJsonSchema, readRecordSchema } from './record-schema'

/** A schema, when the descriptor holds one that can be used, and what is wrong with the descriptor. */
export interface SchemaReading {
  readonly schema: Schema | undefined
  readonly defects: readonly SchemaDefect[]
}

/** Reads the text of a Table Schema; never throws. The judge tries patterns that can run away. */
export function readSchemaText(text: string, id: string, judge?: Judge): SchemaReading {
  const json = text.replace(/^\uFEFF/, '')
  const value = jsonValue(json)
  if (value !== undefined) return readSchema(value, id, judge)
  return {
    schema: undefined,
    defects: [{ kind: 'syntax', path: '', offset: jsonFault(json) + text.length - json.length }],
  }
}

/** Reads a Table Schema, version 1 or 2, as French public schemas write it, or a JSON Schema; never throws. */
export function readSchema(value: unknown, id: string, judge?: Judge): SchemaReading {
  if (isJsonSchema(value)) return readRecordSchema(value, id)
  const defects: SchemaDefect[] = []
  const report: Report = defect => defects.push(defect)
  const schema = schemaOf(value, id, judge, report)
  return { schema, defects }
}

function schemaOf(value: unknown, id: string, judge: Judge | undefined, report: Report): Schema | undefined {
  if (!isObject(value)) return void report({ kind: 'wrong-kind', path: '', expected: 'object' })
  const descriptor = withMeantKeys({ values: value, path: '' }, KEYS, report)
  const declared = descriptor.values['fields']
  if (!Array.isArray(declared) || declared.length === 0) return void report({ kind: 'no-fields', path: '' })
  const names = declared.map(nameIn)
  const { checks, unusable } = readCustomChecks(descriptor, names, report)
  const missingValues = textsAt(descriptor, 'missingValues', report) ?? ['']
  const fields = fieldsOf(declared, { checks: checksByColumn(checks), missingValues, judge }, report)
  if (fields.length === 0) return void report({ kind: 'no-fields', path: '/fields' })
  const version = value['version']
  const title = localisedAt(descriptor, 'title', report)
  // Nothing here shows it, but strict tools read it.
  localisedAt(descriptor, 'description', report)
  const primaryKey = primaryKeyOf(descriptor, fields, report)
  const uniqueKeys = uniqueKeysOf(descriptor, fields, report)
  const foreignKeys = readForeignKeys(descriptor, fields, report)
  const fieldsMatch = fieldsMatchOf(descriptor, report)
  return {
    id,
    version: typeof version === 'string' || typeof version === 'number' ? String(version) : undefined,
    ...(title && { title }),
    fields: withoutGaps(fields, primaryKey),
    primaryKey,
    ...(uniqueKeys && { uniqueKeys }),
    ...(foreignKeys && { foreignKeys }),
    ...(fieldsMatch && { fieldsMatch }),
    customChecks: checks,
    ...(unusable.length > 0 && { unusableChecks: unusable }),
  }
}

/** What Table Schema says of a whole schema; authors add names of their own beside. */
const KEYS = [
  'fields',
  'missingValues',
  'primaryKey',
  'uniqueKeys',
  'foreignKeys',
  'fieldsMatch',
  'title',
  'description',
  'version',
]

/** The name of a field as it will be read. */
function nameIn(field: unknown): string {
  return isObject(field) && field['name'] !== undefined ? tidyLabel(textOf(field['name'])) : ''
}

/** The checks of cells that each column is to meet. */
function checksByColumn(customChecks: readonly CustomCheck[]): ReadonlyMap<string, readonly CellCheck[]> {
  const byColumn = new Map<string, CellCheck[]>()
  for (const check of customChecks) if ('column' in check) putIn(byColumn, check.column, check)
  return byColumn
}

function fieldsOf(declared: readonly unknown[], inherited: Inherited, report: Report): readonly Field[] {
  const names = new Set<string>()
  return declared.flatMap((value, index) => {
    const path = pointer('/fields', index)
    const field = readField(value, path, inherited, report)
    if (!field) return []
    if (names.has(field.name)) report({ kind: 'duplicate-name', path: pointer(path, 'name'), name: field.name })
    names.add(field.name)
    return [field]
  })
}

function primaryKeyOf(descriptor: Descriptor, fields: readonly Field[], report: Report): readonly string[] {
  const written = descriptor.values['primaryKey']
  const names = typeof written === 'string' ? [written] : (textsAt(descriptor, 'primaryKey', report) ?? [])
  return known(names, fields, pointer('', 'primaryKey'), report)
}

/** To stand in a primary key makes a field required, says Table Schema; one that says otherwise of itself is left so. */
function withoutGaps(fields: readonly Field[], primaryKey: readonly string[]): readonly Field[] {
  return fields.map(field =>
    primaryKey.includes(field.name) && field.constraints.required === undefined
      ? { ...field, constraints: { ...field.constraints, required: true } }
      : field,
  )
}

/** Table Schema 2 wants a list of lists; the name of one field alone says the same. */
function uniqueKeysOf(descriptor: Descriptor, fields: readonly Field[], report: Report): Schema['uniqueKeys'] {
  return listAt(descriptor, 'uniqueKeys', report)?.map((written, i) => {
    const names = (Array.isArray(written) ? written : [written]).map(textOf)
    return known(names, fields, pointer(pointer('', 'uniqueKeys'), i), report)
  })
}

/** The published profile of Table Schema 2 wants the word in a list of one. */
function fieldsMatchOf({ values }: Descriptor, report: Report): FieldsMatch | undefined {
  const written = values['fieldsMatch']
  if (written === undefined || written === null) return undefined
  const word = Array.isArray(written) && written.length === 1 ? written[0] : written
  const match = fieldsMatches.find(known => known === word)
  if (!match) report({ kind: 'unknown-match', path: '/fieldsMatch', match: textOf(word) })
  return match
}

const fieldsMatches: readonly FieldsMatch[] = ['exact', 'equal', 'subset', 'superset', 'partial']

/** The names of a key, each of which should be a field. */
function known(names: readonly string[], fields: readonly Field[], path: string, report: Report): readonly string[] {
  for (const name of names)
    if (!fields.some(field => field.name === name)) report({ kind: 'unknown-field', path, name })
  return names.filter(name => name !== '')
}
