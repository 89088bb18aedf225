import type { CellCheck } from '../model/custom-check'
import type { Constraints, FieldType, Identifier } from '../model/field'
import { labelIdentifier, labelWords } from '../model/identifier'

/** Custom checks that say what a column holds. */
const CHECKS: Readonly<Partial<Record<CellCheck['kind'], Identifier>>> = {
  siret: 'siret',
  siren: 'siren',
  phone: 'phone',
}

const COMMUNE_PATTERN = '([013-9]\\d|2[AB1-9])\\d{3}'

/** The identifier that a field holds: its custom checks say so first, then its pattern, then its name. */
export function fieldIdentifier(field: {
  readonly name: string
  readonly type: FieldType
  readonly constraints: Constraints
  readonly checks: readonly CellCheck[]
}): Identifier | undefined {
  const checked = field.checks.flatMap(({ kind }) => CHECKS[kind] ?? [])
  if (checked[0] !== undefined) return checked[0]
  // A number that a name calls a code may be a measure; one that it calls a postal code is none.
  if (field.type === 'number') return named(field.name)
  if (field.type !== 'string' && field.type !== 'integer' && field.type !== 'any') return
  const pattern = plainPattern(field.constraints.pattern?.source ?? '')
  if (pattern === '\\d{14}') return 'siret'
  if (pattern === 'W\\d{9}') return 'rna'
  if (pattern === '\\d{9}' && labelWords(field.name).includes('siren')) return 'siren'
  const told = named(field.name)
  if (told !== undefined) return told
  if (pattern === COMMUNE_PATTERN) return 'commune-code'
  return labelIdentifier(field.name) ?? (/^\\d\{\d+\}$/.test(pattern) ? 'code' : undefined)
}

/** The identifier that a name tells more of than that it is a code. */
function named(name: string): Identifier | undefined {
  const told = labelIdentifier(name)
  return told === 'code' ? undefined : told
}

/** The heart of a pattern: without its anchors and outer brackets, digits written in one way. */
function plainPattern(source: string): string {
  return source
    .replaceAll('[0-9]', '\\d')
    .replace(/^\^/, '')
    .replace(/\$$/, '')
    .replace(/^\((\\d\{\d+\})\)$/, '$1')
}
