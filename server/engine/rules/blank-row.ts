import { rowRule } from './rule'

/** A row in which nothing stands is read as one more item, all of whose values are missing. */
export const blankRow = rowRule<{ readonly cells: number }>({
  id: 'blank-row',
  severity: 'warning',
  preset: 'essentiel',
  concepts: ['csv-format'],
  frictionless: 'blank-row',
  schema: true,
  insteadOf: [
    'missing-cell',
    'extra-cell',
    'required',
    'one-of-required',
    'duplicate-row',
    'edge-whitespace',
    'invisible-character',
    'type-error',
    'enum',
    'pattern',
    'min-length',
  ],
  when: 'blank',

  check:
    ({ table }) =>
    row =>
      // What cannot be read in a record of JSON is no value, and yet the record is not blank.
      table.recordsAt !== undefined && !isJson(row.written) ? undefined : { facts: { cells: row.width } },

  message: {
    fr: ({ cells }) =>
      cells > 1
        ? 'Cette ligne ne contient que des délimiteurs : un logiciel y lit un élément de plus, sans aucune valeur, supprimez-la.'
        : 'Cette ligne est vide : un logiciel peut y lire un élément de plus ou s’arrêter là, supprimez-la.',
    en: ({ cells }) =>
      cells > 1
        ? 'This row holds nothing but delimiters: software reads one more item in it, without any value, so remove it.'
        : 'This row is blank: software may read one more item in it or stop here, so remove it.',
  },

  fix: (_facts, { row }) => (row === undefined ? undefined : [{ remove: 'rows', row, count: 1 }]),
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
