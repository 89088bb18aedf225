import { shown } from '../model/shown'
import { keyRule } from './rule'

/** A value that stands twice in a column of which the schema says that each value is the only one. */
export const unique = keyRule({
  id: 'unique',
  severity: 'error',
  preset: 'standard',
  concepts: ['uniqueness', 'primary-foreign-key'],
  frictionless: 'unique-error',
  schema: true,

  check: ({ columns }) =>
    columns
      .filter(({ field }) => field?.constraints.unique)
      .map(({ index }) => ({ columns: [index], marks: 'cell', missing: 'none', edgeSpace: 'counts' })),

  message: {
    fr: ({ values: [value = ''], first }) =>
      `${shown.fr(value)} se trouve déjà à la ligne ${first + 1} : dans cette colonne, le schéma veut que chaque valeur soit unique.`,
    en: ({ values: [value = ''], first }) =>
      `${shown.en(value)} already stands in row ${first + 1}: the schema wants each value of this column to be the only one.`,
  },

  related: {
    places: ({ key, first }) => [{ row: first, column: key.columns[0]! }],
    message: {
      fr: () => 'La même valeur, ici la première fois.',
      en: () => 'The same value, here for the first time.',
    },
  },
})
