import { figureRule } from './file-figure'

/** The number of rows that a document tells of a table is not that of the table. */
export const rowCount = figureRule({
  id: 'row-count',
  concepts: ['metadata', 'completeness'],
  frictionless: 'row-count',

  compare: ({ rows }, file) => (rows ? [{ figure: rows, is: file.rows?.toString(), written: file.rows }] : []),

  message: {
    fr: ({ told, is }) =>
      `La fiche annonce ${told} lignes de données et le fichier en a ${is} : des lignes manquent, ou la fiche est en retard.`,
    en: ({ told, is }) =>
      `The document tells ${told} data rows and the file has ${is}: rows are missing, or the document is late.`,
  },
})
