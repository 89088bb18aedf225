import { dataRows } from '../model/data-rows'
import { isEmpty } from '../model/slide'
import type { Described } from '../model/table'
import { keyRule } from './rule'

/** First rows that show whether anything tells rows apart, as they do unless there are so many for each different one: few, for they are read after each edit. */
const FIRST = 60
const ALIKE = 4
/** Rows that are enough to show it. */
const LEAST = 12

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
      : [{ columns: columns.map(({ index }) => index), marks: 'row', missing: 'all', edgeSpace: 'ignored', isTold }],

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

/** Not where things are listed without anything that tells one from the other: none of them is a copy. */
function isTold({ table, columns }: Described): boolean {
  const different = new Set<string>()
  let rows = 0
  for (const row of dataRows(table, FIRST)) {
    const cells = columns.map(({ index }) => row.text(index) ?? '')
    if (cells.every(isEmpty)) continue
    different.add(cells.join('\u001F'))
    if (ALIKE * different.size > FIRST) return true
    rows++
  }
  return rows < LEAST || rows < ALIKE * different.size
}
