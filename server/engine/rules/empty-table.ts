import { shownList } from '../model/shown'
import { fileRule } from './rule'

interface Facts {
  readonly bytes: number
  readonly labels: readonly string[]
  /** The row that is said to be the header, where the file ends before. */
  readonly beyond: number | undefined
}

/** A table without a single row of data: most often an export that failed without saying so. */
export const emptyTable = fileRule<Facts, 'empty-table'>({
  id: 'empty-table',
  severity: 'error',
  preset: 'essentiel',
  concepts: ['completeness', 'csv-format'],
  frictionless: 'source-error',
  insteadOf: ['blank-row', 'edge-whitespace'],
  fault: 'empty-table',

  find({ bytes }, { table }) {
    const { headerRow } = table
    const labels = table.labels.filter(label => label.trim() !== '')
    const isBeyond = headerRow !== undefined && table.width(0) > 0 && table.width(headerRow) === 0
    return { facts: { bytes, labels, beyond: isBeyond ? headerRow : undefined } }
  },

  message: {
    fr({ bytes, labels, beyond }) {
      if (beyond !== undefined)
        return `Le fichier n’a pas de ligne ${beyond + 1}, qui est donnée pour son en-tête : indiquez-en une autre, ou laissez-la reconnaître.`
      if (bytes === 0) return 'Le fichier ne contient aucun octet : refaites l’export, qui a sans doute échoué.'
      if (labels.length === 0)
        return 'Le fichier ne contient aucune valeur : refaites l’export, qui a sans doute échoué.'
      return `Le fichier se réduit à son en-tête (${shownList.fr(labels)}), sans aucune ligne de données : refaites l’export, ou ne publiez le fichier qu’une fois rempli.`
    },
    en({ bytes, labels, beyond }) {
      if (beyond !== undefined)
        return `The file has no row ${beyond + 1}, which is said to be its header: give another one, or let it be recognised.`
      if (bytes === 0)
        return 'The file does not hold a single byte: export it again, since the export most likely failed.'
      if (labels.length === 0)
        return 'The file does not hold a single value: export it again, since the export most likely failed.'
      return `The file is nothing but its header (${shownList.en(labels)}), without a row of data: export it again, or publish it only once it is filled.`
    },
  },
})
