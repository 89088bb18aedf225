import { rowRule } from './rule'

/** A row in which nothing stands. */
export const blankRow = rowRule<{ width: number }>({
  id: 'blank-row',
  severity: 'warning',
  preset: 'standard',
  concepts: ['csv-format'],
  frictionless: 'blank-row',
  schema: true,
  insteadOf: [
    'missing-cell',
    'extra-cell',
    'required',
    'type-error',
    'enum',
    'pattern',
    'min-length',
    'one-of-required',
    'duplicate-row',
    'edge-whitespace',
  ],
  when: 'blank',

  check: () => row => (row.cells.every(cell => cell.trim() === '') ? { facts: { width: row.width } } : undefined),

  message: {
    fr: ({ width }) =>
      width > 1
        ? `Cette ligne ne contient que des séparateurs : un tableur l’a sans doute laissée là, et elle compte comme une donnée pour ceux qui relisent le fichier.`
        : `Cette ligne est vide : elle compte comme une donnée pour ceux qui relisent le fichier.`,
    en: ({ width }) =>
      width > 1
        ? `This row holds nothing but delimiters: a spreadsheet most likely left it there, and it counts as data for those who read the file again.`
        : `This row is blank: it counts as data for those who read the file again.`,
  },

  fix: (_facts, { row }) => (row === undefined ? undefined : [{ remove: 'rows', row, count: 1 }]),
})
