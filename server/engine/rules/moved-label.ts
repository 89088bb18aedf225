import type { Severity } from '../model/diagnostic'
import { matchLoudness } from '../model/match-loudness'
import { shown } from '../model/shown'
import type { Described } from '../model/table'
import { tableRule } from './rule'

/** The columns of the schema in another order than its own: said once, at the first that is out of place. */
export const movedLabel = tableRule<{ label: string; expected: string; order: readonly number[]; loudness: Severity }>({
  id: 'moved-label',
  severity: ({ loudness }) => loudness,
  preset: 'standard',
  concepts: ['data-schema'],
  schema: true,

  *check(described) {
    const { table, header, columns } = described
    const loudness = matchLoudness(described.schema).moved
    if (table.headerRow === undefined || header.moved.length === 0 || loudness === 'silent') return
    const known = columns.filter((_, column) => header.fields[column] !== undefined).map(({ index }) => index)
    const wanted = inSchemaOrder(described, known)
    const first = known.findIndex((column, i) => column !== wanted[i])
    if (first < 0) return
    const extra = columns.flatMap(({ index }) => (header.fields[index] === undefined ? [index] : []))
    yield {
      row: table.headerRow,
      column: known[first]!,
      facts: {
        label: table.labels[known[first]!]!,
        expected: header.fields[wanted[first]!]!.name,
        order: [...wanted, ...extra],
        loudness,
      },
    }
  },

  message: {
    fr: ({ label, expected, loudness }) =>
      loudness === 'error'
        ? `Les colonnes ne suivent pas l’ordre que le schéma impose (fieldsMatch) : il place ${shown.fr(expected)} là où se trouve ${shown.fr(label)}.`
        : `Les colonnes ne suivent pas l’ordre du schéma, qui place ${shown.fr(expected)} là où se trouve ${shown.fr(label)} : les noms suffisent à les lire, mais des fichiers rangés de même se comparent mieux.`,
    en: ({ label, expected, loudness }) =>
      loudness === 'error'
        ? `The columns do not follow the order that the schema imposes (fieldsMatch): it has ${shown.en(expected)} where ${shown.en(label)} stands.`
        : `The columns do not follow the order of the schema, which has ${shown.en(expected)} where ${shown.en(label)} stands: names are enough to read them, but files in the same order compare better.`,
  },

  fix: ({ order }) => [{ set: 'order', columns: order }],
})

function inSchemaOrder({ schema, header }: Described, columns: readonly number[]): readonly number[] {
  const places = new Map(schema?.fields.map((field, place) => [field, place]))
  const placeOf = (column: number) => places.get(header.fields[column]!) ?? 0
  return columns.toSorted((a, b) => placeOf(a) - placeOf(b))
}
