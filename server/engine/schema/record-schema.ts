import type { Field, FieldType } from '../model/field'
import { pointer, steps } from '../model/pointer'
import type { Schema } from '../model/schema'
import type { SchemaDefect } from '../model/schema-defect'
import { isShape, shapeBit } from '../model/shape-keys'
import { isObject } from './json-value'
import { type JsonSchemaTrouble, partTest } from './json-schema'
import { readField } from './field'

type Part = Readonly<Record<string, unknown>>

/** Levels of objects in which the list of records is looked for, and of references that are followed. */
const DEEPEST = 4
const MOST_REFERENCES = 20

/** Whether a document is a JSON Schema rather than a Table Schema: it says so, or has its words and no fields. */
export function isJsonSchema(value: unknown): value is Part {
  if (!isObject(value)) return false
  if (/json-schema\.org/i.test(String(value['$schema']))) return true
  if ('fields' in value) return false
  return ['properties', 'items', '$ref', 'allOf', 'anyOf', 'oneOf', '$defs', 'definitions'].some(key => key in value)
}

/**
 * A JSON Schema as the schema of a table in JSON: what it asks of a record is tried as a whole; of its properties the
 * fields are made, so that they are explained and completed.
 */
export function readRecordSchema(value: Part, id: string): { schema: Schema | undefined; defects: SchemaDefect[] } {
  const { at, path } = recordsIn(value)
  const faults = partTest(value, path)
  if (typeof faults === 'string') return unusable(faults)
  // What cannot be told of a record without members is without end for any.
  if (faults({}) === 'unknown') return unusable('malformed')
  const version = value['version']
  const title = value['title']
  return {
    defects: [],
    schema: {
      id,
      version: typeof version === 'string' ? version : undefined,
      ...(typeof title === 'string' && { title: { fr: title, en: title } }),
      fields: fieldsOf(value, partAt(value, path)),
      primaryKey: [],
      fieldsMatch: 'partial',
      customChecks: [],
      records: { ...(at !== undefined && { at }), faults },
    },
  }
}

function unusable(trouble: JsonSchemaTrouble): ReturnType<typeof readRecordSchema> {
  return { schema: undefined, defects: [{ kind: 'bad-json-schema', path: '', trouble }] }
}

/** Where the records lie that a schema describes: in the data, and in the schema. */
function recordsIn(root: Part): { readonly at: string | undefined; readonly path: string } {
  return listIn(root, '', '', 0) ?? { at: undefined, path: '' }
}

function listIn(root: Part, path: string, at: string, depth: number): { at: string; path: string } | undefined {
  const { part, path: place } = resolved(root, path)
  if (!part || depth > DEEPEST) return undefined
  if (isObject(part['items'])) return { at, path: `${place}/items` }
  const { properties } = part
  if (!isObject(properties)) return undefined
  // A record with a list in it is no wrapper: only what has one member to speak of may be.
  const inner = Object.keys(properties).flatMap(
    key => listIn(root, pointer(`${place}/properties`, key), pointer(at, key), depth + 1) ?? [],
  )
  const isWrapper = depth > 0 || Object.keys(properties).length <= WRAPPER_KEYS || 'features' in properties
  return isWrapper && inner.length === 1 ? inner[0] : undefined
}

/** Members that the object round a list has, at most: the list itself, counts, links. */
const WRAPPER_KEYS = 6

function partAt(root: Part, path: string): Part | undefined {
  return resolved(root, path).part
}

/** The part of a schema at a pointer, with the references on the way followed as far as they stay in it. */
function resolved(root: Part, path: string): { readonly part: Part | undefined; readonly path: string } {
  let place = path
  for (let i = 0; i < MOST_REFERENCES; i++) {
    let part: unknown = root
    for (const step of steps(place)) part = isObject(part) && Object.hasOwn(part, step) ? part[step] : undefined
    if (!isObject(part)) return { part: undefined, path: place }
    const reference = part['$ref']
    if (typeof reference !== 'string' || !reference.startsWith('#')) return { part, path: place }
    place = decodedPointer(reference.slice(1))
  }
  return { part: undefined, path: place }
}

