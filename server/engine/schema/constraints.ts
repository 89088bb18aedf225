import { bounds } from '../model/constraint'
import type { Constraints, Field, FieldType } from '../model/field'
import type { Judge } from '../model/judge'
import { pointer } from '../model/pointer'
import type { Report } from './defect'
import { type Descriptor, flagAt, listAt, plainValue, textAt, textOf } from './descriptor'
import { compilePattern } from './pattern'
import { orderedTypes } from './types'
import type { Spelling } from './types/reading'

const lengths = ['minLength', 'maxLength'] as const

/** The keys that Table Schema knows in `constraints`. */
export const constraintKeys: readonly string[] = [
  'required',
  'unique',
  'enum',
  'pattern',
  ...bounds,
  ...lengths,
  'jsonSchema',
]

/** The constraints of a field, in the form in which they are checked; what cannot be used is a defect and left out. */
export function readConstraints(
  descriptor: Descriptor,
  field: {
    readonly type: FieldType
    readonly spelling: Spelling
    readonly read: Field['read']
    readonly judge: Judge | undefined
  },
  report: Report,
): Constraints {
  const constraints: { -readonly [Key in keyof Constraints]: Constraints[Key] } = {}
  for (const key of ['required', 'unique'] as const) {
    const flag = flagAt(descriptor, key, report)
    if (flag !== undefined) constraints[key] = flag
  }
  const values = listAt(descriptor, 'enum', report)
  if (values) constraints.enum = values.map(value => entryOf(plainValue(value), field))
  const source = textAt(descriptor, 'pattern', report)
  if (source !== undefined) {
    const pattern = compilePattern(source, field.judge)
    constraints.pattern = { source, matches: undefined, ...pattern }
    if (!pattern) report({ kind: 'bad-pattern', path: pointer(descriptor.path, 'pattern'), pattern: source })
  }
  for (const key of bounds) {
    const value = descriptor.values[key]
    if (value === undefined || value === null) continue
    const path = pointer(descriptor.path, key)
    const bound = asWritten(value, field.spelling)
    if (!orderedTypes.has(field.type)) report({ kind: 'unordered-type', path, type: field.type })
    else if (typeof field.read(bound) !== 'number') report({ kind: 'bad-bound', path, bound })
    else constraints[key] = bound
  }
  for (const key of lengths) {
    const length = lengthAt(descriptor, key, report)
    if (length !== undefined) constraints[key] = length
  }
  return constraints
}

/** An entry of `enum` as a cell writes it; an array for a list stands for its items. */
function entryOf(value: unknown, { type, spelling }: Pick<Field, 'type'> & { readonly spelling: Spelling }): string {
  return type === 'list' && Array.isArray(value)
    ? value.map(item => asWritten(item, spelling)).join(spelling.delimiter)
    : asWritten(value, spelling)
}

/** A value of the descriptor as a cell of the field would write it. */
function asWritten(value: unknown, { decimalChar, trueValues, falseValues }: Spelling): string {
  if (typeof value === 'number') return String(value).replace('.', decimalChar)
  if (typeof value === 'boolean') return (value ? trueValues : falseValues)[0] ?? String(value)
  return textOf(value)
}

function lengthAt({ values, path }: Descriptor, key: string, report: Report): number | undefined {
  const value = values[key]
  if (value === undefined || value === null) return
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value
  report({ kind: 'wrong-kind', path: pointer(path, key), expected: 'number' })
  return typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : undefined
}
