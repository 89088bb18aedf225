import { shown } from '../model/shown'
import { fileRule } from './rule'
import { saidOfRows, saidOfTexts, saidOfValues } from './said-of-values'

/** A quoted cell without its closing quote: other tools read the rows that follow as part of it. */
export const unclosedQuote = fileRule<{ readonly text: string }, 'unclosed-quote'>({
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
    'shifted-row',
    'row-delimiter',
    'blank-row',
    ...saidOfValues,
    ...saidOfTexts,
    ...saidOfRows,
  ],
  fault: 'unclosed-quote',

  find: ({ row, column, span }, { table }) => ({
    row,
    column,
    span,
    // Without the quote itself, which would read as one of the message’s.
    facts: { text: (table.text(row, column) ?? '').trimStart().slice(1) },
  }),

  message: {
    fr: ({ text }) =>
      `Le guillemet qui ouvre ${shown.fr(text)} n’est jamais refermé : un tableur prend les lignes suivantes pour la suite de cette cellule, fermez-le à la fin de la valeur ou supprimez-le.`,
    en: ({ text }) =>
      `The quote mark that opens ${shown.en(text)} is never closed: a spreadsheet takes the rows that follow as part of this cell, so close it at the end of the value or remove it.`,
  },
})
