import { isAllowed } from '../model/allowed'
import { bounds, keepsBound, lengthOf } from '../model/constraint'
import type { Field } from '../model/field'
import type { Breach, InnerFault, InnerTest } from '../model/inner-fault'
import { textOf } from './descriptor'
import { faultOf } from './json-schema'

/** Tries each item of an array as a cell of the field that describes it; an item of null has no value. */
export function itemsTest(field: Field): InnerTest {
  return value => {
    if (!Array.isArray(value)) return undefined
    try {
      for (const [index, item] of value.entries()) {
        const found = tried(item, `/${index}`, field)
        if (found) return found
      }
    } catch {
      // Nested more deeply than the platform writes JSON.
      return 'unknown'
    }
    return undefined
  }
}

function tried(item: unknown, at: string, field: Field): InnerFault | 'unknown' | undefined {
  const { constraints, type } = field
  const text = textOf(item)
  if (item === null || field.missingValues.includes(text))
    return constraints.required ? faultOf(item, at, { kind: 'type', expected: [type] }) : undefined
  if (!isOfType(item, text, field)) {
    const isText = type === 'string' && typeof item === 'string' && field.format !== 'default'
    return faultOf(item, at, isText ? { kind: 'format', format: field.format } : { kind: 'type', expected: [type] })
  }
  const matches = constraints.pattern?.matches ? constraints.pattern.matches(text) : true
  const breach = breachOf(text, field, matches)
  if (breach) return faultOf(item, at, breach)
  const inner = constraints.inner?.(item)
  if (typeof inner === 'object') return { ...inner, at: at + inner.at }
  return inner ?? (matches === undefined ? 'unknown' : undefined)
}

/** A number or a truth of JSON is no text, but text may spell one as a cell would. */
function isOfType(item: unknown, text: string, { type, read }: Field): boolean {
  if (typeof item === 'number' && !['number', 'integer', 'year', 'any'].includes(type)) return false
  if (typeof item === 'boolean' && type !== 'boolean' && type !== 'any') return false
  if (typeof item === 'object' && type === 'string') return false
  return read(text) !== undefined
}

function breachOf(text: string, field: Field, matches: boolean | undefined): Breach | undefined {
  const { constraints } = field
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = constraints
  if (!isAllowed(field, text)) return { kind: 'enum', allowed: constraints.enum! }
  if (matches === false) return { kind: 'pattern', pattern: constraints.pattern!.source }
  const of = field.type === 'array' || field.type === 'list' ? 'items' : 'characters'
  if (lengthOf(field, text) < minLength) return { kind: 'few', of, bound: minLength }
  if (lengthOf(field, text) > maxLength) return { kind: 'many', of, bound: maxLength }
  const broken = bounds.find(key => !keepsBound(field, text, key))
  return broken && { kind: broken, bound: constraints[broken]! }
}
