import { emptyColumns } from '../model/tail'
import { shown } from '../model/shown'
import { tableRule } from './rule'

/** A column that the schema does not know. */
export const extraLabel = tableRule<{ label: string }>({
  id: 'extra-label',
  severity: 'information',
  preset: 'standard',
  concepts: ['data-schema'],
  frictionless: 'extra-label',
  schema: true,
  reads: 'all-rows',

  *check({ table, header, schema }) {
    const { headerRow: row, labels } = table
    if (row === undefined || !schema) return
    const count = labels.length - emptyColumns(table)
    for (const column of header.extra)
      if (column < count && labels[column]!.trim() !== '') yield { row, column, facts: { label: labels[column]! } }
  },

  message: {
    fr: ({ label }) =>
      `Le schéma ne connaît pas la colonne ${shown.fr(label)} : elle peut rester, mais décrivez-la, car ceux qui suivent le schéma ne sauront pas la lire.`,
    en: ({ label }) =>
      `The schema does not know the column ${shown.en(label)}: it may stay, but describe it, since those who follow the schema cannot read it.`,
  },
})
