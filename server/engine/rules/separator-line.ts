import { shown } from '../model/shown'
import { fileRule } from './rule'

/** A first line such as `sep=;`, which Excel obeys and all other tools take for the header. */
export const separatorLine = fileRule<{ readonly text: string }, 'separator-line'>({
  id: 'separator-line',
  severity: 'information',
  preset: 'standard',
  concepts: ['delimiter-and-decimal', 'spreadsheet-traps'],
  insteadOf: ['preamble-row', 'missing-cell', 'missing-header'],
  fault: 'separator-line',

  find: ({ delimiter }) => ({ row: 0, facts: { text: `sep=${delimiter}` } }),

  message: {
    fr: ({ text }) =>
      `La première ligne, ${shown.fr(text)}, ne s’adresse qu’à Excel : les autres outils la prennent pour l’en-tête, supprimez-la avant de publier.`,
    en: ({ text }) =>
      `The first line, ${shown.en(text)}, speaks to Excel only: other tools take it for the header, so remove it before publishing.`,
  },

  fix: () => [{ remove: 'rows', row: 0, count: 1 }],
})
