import type { Field } from '../model/field'
import type { Judge } from '../model/judge'
import { placeColumn } from '../model/place-column'
import { pointer } from '../model/pointer'
import type { Refusal, SchemaDefect } from '../model/schema-defect'
import { plainValue, textOf } from './descriptor'
import { readField } from './field'
import { isObject, jsonValue } from './json-value'

/** Examples and listed values of a field that are tried. */
const MOST = 1_000

/**
 * What a schema says against itself, field by field: examples and listed values that it refuses, bounds that cross,
 * patterns that refuse what is right. The reading of the schema tells the other defects.
 */
export function schemaSense(value: unknown, judge?: Judge): readonly SchemaDefect[] {
  if (!isObject(value) || !Array.isArray(value['fields'])) return []
  const missing = value['missingValues']
  const missingValues = Array.isArray(missing) ? missing.map(one => textOf(plainValue(one))) : ['']
  return value['fields'].flatMap((declared: unknown, index) => {
    const path = pointer('/fields', index)
    const field = readField(declared, path, { missingValues, checks: new Map(), judge }, () => {})
    if (!field || !isObject(declared)) return []
    return [
      ...brokenExamples(declared, field, path),
      ...brokenChoices(declared, field, path),
      ...noChoice(declared, field, path),
      ...crossed(declared, field, path),
      ...bothAnswers(declared, field, path),
      ...narrow(field, declared, path),
    ]
  })
}

function* brokenExamples(
  declared: Readonly<Record<string, unknown>>,
  field: Field,
  path: string,
): Generator<SchemaDefect> {
  for (const key of ['example', 'examples']) {
    const written = declared[key]
    const isMany = key === 'examples' && Array.isArray(written) && !isItems(written, field)
    const examples: readonly unknown[] = isMany ? written.slice(0, MOST) : [written]
    for (const [index, example] of examples.entries()) {
      const text = asCell(example, field)
      const because = text === undefined || isSeveral(text, field) ? undefined : refusal(text, field)
      const place = pointer(path, key)
      if (because)
        yield { kind: 'broken-example', path: isMany ? pointer(place, index) : place, example: text!, because }
    }
  }
}

function* brokenChoices(
  declared: Readonly<Record<string, unknown>>,
  field: Field,
  path: string,
): Generator<SchemaDefect> {
  const inside = declared['constraints']
  const values = isObject(inside) ? inside['enum'] : undefined
  if (!Array.isArray(values)) return
  const others = { ...field, constraints: { ...field.constraints, enum: undefined } } as unknown as Field
  for (const [index, value] of values.slice(0, MOST).entries()) {
    const text = asCell(plainValue(value), field)
    const because = text === undefined ? undefined : refusal(text, others)
    const place = pointer(pointer(pointer(path, 'constraints'), 'enum'), index)
    if (because) yield { kind: 'broken-choice', path: place, choice: text!, because }
  }
}

/** A list of allowed values in which there is none. */
function noChoice(declared: Readonly<Record<string, unknown>>, { constraints }: Field, path: string): SchemaDefect[] {
  if (constraints.enum?.length !== 0) return []
  const inside = declared['constraints']
  if (isObject(inside) && inside['enum'] !== undefined)
    return [{ kind: 'no-choice', path: pointer(pointer(path, 'constraints'), 'enum') }]
  return [{ kind: 'no-choice', path: pointer(path, 'enum' in declared ? 'enum' : 'categories') }]
}

/** Whether the examples of a list are its items rather than lists. */
function isItems(examples: readonly unknown[], { type }: Field): boolean {
  return (type === 'array' || type === 'list') && !examples.some(one => typeof one === 'object')
}

/** Whether an example shows several values, each of which is allowed. */
function isSeveral(example: string, field: Field): boolean {
  const list = jsonValue(example)
  const values = Array.isArray(list) ? list.map(textOf) : example.split(/\s*(?:[,;|/\n]|\bou\b|\bor\b)\s*/)
  return values.length > 1 && values.every(value => value !== '' && refusal(value, field) === undefined)
}

/** A value of the descriptor as a cell would hold it; undefined for what is no value. */
function asCell(value: unknown, { decimalChar, trueValues, falseValues, type }: Field): string | undefined {
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value === 'number') return String(value).replace('.', decimalChar)
  if (typeof value === 'boolean') return type === 'boolean' ? (value ? trueValues : falseValues)[0] : undefined
  // Lists and objects are values of some types and several examples for the others.
  if (typeof value === 'object' && !['array', 'object', 'geojson', 'geopoint'].includes(type)) return undefined
  return textOf(value)
}

