import { fileRule } from './rule'

/** A last row that no line end closes (RFC 4180, section 2, allows it; tools that join files do not expect it). */
export const missingFinalNewline = fileRule<Record<never, never>, 'missing-final-newline'>({
  id: 'missing-final-newline',
  severity: 'hint',
  preset: 'complet',
  concepts: ['csv-format'],
  fault: 'missing-final-newline',

  // Without a place: to know the number of the last row, the whole file would be read before anything is shown.
  find: () => ({ facts: {} }),

  message: {
    fr: () =>
      'La dernière ligne du fichier ne se termine pas par un retour à la ligne : ajoutez-le, sans quoi un fichier mis bout à bout avec celui-ci y collerait sa première ligne.',
    en: () =>
      'The last line of the file does not end in a line break: add it, or a file that is appended to this one joins its first line to it.',
  },

  fix: () => [{ add: 'line-end' }],
  safe: true,
})
