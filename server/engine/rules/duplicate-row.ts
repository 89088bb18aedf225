import { dataRows } from '../model/data-rows'
import { isEmpty } from '../model/slide'
import type { Described } from '../model/table'
import { keyRule } from './rule'

/** First rows that show whether a column tells rows apart, as none does with so many for each of its values: few, for they are read after each edit. */
const FIRST = 60
const ALIKE = 4
/** Rows that make a table: fewer may well come back in one order, as the days of the week do. */
const PASTED = 8
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

  check: ({ table, columns }) =>
    // The rows of a single column are values, and values may come back; of a row that is read in part, the rest may differ.
    columns.length < 2 || table.columnsLeftOut > 0
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

/** Not where things are listed without a column that tells one from the other: none of them is a copy, unless all were pasted again. */
function isTold({ table, columns }: Described): boolean {
  const values = columns.map(() => new Set<string>())
  const rows: string[] = []
  for (const row of dataRows(table, FIRST)) {
    const cells = columns.map(({ index }) => row.text(index) ?? '')
    if (cells.every(isEmpty)) continue
    rows.push(cells.join('\u001F'))
    for (const [i, text] of cells.entries()) if (ALIKE * values[i]!.add(text).size > FIRST) return true
  }
  const most = Math.max(...values.map(({ size }) => size))
  return rows.length < LEAST || rows.length < ALIKE * most || isPasted(rows)
}

/** Whether the first rows, all different, come back in their order. */
function isPasted(rows: readonly string[]): boolean {
  const period = new Set(rows).size
  return period >= PASTED && rows.every((row, i) => row === rows[i % period])
}
