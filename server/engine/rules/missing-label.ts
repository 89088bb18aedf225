import type { Severity } from '../model/diagnostic'
import type { Field } from '../model/field'
import { matchLoudness } from '../model/match-loudness'
import { inLanguage } from '../model/localised'
import { rowChecks } from '../model/row-check'
import { shown, shownList } from '../model/shown'
import type { Span } from '../model/span'
import type { Described } from '../model/table'
import { tableRule } from './rule'

interface Facts {
  readonly field: Field
  /** The column before which it should stand. */
  readonly column: number
  readonly loudness: Severity
  readonly company?: Company | undefined
}

/** The columns for the sake of which a custom check wants it. */
interface Company {
  readonly names: readonly string[]
  /** They are there and make no sense without it, or they are not there either and one of them must be. */
  readonly are: 'there' | 'absent'
}

/** A field of the schema without a column. */
export const missingLabel = tableRule<Facts>({
  id: 'missing-label',
  severity: ({ loudness }) => loudness,
  preset: 'essentiel',
  concepts: ['data-schema'],
  frictionless: 'missing-label',
  schema: true,
  insteadOf: ['required', 'one-of-required', 'incohesive-columns'],

  *check(described) {
    const { headerRow } = described.table
    // Without labels, and without fields in their places, another rule speaks.
    if (headerRow === undefined && described.header.fields.every(field => !field)) return
    const { missing } = matchLoudness(described.schema)
    const [first] = described.header.missing
    // One column is enough there, and none is too few.
    if (
      described.schema?.fieldsMatch === 'partial' &&
      first &&
      described.header.missing.length === described.schema.fields.length
    )
      return yield { ...placeFor(described, 0), facts: { field: first.field, column: 0, loudness: 'error' } }
    const before = columnsBefore(described)
    const nameless = namelessColumns(described)
    for (const { field, index } of described.header.missing) {
      const company = companyOf(field, described)
      const loudness = field.constraints.required || company ? 'error' : missing
      if (loudness === 'silent') continue
      const column = before[index]!
      // A column without a name of its own where the field should stand is that field: its label is what is at fault.
      if (nameless.has(column - 1) || nameless.has(column)) continue
      yield { ...placeFor(described, column), facts: { field, column, loudness, company } }
    }
  },

  message: {
    fr({ field, loudness, company }) {
      const name = nameOf(field, 'fr')
      if (company?.are === 'there')
        return `Il manque la colonne ${name}, que le schéma veut remplie avec ${shownList.fr(company.names)} : l’une ne se comprend pas sans l’autre.`
      if (company?.are === 'absent')
        return `Il manque la colonne ${name}, ou à défaut ${shownList.fr(company.names)} : le schéma veut que l’une au moins soit remplie.`
      if (loudness === 'error' && !field.constraints.required)
        return `Il manque la colonne ${name} : le schéma veut trouver ses colonnes dans le fichier, même vides (fieldsMatch).`
      return field.constraints.required
        ? `Il manque la colonne ${name}, que le schéma rend obligatoire : sans elle, le fichier n’est pas conforme et ne pourra pas être réuni avec les autres.`
        : `Le schéma prévoit une colonne ${name}, facultative, que ce fichier n’a pas : ajoutez-la si vous avez de quoi la remplir.`
    },
    en({ field, loudness, company }) {
      const name = nameOf(field, 'en')
      if (company?.are === 'there')
        return `The column ${name} is missing, which the schema wants filled together with ${shownList.en(company.names)}: one makes no sense without the other.`
      if (company?.are === 'absent')
        return `The column ${name} is missing, and so is ${shownList.en(company.names)}: the schema wants one of them filled at least.`
      if (loudness === 'error' && !field.constraints.required)
        return `The column ${name} is missing: the schema wants its columns in the file, be they empty (fieldsMatch).`
      return field.constraints.required
        ? `The column ${name}, which the schema requires, is missing: without it the file does not conform and cannot be joined with the others.`
        : `The schema has an optional column ${name} which this file does not: add it if you have something to fill it with.`
    },
  },

  // An empty column would only carry the error from the header to each row.
  fix: ({ field, column }) => (field.constraints.required ? undefined : [{ add: 'column', column, label: field.name }]),
})

/** The header, marked at the label behind which the column is missing: all of it would say the same wherever one looks. */
function placeFor({ table }: Described, column: number): { row?: number; span?: Span } {
  const { headerRow } = table
  if (headerRow === undefined) return {}
  const span = table.cellSpan(headerRow, Math.max(column - 1, 0))
  return { row: headerRow, ...(span && { span }) }
}

/** Columns whose label is blank, or is that of a column before them. */
function namelessColumns({ table: { labels, headerRow } }: Described): ReadonlySet<number> {
  if (headerRow === undefined) return new Set()
  const known = new Set([''])
  const hasName = (label: string) => !known.has(label) && known.add(label)
  return new Set([...labels.keys()].filter(column => !hasName(labels[column]!.trim())))
}

/** Parallel to the fields of the schema: the column before which it places each, that of the next field which has one. */
function columnsBefore({ schema, header, table }: Described): readonly number[] {
  const columns = new Map([...header.fields.entries()].toReversed().map(([column, field]) => [field, column]))
  let next = table.columnCount
  const fromTheLast = (schema?.fields ?? []).toReversed().map(field => {
    const column = next
    next = Math.min(next, columns.get(field) ?? next)
    return column
  })
  return fromTheLast.toReversed()
}

/** The company for the sake of which a custom check wants the field, if one does. */
function companyOf({ name }: Field, described: Described): Company | undefined {
  for (const { check, columns } of rowChecks(described, 'cohesion'))
    if (check.columns.includes(name) && columns.length > 0)
      return { names: columns.map(({ field }) => field!.name), are: 'there' }
  // Said once, at the first of them.
  for (const { check, columns } of rowChecks(described, 'one-of'))
    if (check.columns[0] === name && columns.length === 0) return { names: check.columns.slice(1), are: 'absent' }
  return undefined
}

function nameOf(field: Field, language: 'fr' | 'en'): string {
  const title = inLanguage(field.title, language)
  const name = shown[language](field.name)
  return title === undefined || title === field.name ? name : `${name} (${title})`
}
