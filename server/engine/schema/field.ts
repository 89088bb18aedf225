import type { CellCheck } from '../model/custom-check'
import type { Field, FieldType } from '../model/field'
import type { InnerTest } from '../model/inner-fault'
import type { Judge } from '../model/judge'
import { tidyLabel } from '../model/label'
import { pointer } from '../model/pointer'
import { constraintKeys, readConstraints } from './constraints'
import type { Report } from './defect'
import { type Descriptor, flagAt, listAt, localisedAt, plainValue, textAt, textOf, withMeantKeys } from './descriptor'
import { fieldIdentifier } from './identifiers'
import { firstOf, itemDescriptor, readJsonSchema, readMembers } from './inner'
import { itemsTest } from './items'
import { isObject } from './json-value'
import { meantFormat } from './meant-format'
import { meantType } from './meant-type'
import { types } from './types'
import { plainSpelling } from './types/plain'
import type { Reading, Spelling } from './types/reading'

/** What a field takes over from its schema. */
export interface Inherited {
  readonly missingValues: readonly string[]
  /** The custom checks on each column. */
  readonly checks: ReadonlyMap<string, readonly CellCheck[]>
  readonly judge: Judge | undefined
}

const keys = [
  'name',
  'title',
  'description',
  'type',
  'format',
  'example',
  'examples',
  'constraints',
  'missingValues',
  'trueValues',
  'falseValues',
  'decimalChar',
  'groupChar',
  'bareNumber',
  'floatNumber',
  'categories',
  'categoriesOrdered',
  'delimiter',
  'itemType',
  'arrayItem',
  'items',
  'rdfType',
  'x-formerNames',
  'x-otherNames',
]
const itemTypes = new Set(['string', 'integer', 'boolean', 'number', 'datetime', 'date', 'time'])
// Names of Table Schema before its first version.
const oldTypes: Readonly<Record<string, FieldType>> = { gyear: 'year', gyearmonth: 'yearmonth' }

/** A field as its schema declares it, read as meant; undefined when it has no name. */
export function readField(value: unknown, path: string, inherited: Inherited, report: Report): Field | undefined {
  if (!isObject(value)) return void report({ kind: 'wrong-kind', path, expected: 'object' })
  const descriptor = withMeantKeys({ values: value, path }, [...keys, ...constraintKeys], report)
  const name = nameOf(descriptor, report)
  if (name === undefined) return
  const type = typeOf(descriptor, report)
  const format = textAt(descriptor, 'format', report) || 'default'
  const spelling = spellingOf(descriptor, format, report)
  const { read, accept, numberAt } = readingOf(type, spelling, descriptor.path, report)
  const { judge } = inherited
  const declared = constraintsOf(descriptor, report)
  const inner = firstOf([
    readJsonSchema(declared, type, report),
    readMembers(descriptor, type),
    readItems(descriptor, type, inherited, report),
  ])
  const constraints = {
    ...readConstraints(declared, { type, spelling, read, judge }, report),
    ...(inner && { inner }),
  }
  const title = localisedAt(descriptor, 'title', report)
  const description = localisedAt(descriptor, 'description', report)
  const example = exampleOf(descriptor)
  const formerNames = textsAt(descriptor, 'x-formerNames', report)
  const otherNames = textsAt(descriptor, 'x-otherNames', report)
  const checks = inherited.checks.get(name)
  return {
    name,
    type,
    format,
    ...(title && { title }),
    ...(description && { description }),
    ...(example !== undefined && { example }),
    ...(formerNames && { formerNames }),
    ...(otherNames && { otherNames }),
    constraints,
    missingValues: textsAt(descriptor, 'missingValues', report) ?? inherited.missingValues,
    decimalChar: spelling.decimalChar,
    groupChar: spelling.groupChar,
    bareNumber: spelling.bareNumber,
    ...(type === 'list' && { delimiter: spelling.delimiter }),
    trueValues: spelling.trueValues,
    falseValues: spelling.falseValues,
    identifier: fieldIdentifier({ name, type, constraints, checks: checks ?? [] }),
    ...(checks && { checks }),
    read,
    ...(accept && { accept }),
    ...(numberAt && { numberAt }),
  }
}

/** The values of a list as text, whatever kind of JSON they are. */
export function textsAt(descriptor: Descriptor, key: string, report: Report): readonly string[] | undefined {
  return listAt(descriptor, key, report)?.map(entry => textOf(plainValue(entry)))
}

