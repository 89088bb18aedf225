import { canonical } from './canonical'
import type { Field } from './field'

/** The list of a field as texts, and as the values that they stand for. */
interface Listed {
  readonly texts: ReadonlySet<string>
  readonly values: ReadonlySet<unknown>
}

const known = new WeakMap<Field, Listed>()

/** True for a value of the field's list, however a number, a boolean or a structure is spelt; a field without a list allows all. */
export function isAllowed(field: Field, text: string): boolean {
  const allowed = field.constraints.enum
  if (allowed === undefined) return true
  const { texts, values } = known.get(field) ?? listed(field, allowed)
  return texts.has(text) || (isReadAsValue(field) && values.has(comparable(field, text)))
}

function listed(field: Field, allowed: readonly string[]): Listed {
  const values = new Set(isReadAsValue(field) ? allowed.map(text => comparable(field, text)) : [])
  // What none can read is no value, and NaN is not even itself.
  values.delete(undefined)
  values.delete(Number.NaN)
  const made = { texts: new Set(allowed), values }
  known.set(field, made)
  return made
}

function isReadAsValue({ type }: Field): boolean {
  return type !== 'string' && type !== 'any'
}

/** What is the same for two spellings of one value; undefined where there is none. */
function comparable(field: Field, text: string): unknown {
  const value = field.read(text)
  if (typeof value !== 'object') return value
  try {
    return canonical(value)
  } catch {
    // Nested more deeply than the platform writes JSON.
    return
  }
}
