import { counted } from '../model/counted'
import { dataRows } from '../model/data-rows'
import type { Table } from '../model/table'
import { tableRule } from './rule'

/** Rows that are compared, and different values that there must be in them: two columns of zeros say nothing. */
const ROWS = 10_000
const FIRST = 20
const DIFFERENT = 3
const LEAST = 5

interface Facts {
  readonly label: string
  readonly column: number
  readonly row: number | undefined
  readonly rows: number
}

/** A column that says in every row what another one says. */
export const duplicateColumn = tableRule<Facts>({
  id: 'duplicate-column',
  severity: 'hint',
  preset: 'complet',
  concepts: ['data-dictionary'],
  reads: 'all-rows',

  *check({ columns, table }) {
    const rows = Array.from(dataRows(table, FIRST), ({ index }) => index)
    const alike = new Map<string, number>()
    for (const { index, field, element } of columns) {
      // A schema that asks for both has its reasons; and lists are alike where they are mostly empty.
      if (field || element !== undefined) continue
      const texts = rows.map(row => table.text(row, index)?.trim() ?? '')
      const filled = new Set(texts.filter(text => text !== ''))
      if (rows.length < LEAST || filled.size < DIFFERENT) continue
      const key = texts.join('\n')
      const first = alike.get(key)
      if (first === undefined) {
        alike.set(key, index)
        continue
      }
      const compared = comparedRows(table, first, index)
      const row = table.headerRow
      const facts = { label: columns[first]!.label, column: first, row, rows: compared }
      if (compared > 0) yield { ...(row !== undefined && { row }), column: index, facts }
    }
  },

  message: {
    fr: ({ label, rows }) =>
      `Cette colonne dit la même chose que « ${label} » dans les ${counted(rows, 'fr')} lignes comparées : l’une des deux est de trop, ou l’export a pris deux fois la même.`,
    en: ({ label, rows }) =>
      `This column says the same as “${label}” in the ${counted(rows, 'en')} rows compared: one of them is too many, or the export took the same one twice.`,
  },

  related: {
    places: ({ column, row }) => [{ column, ...(row !== undefined && { row }) }],
    message: { fr: () => 'La colonne qui dit la même chose.', en: () => 'The column that says the same.' },
  },

  fix: (_facts, { column }) => (column === undefined ? undefined : [{ remove: 'columns', column, count: 1 }]),
})

/** How many rows were compared; 0 when the columns differ in one of them. */
function comparedRows(table: Table, one: number, other: number): number {
  let rows = 0
  for (const row of dataRows(table, ROWS)) {
    if ((row.text(one)?.trim() ?? '') !== (row.text(other)?.trim() ?? '')) return 0
    rows++
  }
  return rows
}