function decodedPointer(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The properties of a record as fields: of a Feature of GeoJSON those of its properties, of what a portal wraps those of its fields. */
function fieldsOf(root: Part, record: Part | undefined): readonly Field[] {
  const own = membersOf(root, record)
  const inner = own.get('properties') ?? own.get('fields')
  const members = inner && membersOf(root, inner).size > 0 ? membersOf(root, inner) : own
  const fields: Field[] = []
  addFields(fields, root, members, { path: [], isInList: false })
  return fields
}

/** Levels of objects inside a record whose members are columns, as in its data. */
const LEVELS = 5
/** Fields beyond which those of an object are not told apart: a schema that refers to itself has no end. */
const MOST_FIELDS = 2_000

/** Elements of a list inside a record that are columns, as in its data. */
const ELEMENTS = ['0', '1', '2']

/** The keys that lead to an object, and whether it stands in a list. */
interface Before {
  readonly path: readonly string[]
  readonly isInList: boolean
}

/**
 * Adds the members of an object as fields, and those of the objects among them, or of the first elements of the lists, instead
 * of these, under the keys that lead there joined by points.
 */
function addFields(fields: Field[], root: Part, members: ReadonlyMap<string, Part>, { path, isInList }: Before): void {
  for (const [key, part] of members) {
    const here = [...path, key]
    const isFull = fields.length >= MOST_FIELDS
    const inside = here.length > LEVELS || isFull ? NOTHING : columnsOf(root, part)
    const ofElements = isInList || here.length >= LEVELS || isFull ? NOTHING : columnsOf(root, elementOf(root, part))
    if (inside.size > 0) addFields(fields, root, inside, { path: here, isInList })
    else if (ofElements.size > 0)
      for (const place of ELEMENTS) addFields(fields, root, ofElements, { path: [...here, place], isInList: true })
    else fields.push(...fieldOf(here.join('.'), part))
  }
}

const NOTHING: ReadonlyMap<string, Part> = new Map()

/** The members of an object of which columns are made. */
function columnsOf(root: Part, part: Part | undefined): ReadonlyMap<string, Part> {
  const members = membersOf(root, part)
  return areOfShape([...members.keys()]) ? NOTHING : members
}

/** What a schema says of each element of a list. */
function elementOf(root: Part, part: Part): Part | undefined {
  const { items } = part
  return isObject(items) ? (followed(root, items) ?? items) : undefined
}

function areOfShape(keys: readonly string[]): boolean {
  return isShape(
    keys.reduce((bits, key) => bits | shapeBit(key), 0),
    keys.length,
  )
}

function fieldOf(name: string, part: Part): readonly Field[] {
  const { title, description, examples } = part
  const allowed = part['enum']
  const texts = Array.isArray(allowed) ? allowed.filter(one => typeof one === 'string') : []
  const field = {
    name,
    type: typeOf(part),
    ...(typeof title === 'string' && { title }),
    ...(typeof description === 'string' && { description }),
    ...(Array.isArray(examples) && { examples }),
    ...(texts.length > 0 && { constraints: { enum: texts } }),
  }
  const read = readField(field, '', { missingValues: [''], checks: new Map(), judge: undefined }, () => undefined)
  return read ? [read] : []
}

function membersOf(root: Part, part: Part | undefined): ReadonlyMap<string, Part> {
  const members = new Map<string, Part>()
  for (const one of [part, ...(Array.isArray(part?.['allOf']) ? part['allOf'] : [])]) {
    const whole = isObject(one) && typeof one['$ref'] === 'string' ? followed(root, one) : one
    const properties = isObject(whole) ? whole['properties'] : undefined
    if (!isObject(properties)) continue
    for (const [name, described] of Object.entries(properties))
      if (isObject(described)) members.set(name, followed(root, described) ?? described)
  }
  return members
}

function followed(root: Part, part: Part): Part | undefined {
  const reference = part['$ref']
  if (typeof reference !== 'string' || !reference.startsWith('#')) return part
  return resolved(root, decodedPointer(reference.slice(1))).part
}

const TYPES: ReadonlySet<string> = new Set<FieldType>(['string', 'number', 'integer', 'boolean', 'object', 'array'])

function typeOf({ type }: Part): string {
  const types = [type].flat().filter(one => one !== 'null')
  return types.length === 1 && TYPES.has(String(types[0])) ? String(types[0]) : 'any'
}
