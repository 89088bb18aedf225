import type { Severity } from '../model/diagnostic'
import { matchLoudness } from '../model/match-loudness'
import { emptyColumns } from '../model/tail'
import { shown } from '../model/shown'
import { tableRule } from './rule'

/** A column that the schema does not know. */
export const extraLabel = tableRule<{ label: string; loudness: Severity }>({
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
    for (const column of header.extra)
      if (column < count && labels[column]!.trim() !== '')
        yield { row, column, facts: { label: labels[column]!, loudness } }
  },

  message: {
    fr: ({ label, loudness }) =>
      loudness === 'error'
        ? `Le schéma ne connaît pas la colonne ${shown.fr(label)} et n’en admet pas d’autre que les siennes (fieldsMatch) : retirez-la, ou faites-la ajouter au schéma.`
        : `Le schéma ne connaît pas la colonne ${shown.fr(label)} : elle peut rester, mais décrivez-la, car ceux qui suivent le schéma ne sauront pas la lire.`,
    en: ({ label, loudness }) =>
      loudness === 'error'
        ? `The schema does not know the column ${shown.en(label)} and allows none but its own (fieldsMatch): remove it, or have it added to the schema.`
        : `The schema does not know the column ${shown.en(label)}: it may stay, but describe it, since those who follow the schema cannot read it.`,
  },
})
