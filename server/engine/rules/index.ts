import { ambiguousDate } from './ambiguous-date'
import { blankLabel } from './blank-label'
import { blankRow } from './blank-row'
import { booleanVariant } from './boolean-variant'
import { categoryVariant } from './category-variant'
import { decimalComma } from './decimal-comma'
import { duplicateLabel } from './duplicate-label'
import { duplicateRow } from './duplicate-row'
import { edgeWhitespace } from './edge-whitespace'
import { emptyTable } from './empty-table'
import { enumeration } from './enum'
import { exclusiveMaximum } from './exclusive-maximum'
import { exclusiveMinimum } from './exclusive-minimum'
import { extraCell } from './extra-cell'
import { extraLabel } from './extra-label'
import { internalError } from './internal-error'
import { legacyEncoding } from './legacy-encoding'
import { localDate } from './local-date'
import { lostLeadingZero } from './lost-leading-zero'
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
import { mixedTypeColumn } from './mixed-type-column'
import { mojibake } from './mojibake'
import { movedLabel } from './moved-label'
import { notATable } from './not-a-table'
import { notChecked } from './not-checked'
import { pattern } from './pattern'
import { percentScale } from './percent-scale'
import { preambleRow } from './preamble-row'
import { primaryKey } from './primary-key'
import { required } from './required'
import { rowDelimiter } from './row-delimiter'
import type { Rule } from './rule'
import { scientificNotation } from './scientific-notation'
import { separatorLine } from './separator-line'
import { shiftedRow } from './shifted-row'
import { siretSpelling } from './siret-spelling'
import { spreadsheetSerialDate } from './spreadsheet-serial-date'
import { strayQuote } from './stray-quote'
import { trailingEmptyColumn } from './trailing-empty-column'
import { typeError } from './type-error'
import { unclosedQuote } from './unclosed-quote'
import { unique } from './unique'

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
  categoryVariant,
  // Types and formats
  typeError,
  booleanVariant,
  localDate,
  ambiguousDate,
  spreadsheetSerialDate,
  decimalComma,
  scientificNotation,
  percentScale,
  mixedTypeColumn,
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
  lostLeadingZero,
  // Rows compared with each other
  duplicateRow,
  primaryKey,
  unique,
  // Vigie itself
  internalError,
  notChecked,
]