/** What in the field refuses a value; undefined when it is allowed, or when it cannot be told. */
function refusal(text: string, field: Field): Refusal | undefined {
  const { type, format, constraints, missingValues } = field
  if (missingValues.includes(text)) return undefined
  const value = field.read(text)
  if (value === undefined) return { by: 'type', type, format }
  const { pattern, enum: values } = constraints
  if (values && !values.includes(text)) return { by: 'enum', values }
  if (pattern?.matches?.(text) === false) return { by: 'pattern', pattern: pattern.source }
  if (typeof value !== 'number') return undefined
  const outside = [
    ['minimum', (bound: number) => value < bound],
    ['exclusiveMinimum', (bound: number) => value <= bound],
    ['maximum', (bound: number) => value > bound],
    ['exclusiveMaximum', (bound: number) => value >= bound],
  ] as const
  for (const [bound, isOutside] of outside) {
    const written = constraints[bound]
    const limit = written === undefined ? undefined : field.read(written)
    if (typeof limit === 'number' && isOutside(limit)) return { by: 'bound', bound, value: written! }
  }
  return undefined
}

function* crossed(declared: Readonly<Record<string, unknown>>, field: Field, path: string): Generator<SchemaDefect> {
  const { constraints, read } = field
  const inside = declared['constraints']
  const place = isObject(inside) ? pointer(path, 'constraints') : path
  const pairs = [
    ['minimum', 'maximum'],
    ['exclusiveMinimum', 'exclusiveMaximum'],
    ['minLength', 'maxLength'],
  ] as const
  for (const [least, most] of pairs) {
    const [low, high] = [constraints[least], constraints[most]]
    if (low === undefined || high === undefined) continue
    const [from, to] = [low, high].map(bound => (typeof bound === 'number' ? bound : read(bound)))
    if (typeof from === 'number' && typeof to === 'number' && from > to)
      yield { kind: 'crossed-bounds', path: pointer(place, most), least, most, values: [String(low), String(high)] }
  }
}

/** Spellings among those of no that are among those of yes as well, where the field says either by itself. */
function bothAnswers(declared: Readonly<Record<string, unknown>>, field: Field, path: string): SchemaDefect[] {
  if (field.type !== 'boolean') return []
  const key = declared['falseValues'] === undefined ? 'trueValues' : 'falseValues'
  const value = field.falseValues.find(one => field.trueValues.includes(one))
  return value === undefined || declared[key] === undefined
    ? []
    : [{ kind: 'both-answers', path: pointer(path, key), value }]
}

/** Values that are right, and others of their kind that a pattern may forget. */
const probes = {
  // Corsica has letters since 1976, the overseas departments begin with 97.
  'commune-code': { usual: ['75056', '01001'], rare: ['2A004', '2B033', '97411'] },
  'postal-code': { usual: ['75001', '59000'], rare: ['01000', '20000', '97400', '98800'] },
  department: { usual: ['35', '75'], rare: ['01', '2A', '2B', '971'] },
  // A pattern that allows the first two is about names, not codes.
  name: {
    usual: ['Saint-Étienne', 'Le Mans'],
    rare: ["L'Haÿ-les-Roses", 'Le Plessis-Pâté', 'Œuilly', "Villeneuve-d'Ascq"],
  },
} as const

function* narrow(field: Field, declared: Readonly<Record<string, unknown>>, path: string): Generator<SchemaDefect> {
  const { pattern } = field.constraints
  const { matches } = pattern ?? {}
  if (!pattern || !matches || field.constraints.enum) return
  const inside = declared['constraints']
  const where = isObject(inside) ? pointer(path, 'constraints') : path
  const { identifier } = field
  const isDepartment = placeColumn({ field, label: field.name })?.kind === 'department'
  const other = isDepartment ? 'department' : 'name'
  const of = identifier === 'commune-code' || identifier === 'postal-code' ? identifier : other
  const { usual, rare } = probes[of]
  if (!usual.every(value => matches(value))) return
  const refused = rare.find(value => matches(value) === false)
  if (refused !== undefined)
    yield { kind: 'narrow-pattern', path: pointer(where, 'pattern'), pattern: pattern.source, refused, of }
}
