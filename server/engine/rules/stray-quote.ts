import { shown } from '../model/shown'
import { fileRule } from './rule'

/** A quote where none may stand: inside a plain cell, or inside a quoted one without being doubled. */
export const strayQuote = fileRule<{ value: string; inQuoted: boolean }, 'stray-quote'>({
  id: 'stray-quote',
  severity: 'error',
  preset: 'standard',
  concepts: ['csv-format'],
  frictionless: 'source-error',
  schema: true,
  insteadOf: ['missing-cell', 'extra-cell'],
  fault: 'stray-quote',

  find: ({ row, column, inQuoted }, { table }) => ({
    row,
    column,
    facts: { value: table.text(row, column) ?? '', inQuoted },
  }),

  message: {
    fr: ({ value, inQuoted }) =>
      inQuoted
        ? `Un guillemet isolé coupe ${shown.fr(value)}, dont la fin devient incertaine : dans une valeur entre guillemets, un guillemet s’écrit deux fois.`
        : `${shown.fr(value)} contient un guillemet isolé, que bien des logiciels prennent pour le début ou la fin de la valeur : mettez-la entre guillemets et doublez celui-ci.`,
    en: ({ value, inQuoted }) =>
      inQuoted
        ? `A stray quote cuts ${shown.en(value)}, whose end becomes uncertain: in a quoted value a quote is written twice.`
        : `${shown.en(value)} holds a stray quote, which much software takes for the start or the end of the value: quote the value and double this one.`,
  },

  fix: (_facts, { row, column }) =>
    row === undefined || column === undefined ? undefined : [{ set: 'quotes', row, column }],
  // The value stays what it is; inside a quoted cell that is a guess.
  safe: ({ inQuoted }) => !inQuoted,
})
