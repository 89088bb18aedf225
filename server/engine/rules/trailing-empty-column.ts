import { emptyColumns, spareCells } from '../model/tail'
import { tableRule } from './rule'

/** Delimiters at the end of each line that open columns without name or value. */
export const trailingEmptyColumn = tableRule<{ count: number }>({
  id: 'trailing-empty-column',
  severity: 'warning',
  reads: 'all-rows',
  preset: 'standard',
  concepts: ['spreadsheet-traps'],
  insteadOf: ['blank-label', 'duplicate-label', 'extra-label', 'constant-column'],

  *check({ table }) {
    const row = table.headerRow
    if (row === undefined) return
    const unnamed = emptyColumns(table)
    const spare = unnamed === 0 ? spareCells(table) : 0
    if (unnamed > 0) yield { row, column: table.labels.length - unnamed, facts: { count: unnamed } }
    if (spare > 0) yield { row, column: table.columnCount, facts: { count: spare } }
  },

  message: {
    fr: ({ count }) =>
      count === 1
        ? 'Un séparateur de trop termine chaque ligne et ouvre une colonne sans nom ni valeur : un tableur l’a sans doute laissé là, et il gêne ceux qui relisent le fichier.'
        : `${count} séparateurs de trop terminent chaque ligne et ouvrent des colonnes sans nom ni valeur : un tableur les a sans doute laissés là, et ils gênent ceux qui relisent le fichier.`,
    en: ({ count }) =>
      count === 1
        ? 'A delimiter too many ends each row and opens a column without name or value: a spreadsheet most likely left it there, and it troubles those who read the file again.'
        : `${count} delimiters too many end each row and open columns without name or value: a spreadsheet most likely left them there, and they trouble those who read the file again.`,
  },

  fix: ({ count }, { column }) => (column === undefined ? undefined : [{ remove: 'columns', column, count }]),
})
