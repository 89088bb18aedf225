import { kindTests } from '../model/shape'
import { shown } from '../model/shown'
import type { Column } from '../model/table'
import { rowRule } from './rule'
import { saidOfParts } from './said-of-values'

interface Facts {
  readonly expected: number
  readonly actual: number
  /** The first value beyond the last column that is not empty; empty when all are. */
  readonly value: string
  /** Whether two rows stand on one line. */
  readonly isTwo: boolean
}

/** A row longer than the header has values that belong to no column, often because a delimiter stands in a value. */
export const extraCell = rowRule<Facts>({
  id: 'extra-cell',
  severity: 'error',
  preset: 'essentiel',
  concepts: ['csv-format'],
  frictionless: 'extra-cell',
  insteadOf: saidOfParts,
  isCause: ({ value }) => value !== '',
  schema: true,
  when: 'ragged',

  check({ table, columns }) {
    const expected = table.columnCount + table.columnsLeftOut
    const areValues = rowTest(columns)
    return row => {
      if (row.width <= expected) return undefined
      const value = row.cells.slice(expected).find(cell => cell.trim() !== '') ?? ''
      const isTwo = row.width === 2 * expected && areValues(row.cells.slice(expected))
      return { column: expected, facts: { expected, actual: row.width, value, isTwo } }
    }
  },

  message: {
    fr({ expected, actual, value, isTwo }) {
      if (isTwo)
        return `Cette ligne a ${actual} cellules pour ${expected} colonnes, et ${shown.fr(value)} commence une seconde ligne : le retour à la ligne qui les séparait s’est perdu, remettez-le.`
      const extra = actual - expected
      if (value === '')
        return extra === 1
          ? 'Cette ligne finit par un délimiteur en trop : retirez-le, car un logiciel peut la refuser ou en décaler les valeurs.'
          : `Cette ligne finit par ${extra} délimiteurs en trop : retirez-les, car un logiciel peut la refuser ou en décaler les valeurs.`
      return `${shown.fr(value)} n’est sous aucune colonne, car cette ligne a ${actual} cellules pour ${expected} colonnes : si un délimiteur fait partie d’une valeur, mettez celle-ci entre guillemets.`
    },
    en({ expected, actual, value, isTwo }) {
      if (isTwo)
        return `This row has ${actual} cells for ${expected} columns, and ${shown.en(value)} begins a second row: the line break between them was lost, so put it back.`
      const extra = actual - expected
      if (value === '')
        return extra === 1
          ? 'This row ends with one delimiter too many: remove it, since software may refuse the row or shift its values.'
          : `This row ends with ${extra} delimiters too many: remove them, since software may refuse the row or shift its values.`
      return `${shown.en(value)} stands under no column, as this row has ${actual} cells for ${expected} columns: if a delimiter is part of a value, put that value between quotes.`
    },
  },

  fix: ({ expected, value }, { row }) =>
    row === undefined || value !== '' ? undefined : [{ remove: 'cells', row, column: expected }],
})

/** Whether cells are the values of a row: each is of the kind of its column, where that has one, and several have. */
function rowTest(columns: readonly Column[]): (cells: readonly string[]) => boolean {
  const testOf = kindTests(columns)
  return cells => {
    const fits = cells.flatMap((cell, column) => (cell.trim() === '' ? [] : (testOf(column)?.(cell) ?? [])))
    return fits.length > 1 && fits.every(Boolean)
  }
}
