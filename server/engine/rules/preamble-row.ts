import type { Change } from '../model/change'
import { shown, shownList } from '../model/shown'
import type { Table } from '../model/table'
import { fileRule } from './rule'

interface Facts {
  readonly rows: number
  /** The first text that stands in them; empty when they are blank. */
  readonly title: string
  readonly hasHeader: boolean
  /** Set where the row above the header names groups of columns by which alone labels differ. */
  readonly groups?: Groups
}

interface Groups {
  readonly names: readonly string[]
  /** The labels that come again under another group, with the name of their own before them. */
  readonly renamed: readonly { readonly column: number; readonly label: string }[]
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
    const hasHeader = table.headerRow !== undefined
    const groups = groupsAbove(table)
    return { row, facts: { rows, title: titleOf(table, row, rows), hasHeader, ...(groups && { groups }) } }
  },

  message: {
    fr({ rows, title, hasHeader, groups }) {
      if (groups)
        return `La ligne au-dessus de l’en-tête nomme des groupes de colonnes (${shownList.fr(groups.names)}), sans lesquels plusieurs colonnes ont le même nom, et les outils ne lisent qu’une ligne d’en-tête : mettez le nom du groupe devant celui de chaque colonne, puis supprimez ${rows === 1 ? 'cette ligne' : `les ${rows} premières lignes`}.`
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
    en({ rows, title, hasHeader, groups }) {
      if (groups)
        return `The row above the header names groups of columns (${shownList.en(groups.names)}), without which several columns have the same name, and tools read a single header row: put the name of the group before that of each column, then remove ${rows === 1 ? 'this row' : `the first ${rows} rows`}.`
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

  fix({ rows, groups }, { row }) {
    if (row === undefined) return undefined
    const labels = (groups?.renamed ?? []).map(
      ({ column, label }): Change => ({ set: 'cell', row: row + rows, column, value: label }),
    )
    return [{ remove: 'rows', row, count: rows }, ...labels]
  },
})

/** The groups of columns that the row right above the header names, where a label comes again under another; undefined for any other row. */
function groupsAbove(table: Table): Groups | undefined {
  const { headerRow } = table
  if (headerRow === undefined || headerRow === 0) return undefined
  const names: string[] = []
  const columns: { readonly column: number; readonly label: string; readonly group: string }[] = []
  const groupsOf = new Map<string, Set<string>>()
  for (let column = 0; column < table.width(headerRow); column++) {
    const name = table.text(headerRow - 1, column)?.trim()
    if (name) names.push(name)
    const label = table.text(headerRow, column)?.trim()
    if (!label) continue
    const group = names.at(-1) ?? ''
    columns.push({ column, label, group })
    groupsOf.set(label, (groupsOf.get(label) ?? new Set()).add(group))
  }
  if (names.length < 2) return undefined
  const renamed = columns
    .filter(({ label, group }) => group !== '' && groupsOf.get(label)!.size > 1)
    .map(({ column, label, group }) => ({ column, label: `${group}_${label}` }))
  return renamed.length > 0 ? { names, renamed } : undefined
}

/** The first value that stands in these rows. */
function titleOf(table: Table, first: number, rows: number): string {
  for (let row = first; row < first + rows; row++)
    for (let column = 0; column < table.width(row); column++) {
      const text = table.text(row, column)?.trim()
      if (text) return text
    }
  return ''
}
