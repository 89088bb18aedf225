import { counted } from '../model/counted'
import type { Place, Severity } from '../model/diagnostic'
import { folded } from '../model/fold'
import { matchLoudness } from '../model/match-loudness'
import { emptyColumns } from '../model/tail'
import { shown, shownList } from '../model/shown'
import { tableRule } from './rule'

/** So many columns that may stay are told together. */
const SEVERAL = 4

interface Facts {
  readonly labels: readonly [string, ...string[]]
  readonly others: readonly Place[]
  readonly loudness: Severity
}

/** A column that the schema does not know; several that may stay are told once, at the first of them. */
export const extraLabel = tableRule<Facts>({
  id: 'extra-label',
  severity: ({ loudness }) => loudness,
  preset: 'standard',
  concepts: ['data-schema'],
  frictionless: 'extra-label',
  schema: true,
  reads: 'all-rows',

  *check(described) {
    const { table, header, schema } = described
    const { headerRow: row, labels } = table
    const loudness = matchLoudness(described.schema).extra
    if (row === undefined || !schema || loudness === 'silent') return
    const count = labels.length - emptyColumns(table)
    const extra = header.extra.filter(column => column < count && labels[column]!.trim() !== '')
    const known = new Set<string>()
    // A label that comes again is told as such, instead of this.
    const own = extra.filter(column => known.size < known.add(folded(labels[column]!)).size)
    const [first, ...others] = own
    if (loudness !== 'error' && first !== undefined && own.length >= SEVERAL)
      yield {
        row,
        column: first,
        facts: {
          labels: [labels[first]!, ...others.map(column => labels[column]!)],
          others: others.map(column => ({ row, column })),
          loudness,
        },
      }
    else for (const column of extra) yield { row, column, facts: { labels: [labels[column]!], others: [], loudness } }
  },

  message: {
    fr: ({ labels: [label, ...others], loudness }) =>
      loudness === 'error'
        ? `Le schéma ne connaît pas la colonne ${shown.fr(label)} et n’en admet pas d’autre que les siennes (fieldsMatch) : retirez-la, ou faites-la ajouter au schéma.`
        : others.length > 0
          ? `Le schéma ne connaît pas ${counted(others.length + 1, 'fr')} colonnes, ${shownList.fr([label, ...others])} : elles peuvent rester, mais décrivez-les, car ceux qui suivent le schéma ne sauront pas les lire.`
          : `Le schéma ne connaît pas la colonne ${shown.fr(label)} : elle peut rester, mais décrivez-la, car ceux qui suivent le schéma ne sauront pas la lire.`,
    en: ({ labels: [label, ...others], loudness }) =>
      loudness === 'error'
        ? `The schema does not know the column ${shown.en(label)} and allows none but its own (fieldsMatch): remove it, or have it added to the schema.`
        : others.length > 0
          ? `The schema does not know ${counted(others.length + 1, 'en')} columns, ${shownList.en([label, ...others])}: they may stay, but describe them, since those who follow the schema cannot read them.`
          : `The schema does not know the column ${shown.en(label)}: it may stay, but describe it, since those who follow the schema cannot read it.`,
  },

  related: {
    places: ({ others }) => others,
    message: {
      fr: () => 'Une autre colonne que le schéma ne connaît pas.',
      en: () => 'Another column that the schema does not know.',
    },
  },
})
