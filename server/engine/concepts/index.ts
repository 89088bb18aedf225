/** Every glossary entry; each has a page per language beside this file. */
export const conceptIds = [
  'code-list',
  'completeness',
  'consistency',
  'csv-format',
  'data-dictionary',
  'data-schema',
  'delimiter-and-decimal',
  'iso-8601-date',
  'leading-zeros',
  'percentage-vs-point',
  'primary-foreign-key',
  'siren-siret',
  'spreadsheet-traps',
  'text-encoding',
  'uniqueness',
  'validity',
] as const

export type ConceptId = (typeof conceptIds)[number]
