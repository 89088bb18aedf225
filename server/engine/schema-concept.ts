import type { ConceptId } from './concepts'
import type { Level } from './schema/words'

/** The concept behind a property of a schema; undefined for one that its own words explain to the end. */
export function schemaConcept(level: Level, name: string): ConceptId | undefined {
  return Object.hasOwn(behind[level], name) ? behind[level][name] : undefined
}

const behind: Readonly<Record<Level, Readonly<Record<string, ConceptId>>>> = {
  schema: {
    $schema: 'data-schema',
    fields: 'data-dictionary',
    fieldsMatch: 'data-schema',
    primaryKey: 'primary-foreign-key',
    uniqueKeys: 'uniqueness',
    foreignKeys: 'primary-foreign-key',
    missingValues: 'missing-value',
    version: 'data-schema',
    homepage: 'stable-url',
    path: 'stable-url',
    licenses: 'open-licences',
    keywords: 'metadata',
    sources: 'reference-data',
    custom_checks: 'validity',
  },
  field: {
    name: 'data-dictionary',
    title: 'data-dictionary',
    description: 'data-dictionary',
    example: 'data-dictionary',
    examples: 'data-dictionary',
    type: 'validity',
    format: 'validity',
    constraints: 'validity',
    rdfType: 'reference-data',
    missingValues: 'missing-value',
    decimalChar: 'delimiter-and-decimal',
    groupChar: 'delimiter-and-decimal',
    bareNumber: 'units-and-magnitude',
    categories: 'code-list',
    categoriesOrdered: 'code-list',
  },
  constraints: {
    required: 'completeness',
    unique: 'uniqueness',
    enum: 'code-list',
    pattern: 'validity',
    minimum: 'validity',
    maximum: 'validity',
    exclusiveMinimum: 'validity',
    exclusiveMaximum: 'validity',
    minLength: 'validity',
    maxLength: 'validity',
    jsonSchema: 'json-format',
  },
  'foreign-key': { fields: 'primary-foreign-key', reference: 'primary-foreign-key' },
  reference: { resource: 'primary-foreign-key', fields: 'primary-foreign-key' },
  'custom-check': {},
}
