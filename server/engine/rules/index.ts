import { doubledLineEnds } from './doubled-line-ends'
import { homeAddress } from './home-address'
import { sensitiveTerm } from './sensitive-term'
import { smallCount } from './small-count'
import { secondaryDisclosure } from './secondary-disclosure'
import { lowKAnonymity } from './low-k-anonymity'
import { dominantContributor } from './dominant-contributor'
import { codeLabelMismatch } from './code-label-mismatch'
import { personalEmail } from './personal-email'
import { personalPhone } from './personal-phone'
import { personName } from './person-name'
import { birthDate } from './birth-date'
import { nameInFreeText } from './name-in-free-text'
import { addressMismatch } from './address-mismatch'
import { bankAccount } from './bank-account'
import { ipAddress } from './ip-address'
import { malformedFantoir } from './malformed-fantoir'
import { malformedPostalCode } from './malformed-postal-code'
import { numberPlate } from './number-plate'
import { socialSecurityNumber } from './social-security-number'
import { taxNumber } from './tax-number'
import { overdueUpdate } from './overdue-update'
import { conditionalRequired } from './conditional-required'
import { distributionDrift } from './distribution-drift'
import { duplicateColumn } from './duplicate-column'
import { nearDuplicateRow } from './near-duplicate-row'
import { sequenceGap } from './sequence-gap'
import { seriesGap } from './series-gap'
import { constantColumn } from './constant-column'
import { identifierAsNumber } from './identifier-as-number'
import { rateWithoutBase } from './rate-without-base'
import { smallBase } from './small-base'
import { percentTotal } from './percent-total'
import { meanMedianGap } from './mean-median-gap'
import { magnitudeSlip } from './magnitude-slip'
import { outlier } from './outlier'
import { actMatterMismatch } from './act-matter-mismatch'
import { ambiguousDate } from './ambiguous-date'
import { blankLabel } from './blank-label'
import { blankRow } from './blank-row'
import { booleanVariant } from './boolean-variant'
import { brokenChoice } from './broken-choice'
import { brokenExample } from './broken-example'
import { byteOrderMark } from './byte-order-mark'
import { categoryVariant } from './category-variant'
import { codeTurnedDate } from './code-turned-date'
import { communeMismatch } from './commune-mismatch'
import { columnComparison } from './column-comparison'
import { decimalComma } from './decimal-comma'
import { decomposedAccent } from './decomposed-accent'
import { delimiterMismatch } from './delimiter-mismatch'
import { prototypeKey } from './prototype-key'
import { loneSurrogate } from './lone-surrogate'
import { duplicateJsonKey } from './duplicate-json-key'
import { duplicateLabel } from './duplicate-label'
import { duplicateRow } from './duplicate-row'
import { edgeWhitespace } from './edge-whitespace'
import { emptyTable } from './empty-table'
import { enumeration } from './enum'
import { exclusiveMaximum } from './exclusive-maximum'
import { exclusiveMinimum } from './exclusive-minimum'
import { extraCell } from './extra-cell'
import { extraLabel } from './extra-label'
import { footnoteRow } from './footnote-row'
import { foreignKey } from './foreign-key'
import { formerLabel } from './former-label'
import { formerSchema } from './former-schema'
import { formerCommune } from './former-commune'
import { formulaInjection } from './formula-injection'
import { htmlEntity } from './html-entity'
import { implausibleDate } from './implausible-date'
import { impossibleDate } from './impossible-date'
import { incohesiveColumns } from './incohesive-columns'
import { internalError } from './internal-error'
import { invertedInterval } from './inverted-interval'
import { invisibleCharacter } from './invisible-character'
import { jsonSchema } from './json-schema'
import { jsonSyntax } from './json-syntax'
import { labelStyle } from './label-style'
import { encodingMismatch } from './encoding-mismatch'
import { legacyEncoding } from './legacy-encoding'
import { lineBreakInCell } from './line-break-in-cell'
import { localDate } from './local-date'
import { lostCharacter } from './lost-character'
import { lostLeadingZero } from './lost-leading-zero'
import { malformedAddressKey } from './malformed-address-key'
import { malformedOpeningHours } from './malformed-opening-hours'
import { malformedRna } from './malformed-rna'
import { malformedRnb } from './malformed-rnb'
import { malformedSiren } from './malformed-siren'
import { malformedSiret } from './malformed-siret'
import { malformedUai } from './malformed-uai'
import { malformedYearInterval } from './malformed-year-interval'
import { maxLength } from './max-length'
import { maximum } from './maximum'
import { mergedCellGap } from './merged-cell-gap'
import { minLength } from './min-length'
import { minimum } from './minimum'
import { misplacedConstraint } from './misplaced-constraint'
import { missingCell } from './missing-cell'
import { missingFinalNewline } from './missing-final-newline'
import { missingHeader } from './missing-header'
import { missingLabel } from './missing-label'
import { missingResource } from './missing-resource'
import { misspeltLabel } from './misspelt-label'
import { misspeltProperty } from './misspelt-property'
import { mixedEncoding } from './mixed-encoding'
import { mixedLineEndings } from './mixed-line-endings'
import { mixedTimeZone } from './mixed-time-zone'
import { mixedTypeColumn } from './mixed-type-column'
import { mojibake } from './mojibake'
import { movedLabel } from './moved-label'
import { narrowPattern } from './narrow-pattern'
import { notATable } from './not-a-table'
import { notChecked } from './not-checked'
import { nullIsland } from './null-island'
import { oddRecord } from './odd-record'
import { obsoleteCrs } from './obsolete-crs'
import { duplicateFeatureId } from './duplicate-feature-id'
import { contradictedBbox } from './contradicted-bbox'
import { contradictedFeatureBbox } from './contradicted-feature-bbox'
import { malformedFeature } from './malformed-feature'
import { malformedGeometry } from './malformed-geometry'
import { malformedRing } from './malformed-ring'
import { swappedPosition } from './swapped-position'
import { mixedProperties } from './mixed-properties'
import { unsafeNumber } from './unsafe-number'
import { oneOfRequired } from './one-of-required'
import { outsideTerritory } from './outside-territory'
import { pattern } from './pattern'
import { percentScale } from './percent-scale'
import { postalCodeAsCommune } from './postal-code-as-commune'
import { phoneSpelling } from './phone-spelling'
import { preambleRow } from './preamble-row'
import { primaryKey } from './primary-key'
import { repeatedHeader } from './repeated-header'
import { required } from './required'
import { rowDelimiter } from './row-delimiter'
import type { Rule } from './rule'
import { schemaDrift } from './schema-drift'
import { schemaViolation } from './schema-violation'
import { schemaError } from './schema-error'
import { scientificNotation } from './scientific-notation'
import { secondHeaderRow } from './second-header-row'
import { sentinelValue } from './sentinel-value'
import { separatorLine } from './separator-line'
import { shiftedRow } from './shifted-row'
import { sirenSiretMismatch } from './siren-siret-mismatch'
import { siretSpelling } from './siret-spelling'
import { spreadsheetError } from './spreadsheet-error'
import { spreadsheetSerialDate } from './spreadsheet-serial-date'
import { standInLabel } from './stand-in-label'
import { strayQuote } from './stray-quote'
import { sumMismatch } from './sum-mismatch'
import { swappedCoordinates } from './swapped-coordinates'
import { thousandsSeparator } from './thousands-separator'
import { totalRow } from './total-row'
import { trailingEmptyColumn } from './trailing-empty-column'
import { truncatedValue } from './truncated-value'
import { typeError } from './type-error'
import { typographicQuote } from './typographic-quote'
import { unclosedQuote } from './unclosed-quote'
import { undeclaredMissingValue } from './undeclared-missing-value'
import { undecidedSchema } from './undecided-schema'
import { unexpectedNegative } from './unexpected-negative'
import { unique } from './unique'
import { unitInCell } from './unit-in-cell'
import { unknownCommune } from './unknown-commune'
import { unknownDepartment } from './unknown-department'
import { unknownPostalCode } from './unknown-postal-code'
import { unknownRegion } from './unknown-region'
import { unknownActMatter } from './unknown-act-matter'
import { volumeDrift } from './volume-drift'
import { untidyFieldName } from './untidy-field-name'
import { packageError } from './package-error'
import { resourceError } from './resource-error'
import { byteCount } from './byte-count'
import { misdeclaredEncoding } from './misdeclared-encoding'
import { rowCount } from './row-count'
import { hashCount } from './hash-count'
import { vagueTitle } from './vague-title'
import { shortDescription } from './short-description'
import { missingLicence } from './missing-licence'
import { unlistedLicence } from './unlisted-licence'
import { missingFrequency } from './missing-frequency'
import { incoherentDates } from './incoherent-dates'
import { missingCollectionDate } from './missing-collection-date'
import { missingExpiryDate } from './missing-expiry-date'
import { missingTemporalCoverage } from './missing-temporal-coverage'
import { missingSpatialCoverage } from './missing-spatial-coverage'
import { missingContact } from './missing-contact'
import { missingSteward } from './missing-steward'
import { missingProvenance } from './missing-provenance'
import { missingPurpose } from './missing-purpose'
import { missingMetadata } from './missing-metadata'
import { missingPersonalDataStatement } from './missing-personal-data-statement'
import { undeclaredSchema } from './undeclared-schema'
import { undocumentedColumn } from './undocumented-column'
import { incompleteInspireMetadata } from './incomplete-inspire-metadata'
import { incompleteHighValueMetadata } from './incomplete-high-value-metadata'
import { closedFormat } from './closed-format'
import { coordinatePrecision } from './coordinate-precision'
import { projectedCoordinates } from './projected-coordinates'
import { stackedPositions } from './stacked-positions'
import { unstableUrl } from './unstable-url'

