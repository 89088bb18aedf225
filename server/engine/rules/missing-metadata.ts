import { shown } from '../model/shown'
import { tableRule } from './rule'

/** The document that describes other files of the folder. */
export interface Forgotten {
  readonly document: string
}

/**
 * A data file that the description of its folder does not name; the shell looks, and the verb tells it. Of a folder
 * without any description nothing is said: every file would bear the same finding.
 */
export const missingMetadata = tableRule<Forgotten>({
  id: 'missing-metadata',
  severity: 'information',
  preset: 'standard',
  concepts: ['metadata'],

  check: () => [],

  message: {
    fr: ({ document }) =>
      `${shown.fr(document)} décrit d’autres fichiers et pas celui-ci : qui le téléchargera seul ne saura pas ce qu’il contient ; « Décrire ce jeu de données » l’y ajoute.`,
    en: ({ document }) =>
      `${shown.en(document)} describes other files and not this one: whoever downloads it alone will not know what it holds; “Describe this dataset” adds it.`,
  },
})
