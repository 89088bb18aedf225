import { shown } from '../model/shown'
import { fileRule } from './rule'

/** A first row that holds values, so that no column has a name. */
export const missingHeader = fileRule<
  { readonly first: string; readonly names: readonly string[] | undefined },
  'missing-header'
>({
  id: 'missing-header',
  severity: 'error',
  preset: 'standard',
  concepts: ['data-dictionary', 'csv-format'],
  frictionless: 'incorrect-label',
  schema: true,
  insteadOf: [
    'blank-label',
    'stand-in-label',
    'misspelt-label',
    'missing-label',
    'extra-label',
    'moved-label',
    'label-style',
    'duplicate-label',
  ],
  fault: 'missing-header',

  find({ under }, { table, schema }) {
    const row = table.firstDataRow
    const values = Array.from({ length: table.width(row) }, (_, column) => table.text(row, column) ?? '')
    const names = schema?.fields.map(field => field.name)
    return {
      // The titles and the header that is missing are one cause.
      row: row - under,
      facts: {
        first: values.find(value => /^\W*\d/.test(value)) ?? values.find(value => value.trim() !== '') ?? '',
        names: names?.length === table.columnCount ? names : undefined,
      },
    }
  },

  message: {
    fr: ({ first }) =>
      `La première ligne contient déjà des valeurs (${shown.fr(first)}) et non les noms des colonnes : ajoutez au-dessus une ligne d’en-tête, sans quoi nul ne sait ce que chaque colonne contient.`,
    en: ({ first }) =>
      `The first row already holds values (${shown.en(first)}) and not the names of the columns: add a header row above it, or nobody can tell what each column holds.`,
  },

  fix: ({ names }) => names && [{ add: 'header', labels: names }],
})
