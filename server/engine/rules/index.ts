import { decimalComma } from './decimal-comma'
import { edgeWhitespace } from './edge-whitespace'
import { enumeration } from './enum'
import { internalError } from './internal-error'
import { exclusiveMaximum } from './exclusive-maximum'
import { exclusiveMinimum } from './exclusive-minimum'
import { localDate } from './local-date'
import { malformedSiret } from './malformed-siret'
import { maxLength } from './max-length'
import { maximum } from './maximum'
import { minLength } from './min-length'
import { minimum } from './minimum'
import { mojibake } from './mojibake'
import { pattern } from './pattern'
import { required } from './required'
import { blankRow } from './blank-row'
import { extraCell } from './extra-cell'
import { missingCell } from './missing-cell'
import { rowDelimiter } from './row-delimiter'
import { shiftedRow } from './shifted-row'
import type { Rule } from './rule'
import { scientificNotation } from './scientific-notation'
import { siretSpelling } from './siret-spelling'
import { typeError } from './type-error'

/** Every rule, in the order in which the documentation lists them. */
export const rules: readonly Rule[] = [
  // Rows
  blankRow,
  missingCell,
  extraCell,
  rowDelimiter,
  shiftedRow,
  // Text
  mojibake,
  edgeWhitespace,
  // Types and formats
  typeError,
  localDate,
  decimalComma,
  scientificNotation,
  required,
  enumeration,
  pattern,
  minimum,
  maximum,
  exclusiveMinimum,
  exclusiveMaximum,
  minLength,
  maxLength,
  // French identifiers
  malformedSiret,
  siretSpelling,
  // Vigie itself
  internalError,
]

const byId = new Map(rules.map(rule => [rule.id, rule]))

/** The rule of an id, if there is one. */
export function ruleById(id: string): Rule | undefined {
  return byId.get(id)
}
