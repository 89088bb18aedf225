import { shownList } from '../model/shown'
import { rowRule } from './rule'

interface Facts {
  readonly width: number
  /** The columns in which the row has no cell, by number from 1 where they have no name. */
  readonly columns: readonly (string | number)[]
  /** Cells to add. */
  readonly count: number
}

/** A row that ends before its last column. */
export const missingCell = rowRule<Facts>({
  id: 'missing-cell',
  severity: 'error',
  preset: 'essentiel',
  concepts: ['csv-format'],
  frictionless: 'missing-cell',
  schema: true,
  when: 'ragged',

  check({ table }) {
    const { columnCount } = table
    // Unnamed columns at the end are a matter of the header.
    const named = table.labels.findLastIndex(label => label.trim() !== '') + 1 || columnCount
    const columns = table.labels.map((label, column) => label.trim() || column + 1)
    return ({ width }) => {
      if (width >= named) return undefined
      const facts = { width, columns: columns.slice(width, named), count: columnCount - width }
      return { column: width, facts }
    }
  },

  message: {
    fr: ({ width, columns }) =>
      `Cette ligne n’a que ${width} ${width > 1 ? 'cellules' : 'cellule'} : il manque ${shownList.fr(columns.map(column => (typeof column === 'number' ? `colonne ${column}` : column)))}, à moins qu’un séparateur ou un guillemet n’ait été oublié plus tôt dans la ligne.`,
    en: ({ width, columns }) =>
      `This row has only ${width} ${width > 1 ? 'cells' : 'cell'}: ${shownList.en(columns.map(column => (typeof column === 'number' ? `column ${column}` : column)))} ${columns.length > 1 ? 'are' : 'is'} missing, unless a delimiter or a quote was forgotten earlier in the row.`,
  },

  fix: ({ count }, { row }) => (row === undefined ? undefined : [{ add: 'cells', row, count }]),
})
