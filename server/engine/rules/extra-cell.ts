import { spareCells } from '../model/tail'
import { shown } from '../model/shown'
import { rowRule } from './rule'

/** A row that goes on after its last column. */
export const extraCell = rowRule<{ width: number; expected: number; value: string; isEmpty: boolean }>({
  id: 'extra-cell',
  severity: 'error',
  preset: 'essentiel',
  concepts: ['csv-format'],
  frictionless: 'extra-cell',
  schema: true,
  when: 'ragged',

  check({ table }) {
    const { columnCount: expected } = table
    let spare: number | undefined
    return row => {
      const { width } = row
      if (width <= expected) return undefined
      const extra = row.cells.slice(expected)
      const value = extra.find(cell => cell.trim() !== '')
      // Where all rows end so, the header is told once.
      if (value === undefined && width - expected <= (spare ??= spareCells(table))) return undefined
      return { column: expected, facts: { width, expected, value: value ?? '', isEmpty: value === undefined } }
    }
  },

  message: {
    fr: ({ width, expected, value, isEmpty }) =>
      isEmpty
        ? `Cette ligne a ${width} cellules pour ${expected} ${expected > 1 ? 'colonnes' : 'colonne'} : les cellules en trop sont vides et peuvent être supprimées.`
        : `Cette ligne a ${width} cellules pour ${expected} ${expected > 1 ? 'colonnes' : 'colonne'}, et ${shown.fr(value)} n’est sous aucun en-tête : une valeur qui contient le séparateur doit être mise entre guillemets.`,
    en: ({ width, expected, value, isEmpty }) =>
      isEmpty
        ? `This row has ${width} cells for ${expected} ${expected > 1 ? 'columns' : 'column'}: the extra cells are empty and can be deleted.`
        : `This row has ${width} cells for ${expected} ${expected > 1 ? 'columns' : 'column'}, and ${shown.en(value)} stands under no label: a value that holds the delimiter must be put between quotes.`,
  },

  fix: ({ isEmpty, expected }, { row }) =>
    isEmpty && row !== undefined ? [{ remove: 'cells', row, column: expected }] : undefined,
})
