import { fileRule } from './rule'

/** A first line that tells spreadsheets the delimiter, and is data to everything else. */
export const separatorLine = fileRule<{ delimiter: string }, 'separator-line'>({
  id: 'separator-line',
  severity: 'information',
  preset: 'standard',
  concepts: ['delimiter-and-decimal'],
  insteadOf: ['preamble-row', 'missing-cell', 'missing-header'],
  fault: 'separator-line',

  find: ({ delimiter }) => ({ row: 0, facts: { delimiter } }),

  message: {
    fr: ({ delimiter }) =>
      `La première ligne, « sep=${delimiter} », ne s’adresse qu’à certains tableurs : tous les autres logiciels y lisent l’en-tête du tableau.`,
    en: ({ delimiter }) =>
      `The first line, “sep=${delimiter}”, is meant for some spreadsheets only: all other software reads it as the header of the table.`,
  },

  fix: () => [{ remove: 'rows', row: 0, count: 1 }],
})
