import type { TreeKind } from '../model/described-tree'
import type { Tree } from '../model/tree'

/** Bytes beyond which a text is not parsed to find out what it is; real schemas have a hundredth of it. */
export const LONGEST = 16_000_000

const SCHEMA_NAME = /^(?:.*\.schema|schema|tableschema|table-schema)\.json$/i
/** Keys that JSON Schema (https://json-schema.org) has and Table Schema has not. */
const OTHERS_KEYS = [
  'properties',
  'definitions',
  '$defs',
  '$ref',
  'oneOf',
  'anyOf',
  'allOf',
  'items',
  'additionalProperties',
]
/** Keys beside `fields` of what is data: the answers of portals, tables with their own header. */
const DATA_KEYS = ['records', 'data', 'rows', 'features', 'result']

/** What a JSON document is, by its name and what it holds; undefined when it is none that is known. */
export function treeKindOf(name: string, { root }: Tree): TreeKind | undefined {
  if (/^datapackage\.json$/i.test(name)) return 'data-package'
  const value = root?.value
  const isNamed = SCHEMA_NAME.test(name)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return isNamed ? 'table-schema' : undefined
  const holds = (key: string) => Object.hasOwn(value, key)
  const { $schema, fields, profile } = value as Readonly<Record<string, unknown>>
  const told = [$schema, profile].filter(one => typeof one === 'string').join(' ')
  if (/json-schema\.org/i.test(told)) return undefined
  if (/table-?schema/i.test(told)) return 'table-schema'
  if (/data-?package/i.test(told)) return 'data-package'
  if (holds('fields') || isNamed) {
    const isOther = OTHERS_KEYS.some(holds) && !holds('fields')
    if (isNamed) return isOther ? undefined : 'table-schema'
    return areFields(fields) && !DATA_KEYS.some(holds) ? 'table-schema' : undefined
  }
  return undefined
}

function areFields(fields: unknown): boolean {
  return Array.isArray(fields) && fields.length > 0 && fields.every(isField)
}

function isField(field: unknown): boolean {
  return typeof field === 'object' && field !== null && 'name' in field && 'type' in field
}