function nameOf(descriptor: Descriptor, report: Report): string | undefined {
  const path = pointer(descriptor.path, 'name')
  const name = textAt(descriptor, 'name', report)
  const meant = tidyLabel(name ?? '')
  if (name === undefined || meant === '') return void report({ kind: 'no-name', path: descriptor.path })
  if (name !== meant) report({ kind: 'untidy-name', path, name, meant })
  return meant
}

function typeOf(descriptor: Descriptor, report: Report): FieldType {
  const written = textAt(descriptor, 'type', report)
  if (written === undefined) return 'any'
  if (isType(written)) return written
  const lower = written.trim().toLowerCase()
  const sure = isType(lower) ? lower : Object.hasOwn(oldTypes, lower) ? oldTypes[lower]! : undefined
  const meant = sure ?? meantType(lower)
  report({ kind: 'unknown-type', path: pointer(descriptor.path, 'type'), type: written, ...(meant && { meant }) })
  return sure ?? 'any'
}

function isType(name: string): name is FieldType {
  return Object.hasOwn(types, name)
}

function spellingOf(descriptor: Descriptor, format: string, report: Report): Spelling {
  const itemType = textAt(descriptor, 'itemType', report) ?? 'string'
  return {
    // The first version of Table Schema marked patterns with `fmt:`.
    format: format.startsWith('fmt:') ? format.slice(4) : format,
    decimalChar: textAt(descriptor, 'decimalChar', report) || plainSpelling.decimalChar,
    groupChar: textAt(descriptor, 'groupChar', report) || undefined,
    bareNumber: flagAt(descriptor, 'bareNumber', report) ?? plainSpelling.bareNumber,
    trueValues: textsAt(descriptor, 'trueValues', report) ?? plainSpelling.trueValues,
    falseValues: textsAt(descriptor, 'falseValues', report) ?? plainSpelling.falseValues,
    delimiter: textAt(descriptor, 'delimiter', report) || plainSpelling.delimiter,
    itemType: isType(itemType) && itemTypes.has(itemType) ? itemType : plainSpelling.itemType,
  }
}

function readingOf(type: FieldType, spelling: Spelling, path: string, report: Report): Reading {
  const reading = types[type](spelling)
  if (reading) return reading
  const meant = meantFormat(type, spelling.format)
  const where = pointer(path, 'format')
  report({ kind: 'unknown-format', path: where, type, format: spelling.format, ...(meant && { meant }) })
  // What an unknown pattern of dates means nobody knows; text stays text whatever its format.
  if (type === 'date' || type === 'datetime' || type === 'time') return { read: () => undefined }
  return types[type]({ ...spelling, format: 'default' })!
}

function readItems(
  descriptor: Descriptor,
  type: FieldType,
  inherited: Inherited,
  report: Report,
): InnerTest | undefined {
  const item = itemDescriptor(descriptor, type, report)
  // What describes items is a field to some and a JSON Schema to others, where an `enum` stands in the open.
  const heard: Report = defect => {
    if (defect.kind !== 'misplaced-constraint') report(defect)
  }
  const field = item && readField(item.value, item.path, { ...inherited, missingValues: [''] }, heard)
  return field && itemsTest(field)
}

/** The constraints of the field with those that stand beside them, and the categories as an enumeration. */
function constraintsOf({ values, path }: Descriptor, report: Report): Descriptor {
  const inside = values['constraints']
  const insidePath = pointer(path, 'constraints')
  if (inside !== undefined && inside !== null && !isObject(inside))
    report({ kind: 'wrong-kind', path: insidePath, expected: 'object' })
  const own = withMeantKeys({ values: isObject(inside) ? inside : {}, path: insidePath }, constraintKeys, report)
  const found: Record<string, unknown> = { ...own.values }
  for (const key of constraintKeys)
    if (values[key] !== undefined && found[key] === undefined) {
      report({ kind: 'misplaced-constraint', path: pointer(path, key), constraint: key })
      found[key] = values[key]
    }
  const categories = values['categories']
  if (Array.isArray(categories) && found['enum'] === undefined) found['enum'] = categories
  return { values: found, path: insidePath }
}

function exampleOf({ values }: Descriptor): string | undefined {
  const { example, examples } = values
  const first = example ?? (Array.isArray(examples) ? examples[0] : examples)
  return first === undefined || first === null || first === '' ? undefined : textOf(first)
}
