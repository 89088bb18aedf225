import type { Dialect } from '../model/dialect'
import type { Field } from '../model/field'
import type { HeaderMatch } from '../model/header'
import { foldLabel } from '../model/label'
import { putIn } from '../model/put-in'
import type { Schema } from '../model/schema'
import { moved } from './moved'
import { closeness, tellsByShortWord } from './nearest'

/**
 * Meets the labels of a table with the fields of a schema by name: the exact ones first, then those of earlier versions, then
 * those that are surely misspelt. `labelCase`: whether a label in another case is the field's too.
 */
export function matchHeader(
  labels: readonly string[],
  schema: Schema,
  labelCase: Dialect['labelCase'] = 'counts',
): HeaderMatch {
  const { fields } = schema
  const columns = exactColumns(labels, fields)
  if (labelCase === 'any') meetInAnyCase(columns, labels, fields)
  const former = formerPairs(labels, fields, columns)
  for (const pair of former) columns[pair.field] = pair.column
  const letters = new Map<number, number>()
  for (const pair of misspeltPairs(labels, fields, columns)) {
    columns[pair.field] = pair.column
    letters.set(pair.column, pair.letters)
  }

  const places = Array.from<number | undefined>({ length: labels.length })
  columns.forEach((column, place) => {
    if (column !== undefined) places[column] = place
  })
  return {
    fields: places.map(place => (place === undefined ? undefined : fields[place])),
    misspelt: [...letters.keys()]
      .toSorted((left, right) => left - right)
      .map(column => ({ column, field: fields[places[column]!]!, alike: letters.get(column) === 0 })),
    former: former.map(({ column, field }) => ({ column, field: fields[field]! })),
    extra: labels.flatMap((_, column) => (places[column] === undefined ? [column] : [])),
    missing: fields.flatMap((field, index) => (columns[index] === undefined ? [{ field, index }] : [])),
    moved: moved(places),
  }
}

/** Meets so many columns without labels with the fields of a schema: each with the one that stands in its place. */
export function matchPlaces(columns: number, { fields }: Schema): HeaderMatch {
  return {
    fields: Array.from({ length: columns }, (_, column) => fields[column]),
    misspelt: [],
    former: [],
    extra: Array.from({ length: Math.max(0, columns - fields.length) }, (_, more) => fields.length + more),
    missing: fields.map((field, index) => ({ field, index })).slice(columns),
    moved: [],
  }
}

/** For each field, the first column that bears its very name, or one of its other names. */
function exactColumns(labels: readonly string[], fields: readonly Field[]): (number | undefined)[] {
  const waiting = new Map<string, number[]>()
  for (const [column, label] of labels.entries()) putIn(waiting, label, column)
  const named = fields.map(({ name }) => waiting.get(name)?.shift())
  return named.map((column, field) => {
    const other = column === undefined ? fields[field]!.otherNames?.find(name => waiting.get(name)?.length) : undefined
    return other === undefined ? column : waiting.get(other)!.shift()
  })
}

/** Gives the fields that have no column the first one that bears their name in another case. */
function meetInAnyCase(columns: (number | undefined)[], labels: readonly string[], fields: readonly Field[]): void {
  const taken = new Set(columns)
  const waiting = new Map<string, number[]>()
  for (const [column, label] of labels.entries()) if (!taken.has(column)) putIn(waiting, label.toLowerCase(), column)
  for (const [field, { name }] of fields.entries()) columns[field] ??= waiting.get(name.toLowerCase())?.shift()
}

/** The columns that bear a name by which an earlier version called a field that no column has; a name of today is no such. */
function formerPairs(
  labels: readonly string[],
  fields: readonly Field[],
  columns: readonly (number | undefined)[],
): readonly { readonly column: number; readonly field: number }[] {
  const names = new Set(fields.map(({ name }) => foldLabel(name)))
  const waiting = new Map<string, number>()
  fields.forEach(({ formerNames = [] }, field) => {
    if (columns[field] === undefined) for (const name of formerNames) waiting.set(foldLabel(name), field)
  })
  if (waiting.size === 0) return []
  const taken = new Set<number>()
  return labels.flatMap((label, column) => {
    const folded = foldLabel(label)
    const field = names.has(folded) ? undefined : waiting.get(folded)
    if (field === undefined || taken.has(field)) return []
    taken.add(field)
    return [{ column, field }]
  })
}

interface Pair {
  readonly column: number
  /** Place of the field in the schema. */
  readonly field: number
  /** Letters of difference, 0 when case and marks alone differ. */
  readonly letters: number
}

/** The pairs of leftover columns and fields that mean each other: the nearest first, and only where there is no choice. */
function misspeltPairs(
  labels: readonly string[],
  fields: readonly Field[],
  columns: readonly (number | undefined)[],
): readonly Pair[] {
  const pairs = nearPairs(labels, fields, columns)
  const taken: Pair[] = []
  const settledColumns = new Set<number>()
  const settledFields = new Set<number>()
  for (const letters of [0, 1, 2]) {
    const open = pairs.filter(
      pair => pair.letters === letters && !settledColumns.has(pair.column) && !settledFields.has(pair.field),
    )
    const perColumn = countOf(open.map(pair => pair.column))
    const perField = countOf(open.map(pair => pair.field))
    for (const pair of open) {
      if (perColumn.get(pair.column) === 1 && perField.get(pair.field) === 1) taken.push(pair)
      // Two that are as near are a choice for a person, not for a farther third.
      settledColumns.add(pair.column)
      settledFields.add(pair.field)
    }
  }
  return taken
}

/** Labels times fields that are compared letter by letter. */
const MOST_PAIRS = 4_000_000

function nearPairs(
  labels: readonly string[],
  fields: readonly Field[],
  columns: readonly (number | undefined)[],
): readonly Pair[] {
  const known = new Set(fields.map(({ name }) => name))
  const taken = new Set(columns)
  const left = fields.flatMap(({ name }, field) =>
    columns[field] === undefined ? [{ field, name, folded: foldLabel(name) }] : [],
  )
  const unknown = labels.flatMap((label, column) =>
    known.has(label) || taken.has(column) ? [] : [{ column, label, folded: foldLabel(label) }],
  )
  // Each is compared with each: where that would take seconds, labels that differ by marks and case only are met.
  if (unknown.length * left.length > MOST_PAIRS) {
    const counts = countOf(unknown.map(({ folded }) => folded))
    const columnOf = new Map(unknown.map(({ folded, column }) => [folded, column]))
    return left.flatMap(({ field, folded }) =>
      folded !== '' && counts.get(folded) === 1 ? [{ column: columnOf.get(folded)!, field, letters: 0 }] : [],
    )
  }
  return unknown.flatMap(({ column, label, folded: foldedLabel }) => {
    return left.flatMap(({ field, name, folded }) => {
      const letters = closeness(foldedLabel, folded)
      return letters === undefined || (letters > 0 && tellsByShortWord(label, name)) ? [] : [{ column, field, letters }]
    })
  })
}

function countOf<Key>(keys: readonly Key[]): ReadonlyMap<Key, number> {
  const counts = new Map<Key, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
