import { shownList } from '../model/shown'
import { fileRule } from './rule'

/** A table without a single row of data: most often an export that failed without saying so. */
export const emptyTable = fileRule<{ readonly bytes: number; readonly labels: readonly string[] }, 'empty-table'>({
  id: 'empty-table',
  severity: 'error',
  preset: 'essentiel',
  concepts: ['completeness', 'csv-format'],
  frictionless: 'source-error',
  insteadOf: ['blank-row', 'edge-whitespace'],
  fault: 'empty-table',

  find: ({ bytes }, { table }) => ({ facts: { bytes, labels: table.labels.filter(label => label.trim() !== '') } }),

  message: {
    fr({ bytes, labels }) {
      if (bytes === 0) return 'Le fichier ne contient aucun octet : refaites l’export, qui a sans doute échoué.'
      if (labels.length === 0)
        return 'Le fichier ne contient aucune valeur : refaites l’export, qui a sans doute échoué.'
      return `Le fichier se réduit à son en-tête (${shownList.fr(labels)}), sans aucune ligne de données : refaites l’export, ou ne publiez le fichier qu’une fois rempli.`
    },
    en({ bytes, labels }) {
      if (bytes === 0)
        return 'The file does not hold a single byte: export it again, since the export most likely failed.'
      if (labels.length === 0)
        return 'The file does not hold a single value: export it again, since the export most likely failed.'
      return `The file is nothing but its header (${shownList.en(labels)}), without a row of data: export it again, or publish it only once it is filled.`
    },
  },
})
