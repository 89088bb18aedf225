import type { NumberAt } from './accept'
import { isAllowed } from './allowed'
import type { Field } from './field'

/** True when a cell's text meets all that its field declares: a value where one is required, its type, its constraints. */
export function meets(field: Field, text: string): boolean {
  const { constraints } = field
  if (field.missingValues.includes(text)) return constraints.required !== true
  return (
    field.read(text) !== undefined &&
    isAllowed(field, text) &&
    constraints.pattern?.matches?.(text) !== false &&
    !(lengthOf(field, text) < (constraints.minLength ?? 0)) &&
    !(lengthOf(field, text) > (constraints.maxLength ?? Number.POSITIVE_INFINITY)) &&
    bounds.every(key => keepsBound(field, text, key)) &&
    typeof constraints.inner?.(field.read(text)) !== 'object'
  )
}

/** The constraints that compare a value with a bound. */
export type BoundKey = 'minimum' | 'maximum' | 'exclusiveMinimum' | 'exclusiveMaximum'

export const bounds: readonly BoundKey[] = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum']

/** False for a value beyond a bound that its field declares, and for NaN, which keeps none. */
export function keepsBound(field: Field, text: string, key: BoundKey): boolean {
  const bound = field.constraints[key]
  const value = field.read(text)
  const limit = bound === undefined ? undefined : field.read(bound)
  if (typeof value !== 'number' || typeof limit !== 'number') return true
  if (key === 'minimum') return value >= limit
  if (key === 'maximum') return value <= limit
  return key === 'exclusiveMinimum' ? value > limit : value < limit
}

/** A bound of a field, as text and as the number that values are compared with. */
export interface Bound {
  readonly field: Field
  readonly bound: string
  readonly limit: number
  /** The number of a cell's bytes; NaN when only its text can tell. */
  readonly numberAt: NumberAt
}

/** A bound that a field declares; undefined when it does not, or when nothing can be compared with it. */
export function boundOf(field: Field | undefined, key: BoundKey): Bound | undefined {
  const bound = field?.constraints[key]
  if (!field || bound === undefined) return undefined
  const limit = field.read(bound)
  return typeof limit === 'number' ? { field, bound, limit, numberAt: field.numberAt ?? unknown } : undefined
}

const unknown = () => Number.NaN

/** Length that `minLength` and `maxLength` speak of: items of an array, members of an object, else characters. */
export function lengthOf(field: Field, text: string): number {
  const value = field.read(text)
  if (Array.isArray(value)) return value.length
  if (value !== undefined && typeof value === 'object' && (field.type === 'object' || field.type === 'geojson'))
    return Object.keys(value).length
  return characters(text)
}

/** The characters of a cell of text by its bytes: each has one that does not go on with a character. */
export function charactersAt(bytes: Uint8Array, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at++) if ((bytes[at]! & 0xc0) !== 0x80) count++
  return count
}

/** Characters as people count them in a schema: Unicode code points. */
function characters(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}
