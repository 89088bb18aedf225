import { shown } from '../model/shown'
import type { Table } from '../model/table'
import { fileRule } from './rule'

interface Facts {
  readonly rows: number
  /** The first text that stands in them; empty when they are blank. */
  readonly title: string
  readonly hasHeader: boolean
}

/** Titles, notes or blank rows above the header, which tools read as the header itself. */
export const preambleRow = fileRule<Facts, 'preamble-row'>({
  id: 'preamble-row',
  severity: 'warning',
  preset: 'standard',
  concepts: ['spreadsheet-traps', 'csv-format'],
  schema: true,
  insteadOf: ['missing-cell', 'extra-cell', 'missing-header'],
  fault: 'preamble-row',

  find({ rows }, { table }) {
    const row = (table.headerRow ?? table.firstDataRow) - rows
    return { row, facts: { rows, title: titleOf(table, row, rows), hasHeader: table.headerRow !== undefined } }
  },

  message: {
    fr({ rows, title, hasHeader }) {
      if (title === '')
        return rows === 1
          ? 'Une ligne vide précède l’en-tête, que les outils attendent en première ligne : supprimez-la.'
          : `${rows} lignes vides précèdent l’en-tête, que les outils attendent en première ligne : supprimez-les.`
      if (!hasHeader)
        return rows === 1
          ? `${shown.fr(title)} précède les données, et aucune ligne ne nomme les colonnes : écrivez leurs noms à sa place, et gardez son texte dans la description du jeu de données.`
          : `${rows} lignes, dont ${shown.fr(title)}, précèdent les données, et aucune ne nomme les colonnes : écrivez leurs noms à la place de ces lignes, et gardez leur texte dans la description du jeu de données.`
      return rows === 1
        ? `${shown.fr(title)} précède l’en-tête, que les outils attendent en première ligne : supprimez cette ligne et gardez son texte dans la description du jeu de données.`
        : `${rows} lignes, dont ${shown.fr(title)}, précèdent l’en-tête, que les outils attendent en première ligne : supprimez-les et gardez leur texte dans la description du jeu de données.`
    },
    en({ rows, title, hasHeader }) {
      if (title === '')
        return rows === 1
          ? 'A blank row stands above the header, which tools expect on the first line: remove it.'
          : `${rows} blank rows stand above the header, which tools expect on the first line: remove them.`
      if (!hasHeader)
        return rows === 1
          ? `${shown.en(title)} stands above the data, and no row names the columns: write their names in its place, and keep its text in the description of the dataset.`
          : `${rows} rows, ${shown.en(title)} among them, stand above the data, and none of them names the columns: write their names in place of these rows, and keep their text in the description of the dataset.`
      return rows === 1
        ? `${shown.en(title)} stands above the header, which tools expect on the first line: remove this row and keep its text in the description of the dataset.`
        : `${rows} rows, ${shown.en(title)} among them, stand above the header, which tools expect on the first line: remove them and keep their text in the description of the dataset.`
    },
  },

  fix: ({ rows }, { row }) => (row === undefined ? undefined : [{ remove: 'rows', row, count: rows }]),
})

/** The first value that stands in these rows. */
function titleOf(table: Table, first: number, rows: number): string {
  for (let row = first; row < first + rows; row++)
    for (let column = 0; column < table.width(row); column++) {
      const text = table.text(row, column)?.trim()
      if (text) return text
    }
  return ''
}
