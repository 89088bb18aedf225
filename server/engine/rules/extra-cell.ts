import { shown } from '../model/shown'
import { rowRule } from './rule'
import { saidOfParts } from './said-of-values'

interface Facts {
  readonly expected: number
  readonly actual: number
  /** The first value beyond the last column that is not empty; empty when all are. */
  readonly value: string
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

  check({ table }) {
    const expected = table.columnCount + table.columnsLeftOut
    return row => {
      if (row.width <= expected) return undefined
      const value = row.cells.slice(expected).find(cell => cell.trim() !== '') ?? ''
      return { column: expected, facts: { expected, actual: row.width, value } }
    }
  },

  message: {
    fr({ expected, actual, value }) {
      const extra = actual - expected
      if (value === '')
        return extra === 1
          ? 'Cette ligne finit par un délimiteur en trop : retirez-le, car un logiciel peut la refuser ou en décaler les valeurs.'
          : `Cette ligne finit par ${extra} délimiteurs en trop : retirez-les, car un logiciel peut la refuser ou en décaler les valeurs.`
      return `${shown.fr(value)} n’est sous aucune colonne, car cette ligne a ${actual} cellules pour ${expected} colonnes : si un délimiteur fait partie d’une valeur, mettez celle-ci entre guillemets.`
    },
    en({ expected, actual, value }) {
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
