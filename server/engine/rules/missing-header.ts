import { shown } from '../model/shown'
import { fileRule } from './rule'

/** A table whose first row is data. */
export const missingHeader = fileRule<{ value: string; labels: readonly string[] | undefined }, 'missing-header'>({
  id: 'missing-header',
  severity: 'error',
  preset: 'standard',
  concepts: ['data-dictionary'],
  frictionless: 'incorrect-label',
  schema: true,
  insteadOf: [
    'misspelt-label',
    'missing-label',
    'extra-label',
    'moved-label',
    'blank-label',
    'duplicate-label',
    'label-style',
  ],
  fault: 'missing-header',

  find(_fault, { table, schema }) {
    const names = schema?.fields.map(({ name }) => name)
    const row = table.firstDataRow
    return {
      row,
      facts: {
        value: table.text(row, 0) ?? '',
        labels: names?.length === table.columnCount ? names : undefined,
      },
    }
  },

  message: {
    fr: ({ value }) =>
      `La première ligne, qui commence par ${shown.fr(value)}, contient déjà des données : sans les noms des colonnes, personne ne peut savoir ce que disent les valeurs.`,
    en: ({ value }) =>
      `The first row, which begins with ${shown.en(value)}, already holds data: without the names of the columns, nobody can tell what the values say.`,
  },

  fix: ({ labels }) => labels && [{ add: 'header', labels }],
})
