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

type Members = Readonly<Record<string, unknown>>

/** Whether a file is a data package by its name. */
export function isPackage(name: string): boolean {
  return /^datapackage\.json$/i.test(name)
}

/** What a JSON document is, by its name and what it holds; undefined when it is none that is known. */
export function treeKindOf(name: string, { root }: Tree): TreeKind | undefined {
  if (isPackage(name)) return 'data-package'
  const value = root?.value
  const isNamed = SCHEMA_NAME.test(name)
  if (Array.isArray(value)) return isNamed ? 'table-schema' : linkedKind(value)
  if (!isMembers(value)) return isNamed ? 'table-schema' : undefined
  const holds = (key: string) => Object.hasOwn(value, key)
  const { $schema, fields, profile } = value
  const told = [$schema, profile].filter(one => typeof one === 'string').join(' ')
  if (/json-schema\.org/i.test(told)) return undefined
  if (/table-?schema/i.test(told)) return 'table-schema'
  if (/table-?dialect|csv-?dialect/i.test(told)) return 'table-dialect'
  if (/data-?package/i.test(/\/([^/]*)$/.exec(told)?.[1] ?? told)) return 'data-package'
  if (/data-?resource/i.test(told)) return 'data-resource'
  if (holds('fields') || isNamed) {
    const isOther = OTHERS_KEYS.some(holds) && !holds('fields')
    if (isNamed) return isOther ? undefined : 'table-schema'
    return areFields(fields) && !DATA_KEYS.some(holds) ? 'table-schema' : undefined
  }
  return metadataKind(name, value)
}

/** What a document of metadata is; it says itself which vocabulary it speaks, or has members that no other has. */
function metadataKind(name: string, value: Members): TreeKind | undefined {
  const context = JSON.stringify(value['@context'] ?? '').slice(0, 5_000)
  if (isCsvwSchema(value)) return 'csvw-schema'
  if (/w3\.org\/ns\/csvw/.test(context)) return 'csvw'
  if (/schema\.org/.test(context) && /Dataset|DataCatalog/.test(typesOf(value))) return 'schema-org'
  if (/w3\.org\/ns\/dcat|dcat-ap/i.test(context)) return 'dcat'
  const linked = linkedKind([value])
  if (linked) return linked
  if (/^(?:.*\.)?dialect\.json$/i.test(name)) return 'table-dialect'
  const resources = value['resources']
  if (!Array.isArray(resources)) return isDataGouvList(value) ? 'data-gouv' : undefined
  if (isDataGouv(value)) return 'data-gouv'
  const isPackage = resources.length > 0 && resources.every(one => isMembers(one) && ('path' in one || 'data' in one))
  return isPackage ? 'data-package' : undefined
}

/** Members of a column that only CSVW has. */
const COLUMN_KEYS = ['titles', 'datatype', 'propertyUrl', 'virtual', 'suppressOutput']

function isCsvwSchema(value: Members): boolean {
  const columns: readonly unknown[] = Array.isArray(value['columns']) ? value['columns'] : []
  const isOther = [...DATA_KEYS, 'url', 'tables', 'resources'].some(key => Object.hasOwn(value, key))
  return (
    !isOther &&
    columns.every(isMembers) &&
    columns.some(column => COLUMN_KEYS.some(key => Object.hasOwn(column as Members, key)))
  )
}

function typesOf(value: Members): string {
  const inside = value['@graph']
  const nodes = [value, ...(Array.isArray(inside) ? inside.slice(0, 100) : [])]
  return nodes.flatMap(node => (isMembers(node) ? [node['@type']].flat() : [])).join(' ')
}

/** The vocabulary of the datasets among the nodes of JSON-LD, by classes that need no context; undefined where there are none. */
function linkedKind(nodes: readonly unknown[]): 'dcat' | 'schema-org' | undefined {
  const types = nodes
    .slice(0, 100)
    .map(node => (isMembers(node) ? typesOf(node) : ''))
    .join(' ')
  if (/(?:\bdcat:|ns\/dcat#)(?:Dataset|Catalog|Distribution)\b/.test(types)) return 'dcat'
  return /(?:\bschema:|\bschema\.org\/)(?:Dataset|DataCatalog|DataDownload)\b/.test(types) ? 'schema-org' : undefined
}

/** Members that the datasets of data.gouv.fr have and those of a data package have not. */
const ITS_KEYS = [
  'license',
  'frequency',
  'organization',
  'temporal_coverage',
  'spatial',
  'slug',
  'access_type',
  'private',
]

function isDataGouv(value: unknown): boolean {
  if (!isMembers(value) || !Array.isArray(value['resources'])) return false
  const hasPaths = value['resources'].some(one => isMembers(one) && ('path' in one || 'data' in one))
  return !hasPaths && 'title' in value && ITS_KEYS.some(key => Object.hasOwn(value, key))
}

/** A page of the catalogue. */
function isDataGouvList({ data, total }: Members): boolean {
  return typeof total === 'number' && Array.isArray(data) && data.length > 0 && data.slice(0, 20).every(isDataGouv)
}

function areFields(fields: unknown): boolean {
  return Array.isArray(fields) && fields.length > 0 && fields.every(isField)
}

function isField(field: unknown): boolean {
  return typeof field === 'object' && field !== null && 'name' in field && 'type' in field
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
