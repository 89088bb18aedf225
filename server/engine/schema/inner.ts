import { pointer } from '../model/pointer'
import type { FieldType } from '../model/field'
import type { InnerTest } from '../model/inner-fault'
import type { Report } from './defect'
import type { Descriptor } from './descriptor'
import { isObject } from './json-value'
import { jsonSchemaTest } from './json-schema'

/** Types whose values are read to what JSON would hold, so that a JSON Schema can speak of them. */
const jsonTypes: ReadonlySet<FieldType> = new Set<FieldType>([
  'any',
  'array',
  'boolean',
  'geojson',
  'geopoint',
  'integer',
  'list',
  'number',
  'object',
  'string',
])

/** The test of the constraint `jsonSchema`; what cannot be used is a defect and left out. */
export function readJsonSchema({ values, path }: Descriptor, type: FieldType, report: Report): InnerTest | undefined {
  const schema = values['jsonSchema']
  if (schema === undefined || schema === null) return undefined
  const place = pointer(path, 'jsonSchema')
  if (!jsonTypes.has(type))
    return void report({ kind: 'unfit-constraint', path: place, constraint: 'jsonSchema', type })
  const test = jsonSchemaTest(schema)
  if (typeof test === 'function') return test
  report({ kind: 'bad-json-schema', path: place, trouble: test })
  return undefined
}

/**
 * The description of an array’s items, `arrayItem` or `items`, with its place. On text it says nothing: public schemas
 * write it beside fields of one value.
 */
export function itemDescriptor(
  { values, path }: Descriptor,
  type: FieldType,
  report: Report,
): { readonly value: unknown; readonly path: string } | undefined {
  const key = ['arrayItem', 'items'].find(name => isObject(values[name]))
  if (key === undefined) return undefined
  if (type !== 'array' && type !== 'list')
    return void report({ kind: 'unfit-constraint', path: pointer(path, key), constraint: key, type })
  return { value: { name: key, ...(values[key] as object) }, path: pointer(path, key) }
}

/** The size that JSON Schema’s own words give an object beside `constraints`: `minProperties` and `maxProperties`. */
export function readMembers({ values }: Descriptor, type: FieldType): InnerTest | undefined {
  const bounds = Object.entries(values).filter(([key]) => key === 'minProperties' || key === 'maxProperties')
  if (type !== 'object' || bounds.length === 0) return undefined
  const test = jsonSchemaTest(Object.fromEntries(bounds))
  return typeof test === 'function' ? test : undefined
}

/** What the first of several tests finds; a fault goes before what could not be told. */
export function firstOf(tests: readonly (InnerTest | undefined)[]): InnerTest | undefined {
  const some = tests.filter(test => test !== undefined)
  if (some.length < 2) return some[0]
  return value => {
    const found = some.map(test => test(value))
    return found.find(one => typeof one === 'object') ?? found.find(one => one !== undefined)
  }
}
