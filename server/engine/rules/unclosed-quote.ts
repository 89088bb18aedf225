import { shown } from '../model/shown'
import { fileRule } from './rule'

/** A quote that opens a cell and never closes it. */
export const unclosedQuote = fileRule<{ value: string }, 'unclosed-quote'>({
  id: 'unclosed-quote',
  severity: 'error',
  preset: 'essentiel',
  concepts: ['csv-format'],
  frictionless: 'source-error',
  schema: true,
  insteadOf: [
    'stray-quote',
    'missing-cell',
    'extra-cell',
    'line-break-in-cell',
    'shifted-row',
    'row-delimiter',
    'required',
    'type-error',
    'enum',
    'pattern',
    'min-length',
    'max-length',
  ],
  fault: 'unclosed-quote',

  find: ({ row, column, span }, { table }) => ({ row, column, span, facts: { value: table.text(row, column) ?? '' } }),

  message: {
    fr: ({ value }) =>
      `Un guillemet s’ouvre dans ${shown.fr(value)} et ne se ferme jamais : la suite de la ligne, et souvent les lignes suivantes, se lisent comme une seule valeur.`,
    en: ({ value }) =>
      `A quote opens in ${shown.en(value)} and never closes: the rest of the row, and often the rows after it, read as one value.`,
  },
})
