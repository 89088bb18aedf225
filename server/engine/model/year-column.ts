import { labelWords } from './identifier'
import { mostlyOf } from './lesson'
import type { Evidence } from './table'

/** True for a column without a schema that its label and nearly all of its values say to be of years. */
export function holdsYears({ field, label, learn }: Evidence): boolean {
  return !field && labelWords(label).some(word => YEARS.test(word)) && learn(areYears)
}

const YEARS = /^(?:annees?|years?|exercices?|millesimes?)$/

const areYears = mostlyOf(0.9, value => /^\s*(?:1\d|20)\d\d\s*$/.test(value))