/** Every rule, in the order in which the documentation lists them. */
export const rules: readonly Rule[] = [
  // Structure
  notATable,
  emptyTable,
  legacyEncoding,
  encodingMismatch,
  mixedEncoding,
  unclosedQuote,
  strayQuote,
  separatorLine,
  delimiterMismatch,
  preambleRow,
  missingHeader,
  mixedLineEndings,
  doubledLineEnds,
  missingFinalNewline,
  // Header
  blankLabel,
  standInLabel,
  duplicateLabel,
  missingLabel,
  misspeltLabel,
  formerLabel,
  undecidedSchema,
  formerSchema,
  extraLabel,
  movedLabel,
  trailingEmptyColumn,
  labelStyle,
  // Rows
  blankRow,
  repeatedHeader,
  secondHeaderRow,
  footnoteRow,
  totalRow,
  mergedCellGap,
  missingCell,
  extraCell,
  rowDelimiter,
  shiftedRow,
  // Text
  byteOrderMark,
  mojibake,
  lostCharacter,
  edgeWhitespace,
  categoryVariant,
  codeTurnedDate,
  decomposedAccent,
  formulaInjection,
  htmlEntity,
  invisibleCharacter,
  lineBreakInCell,
  spreadsheetError,
  truncatedValue,
  typographicQuote,
  // Types and formats
  typeError,
  booleanVariant,
  localDate,
  ambiguousDate,
  implausibleDate,
  impossibleDate,
  invertedInterval,
  spreadsheetSerialDate,
  decimalComma,
  thousandsSeparator,
  unitInCell,
  undeclaredMissingValue,
  sentinelValue,
  scientificNotation,
  percentScale,
  unexpectedNegative,
  mixedTimeZone,
  mixedTypeColumn,
  malformedYearInterval,
  malformedOpeningHours,
  required,
  enumeration,
  pattern,
  minimum,
  maximum,
  exclusiveMinimum,
  exclusiveMaximum,
  minLength,
  maxLength,
  jsonSchema,
  // French identifiers
  malformedSiret,
  malformedSiren,
  siretSpelling,
  sirenSiretMismatch,
  malformedRna,
  malformedUai,
  malformedAddressKey,
  malformedRnb,
  malformedFantoir,
  addressMismatch,
  lostLeadingZero,
  postalCodeAsCommune,
  formerCommune,
  unknownCommune,
  malformedPostalCode,
  unknownPostalCode,
  unknownDepartment,
  unknownRegion,
  communeMismatch,
  phoneSpelling,
  unknownActMatter,
  // Places
  swappedCoordinates,
  nullIsland,
  outsideTerritory,
  projectedCoordinates,
  coordinatePrecision,
  stackedPositions,
  // Numbers and statistics
  outlier,
  magnitudeSlip,
  meanMedianGap,
  percentTotal,
  smallBase,
  rateWithoutBase,
  identifierAsNumber,
  constantColumn,
  seriesGap,
  // Columns compared with each other
  incohesiveColumns,
  oneOfRequired,
  columnComparison,
  sumMismatch,
  actMatterMismatch,
  duplicateColumn,
  conditionalRequired,
  codeLabelMismatch,
  // Rows compared with each other
  duplicateRow,
  primaryKey,
  unique,
  sequenceGap,
  nearDuplicateRow,
  // References
  foreignKey,
  missingResource,
  // Compared with the former version
  schemaDrift,
  volumeDrift,
  distributionDrift,
  // JSON
  oddRecord,
  schemaViolation,
  unsafeNumber,
  mixedProperties,
  swappedPosition,
  contradictedBbox,
  contradictedFeatureBbox,
  malformedFeature,
  malformedGeometry,
  malformedRing,
  duplicateFeatureId,
  obsoleteCrs,
  // Personal data
  socialSecurityNumber,
  bankAccount,
  taxNumber,
  numberPlate,
  ipAddress,
  personalEmail,
  personalPhone,
  personName,
  birthDate,
  nameInFreeText,
  homeAddress,
  sensitiveTerm,
  smallCount,
  secondaryDisclosure,
  lowKAnonymity,
  dominantContributor,
  // Schemas
  jsonSyntax,
  duplicateJsonKey,
  loneSurrogate,
  prototypeKey,
  schemaError,
  misspeltProperty,
  misplacedConstraint,
  untidyFieldName,
  brokenExample,
  brokenChoice,
  narrowPattern,
  // Metadata
  packageError,
  missingMetadata,
  resourceError,
  byteCount,
  rowCount,
  misdeclaredEncoding,
  hashCount,
  vagueTitle,
  shortDescription,
  missingLicence,
  unlistedLicence,
  missingFrequency,
  incoherentDates,
  missingCollectionDate,
  missingExpiryDate,
  missingTemporalCoverage,
  missingSpatialCoverage,
  missingContact,
  missingSteward,
  missingProvenance,
  missingPurpose,
  missingPersonalDataStatement,
  undocumentedColumn,
  undeclaredSchema,
  incompleteInspireMetadata,
  incompleteHighValueMetadata,
  closedFormat,
  unstableUrl,
  overdueUpdate,
  // Vigie itself
  internalError,
  notChecked,
]
