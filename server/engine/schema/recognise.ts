import type { Field } from '../model/field'
import type { HeaderMatch } from '../model/header'
import { labelWords } from '../model/identifier'
import { foldLabel } from '../model/label'
import type { Schema } from '../model/schema'
import { matchHeader } from './match-header'

/** A schema that a table may follow, and why. */
export interface Candidate {
  readonly schema: Schema
  /** From 0 to 1. */
  readonly score: number
  /** Fields that have a column. */
  readonly found: readonly string[]
  /** Of these, the ones whose label is misspelt. */
  readonly misspelt: readonly string[]
  /** Of these, the ones that the file calls as an earlier version of the schema did, with that name. */
  readonly former: readonly { readonly label: string; readonly name: string }[]
  /** Required fields without a column. */
  readonly missing: readonly string[]
  /** Labels that the schema does not know. */
  readonly unknown: readonly string[]
  /** Sampled values in columns whose type, pattern or enumeration says something, and how many of them agree. */
  readonly values: { readonly checked: number; readonly agreeing: number }
}

// Names of one plain word, such as nom or date, stand in tables of any kind.
const PLAIN_WORD = 0.4
// What an optional field without a column takes away, next to a required one.
const OPTIONAL = 0.25
const MISSPELT = 0.8
/** Names that a header must share with a schema before it counts for full, in telling names. */
const ENOUGH = 2
const LEAST_SCORE = 0.55
const LEAST_LEAD = 0.15

/** The schemas that share a name with the labels, best first; `rows` are the first data rows. */
export function recognise(
  labels: readonly string[],
  rows: readonly (readonly string[])[],
  schemas: readonly Schema[],
): readonly Candidate[] {
  const weigh = weigher(schemas)
  return schemas
    .map(schema => candidate(labels, rows, schema, weigh))
    .filter(({ found }) => found.length > 0)
    .toSorted((left, right) => right.score - left.score || (left.schema.id < right.schema.id ? -1 : 1))
}

/** The schemas that fit well and so nearly alike that a person must choose; none when one leads. */
export function tied(candidates: readonly Candidate[]): readonly Candidate[] {
  const [first, second] = candidates
  if (!first || !second || first.score < LEAST_SCORE || clearLeader(candidates)) return []
  return candidates.filter(({ score }) => score >= LEAST_SCORE && first.score - score < LEAST_LEAD)
}

/** The candidate that clearly leads the others, if one does. */
export function clearLeader(candidates: readonly Candidate[]): Candidate | undefined {
  const [first, second] = candidates
  if (!first || first.score < LEAST_SCORE) return
  return first.score - (second?.score ?? 0) >= LEAST_LEAD ? first : undefined
}

type Weigh = (field: Field) => number

/** How telling a name is: less so when it is a plain word or when several schemas have it. */
function weigher(schemas: readonly Schema[]): Weigh {
  const shared = new Map<string, number>()
  for (const { fields } of schemas)
    for (const name of new Set(fields.map(field => foldLabel(field.name))))
      shared.set(name, (shared.get(name) ?? 0) + 1)
  return ({ name }) => (labelWords(name).length > 1 ? 1 : PLAIN_WORD) / Math.sqrt(shared.get(foldLabel(name)) ?? 1)
}

function candidate(
  labels: readonly string[],
  rows: readonly (readonly string[])[],
  schema: Schema,
  weigh: Weigh,
): Candidate {
  const match = matchHeader(labels, schema)
  const misspelt = match.misspelt.map(({ field }) => field)
  const found = match.fields.filter(field => field !== undefined)
  const former = match.former.map(({ column, field }) => ({ label: labels[column]!, name: field.name, field }))
  const missing = match.missing.map(({ field }) => field)
  const values = agreement(rows, match)

  const weight = (fields: readonly Field[]) => fields.reduce((sum, field) => sum + weigh(field), 0)
  const present = weight(found) - (1 - MISSPELT) * weight([...misspelt, ...former.map(({ field }) => field)])
  const absent = missing.reduce((sum, field) => sum + weigh(field) * (field.constraints.required ? 1 : OPTIONAL), 0)
  const coverage = present / (weight(found) + absent)
  const evidence = Math.min(1, present / ENOUGH)
  const known = Math.sqrt(found.length / labels.length)
  // A faulty file is still of its schema: wrong values weigh little.
  const agreeing = values.checked === 0 ? 1 : 0.8 + (0.2 * values.agreeing) / values.checked
  return {
    schema,
    score: found.length === 0 ? 0 : coverage * evidence * known * agreeing,
    found: found.map(({ name }) => name),
    misspelt: misspelt.map(({ name }) => name),
    former: former.map(({ label, name }) => ({ label, name })),
    missing: missing.filter(({ constraints }) => constraints.required).map(({ name }) => name),
    unknown: match.extra.map(column => labels[column]!),
    values,
  }
}

function agreement(rows: readonly (readonly string[])[], { fields }: HeaderMatch): Candidate['values'] {
  let checked = 0
  let agreeing = 0
  fields.forEach((field, column) => {
    if (!field || !isTelling(field)) return
    for (const row of rows) {
      const text = row[column]?.trim() ?? ''
      if (text === '' || field.missingValues.includes(text)) continue
      checked++
      if (agrees(field, text)) agreeing++
    }
  })
  return { checked, agreeing }
}

function isTelling({ type, constraints }: Field): boolean {
  return (type !== 'string' && type !== 'any') || constraints.enum !== undefined || constraints.pattern !== undefined
}

function agrees({ read, constraints }: Field, text: string): boolean {
  if (read(text) === undefined) return false
  return (constraints.enum?.includes(text) ?? true) && (constraints.pattern?.matches?.(text) ?? true)
}
