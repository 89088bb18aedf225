import { pointer } from '../model/pointer'
import type { Field } from '../model/field'
import type { ForeignKey } from '../model/reference'
import type { Report } from './defect'
import { type Descriptor, listAt, textAt, textOf } from './descriptor'
import { isObject } from './json-value'

/** The foreign keys of a schema; the name of one field alone is a list of one, and a key that cannot be used is left out. */
export function readForeignKeys(
  descriptor: Descriptor,
  fields: readonly Field[],
  report: Report,
): readonly ForeignKey[] | undefined {
  const known = new Set(fields.map(({ name }) => name))
  return listAt(descriptor, 'foreignKeys', report)?.flatMap((value, index) => {
    const path = pointer(pointer(descriptor.path, 'foreignKeys'), index)
    return keyOf(value, path, known, report) ?? []
  })
}

function keyOf(value: unknown, path: string, known: ReadonlySet<string>, report: Report): ForeignKey | undefined {
  if (!isObject(value)) return void report({ kind: 'wrong-kind', path, expected: 'object' })
  const reference = value['reference']
  const place = pointer(path, 'reference')
  if (!isObject(reference)) return void report({ kind: 'wrong-kind', path: place, expected: 'object' })
  const fields = namesOf(value['fields'])
  const referred = namesOf(reference['fields'])
  const written = textAt({ values: reference, path: place }, 'resource', report) ?? ''
  // Tools before the first version of the specification wrote `self`.
  const resource = written === 'self' ? '' : written
  if (fields.length === 0 || fields.length !== referred.length)
    return void report({ kind: 'unequal-keys', path, fields: fields.length, referred: referred.length })
  const unknown = [
    ...fields.filter(name => !known.has(name)).map(name => ({ name, path: pointer(path, 'fields') })),
    ...(resource === '' ? referred.filter(name => !known.has(name)) : []).map(name => ({
      name,
      path: pointer(place, 'fields'),
    })),
  ]
  for (const { name, path: at } of unknown) report({ kind: 'unknown-field', path: at, name })
  return unknown.length > 0 ? undefined : { fields, resource, referred }
}

function namesOf(value: unknown): readonly string[] {
  if (value === undefined || value === null) return []
  return (Array.isArray(value) ? value : [value]).map(textOf).filter(name => name !== '')
}
