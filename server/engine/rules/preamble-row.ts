import { shown } from '../model/shown'
import { fileRule } from './rule'

/** Titles or comments above the header. */
export const preambleRow = fileRule<{ rows: number; first: number; text: string }, 'preamble-row'>({
  id: 'preamble-row',
  severity: 'warning',
  preset: 'standard',
  concepts: ['spreadsheet-traps'],
  schema: true,
  insteadOf: ['missing-cell', 'extra-cell', 'missing-header'],
  fault: 'preamble-row',

  find({ rows }, { table }) {
    // A `sep=` line stands before them.
    const first = Math.max(0, (table.headerRow ?? table.firstDataRow) - rows)
    return { row: first, facts: { rows, first, text: table.text(first, 0) ?? '' } }
  },

  message: {
    fr: ({ rows, text }) =>
      rows === 1
        ? `La ligne ${shown.fr(text)} précède l’en-tête : un logiciel la prend pour les noms des colonnes ; ce qu’elle dit a sa place dans les métadonnées.`
        : `${rows} lignes, dont ${shown.fr(text)}, précèdent l’en-tête : un logiciel y cherche les noms des colonnes ; ce qu’elles disent a sa place dans les métadonnées.`,
    en: ({ rows, text }) =>
      rows === 1
        ? `The line ${shown.en(text)} stands above the header: software takes it for the names of the columns; what it says belongs in the metadata.`
        : `${rows} lines, among them ${shown.en(text)}, stand above the header: software looks there for the names of the columns; what they say belongs in the metadata.`,
  },

  fix: ({ rows, first }) => [{ remove: 'rows', row: first, count: rows }],
})
