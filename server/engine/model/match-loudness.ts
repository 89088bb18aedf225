import type { Severity } from './diagnostic'
import type { Schema } from './schema'

/** How loud it is that a field has no column, that a column has no field, or that they stand in another order. */
interface MatchLoudness {
  readonly missing: Severity | 'silent'
  readonly extra: Severity | 'silent'
  readonly moved: Severity | 'silent'
}

/**
 * What a schema asks of the header (https://datapackage.org/standard/table-schema/#fieldsmatch). One that says nothing
 * is met by name, as Validata does: only a required column must be there.
 */
export function matchLoudness(schema: Schema | undefined): MatchLoudness {
  const match = schema?.fieldsMatch
  if (!match) return { missing: 'information', extra: 'information', moved: 'information' }
  return {
    missing: match === 'superset' || match === 'partial' ? 'silent' : 'error',
    extra: match === 'subset' || match === 'partial' ? 'silent' : 'error',
    moved: match === 'exact' ? 'error' : 'silent',
  }
}
