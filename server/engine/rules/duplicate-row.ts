import { keyRule } from './rule'

/** A row that says word for word what a row before it says: sums and counts take it in twice. */
export const duplicateRow = keyRule({
  id: 'duplicate-row',
  severity: 'warning',
  preset: 'essentiel',
  concepts: ['uniqueness'],
  frictionless: 'duplicate-row',
  insteadOf: ['primary-key', 'unique', 'near-duplicate-row'],

  check: ({ columns }) =>
    // The rows of a single column are values, and values may come back.
    columns.length < 2
      ? []
      : [{ columns: columns.map(({ index }) => index), marks: 'row', missing: 'all', edgeSpace: 'ignored' }],

  message: {
    fr: ({ first }) =>
      `Cette ligne est la copie de la ligne ${first + 1} : supprimez-la, sauf si le même fait s’est bien produit deux fois.`,
    en: ({ first }) => `This row is a copy of row ${first + 1}: delete it, unless the same thing did happen twice.`,
  },

  related: {
    places: ({ first }) => [{ row: first }],
    message: { fr: () => 'La même ligne, ici la première fois.', en: () => 'The same row, here for the first time.' },
  },

  fix: (_facts, { row }) => (row === undefined ? undefined : [{ remove: 'rows', row, count: 1 }]),
})
