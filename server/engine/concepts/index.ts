/** Every glossary entry; each has a page per language beside this file. */
export const conceptIds = [
  'accuracy',
  'code-list',
  'completeness',
  'consistency',
  'csv-format',
  'csv-injection',
  'data-dictionary',
  'data-schema',
  'delimiter-and-decimal',
  'granularity',
  'iso-8601-date',
  'leading-zeros',
  'missing-value',
  'percentage-vs-point',
  'primary-foreign-key',
  'siren-siret',
  'spreadsheet-traps',
  'text-encoding',
  'uniqueness',
  'units-and-magnitude',
  'validity',
] as const

export type ConceptId = (typeof conceptIds)[number]
