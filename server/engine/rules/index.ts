import { blankLabel } from './blank-label'
import { blankRow } from './blank-row'
import { decimalComma } from './decimal-comma'
import { duplicateLabel } from './duplicate-label'
import { edgeWhitespace } from './edge-whitespace'
import { emptyTable } from './empty-table'
import { enumeration } from './enum'
import { exclusiveMaximum } from './exclusive-maximum'
import { exclusiveMinimum } from './exclusive-minimum'
import { extraCell } from './extra-cell'
import { extraLabel } from './extra-label'
import { implausibleDate } from './implausible-date'
import { impossibleDate } from './impossible-date'
import { internalError } from './internal-error'
import { invertedInterval } from './inverted-interval'
import { legacyEncoding } from './legacy-encoding'
import { localDate } from './local-date'
import { malformedSiren } from './malformed-siren'
import { malformedSiret } from './malformed-siret'
import { maxLength } from './max-length'
import { maximum } from './maximum'
import { minLength } from './min-length'
import { minimum } from './minimum'
import { missingCell } from './missing-cell'
import { missingHeader } from './missing-header'
import { missingLabel } from './missing-label'
import { misspeltLabel } from './misspelt-label'
import { mixedEncoding } from './mixed-encoding'
import { mixedLineEndings } from './mixed-line-endings'
import { mojibake } from './mojibake'
import { movedLabel } from './moved-label'
import { notChecked } from './not-checked'
import { notATable } from './not-a-table'
import { pattern } from './pattern'
import { preambleRow } from './preamble-row'
import { required } from './required'
import { rowDelimiter } from './row-delimiter'
import type { Rule } from './rule'
import { scientificNotation } from './scientific-notation'
import { sentinelValue } from './sentinel-value'
import { separatorLine } from './separator-line'
import { shiftedRow } from './shifted-row'
import { siretSpelling } from './siret-spelling'
import { strayQuote } from './stray-quote'
import { thousandsSeparator } from './thousands-separator'
import { trailingEmptyColumn } from './trailing-empty-column'
import { typeError } from './type-error'
import { unclosedQuote } from './unclosed-quote'
import { undeclaredMissingValue } from './undeclared-missing-value'
import { unitInCell } from './unit-in-cell'

/** Every rule, in the order in which the documentation lists them. */
export const rules: readonly Rule[] = [
  // Structure
  notATable,
  emptyTable,
  legacyEncoding,
  mixedEncoding,
  unclosedQuote,
  strayQuote,
  separatorLine,
  preambleRow,
  missingHeader,
  mixedLineEndings,
  // Header
  blankLabel,
  duplicateLabel,
  missingLabel,
  misspeltLabel,
  extraLabel,
  movedLabel,
  trailingEmptyColumn,
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
  impossibleDate,
  implausibleDate,
  invertedInterval,
  decimalComma,
  thousandsSeparator,
  unitInCell,
  undeclaredMissingValue,
  sentinelValue,
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
  malformedSiren,
  siretSpelling,
  // Vigie itself
  internalError,
  notChecked,
]
