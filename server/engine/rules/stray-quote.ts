import { shown } from '../model/shown'
import { fileRule } from './rule'
import { unclosedQuote } from './unclosed-quote'

interface Facts {
  readonly text: string
  readonly inQuoted: boolean
  /** How the file writes a quote inside quotes. */
  readonly spelt: string
}

/** A quote where the format allows none: each tool then cuts the row in its own way (RFC 4180, section 2). */
export const strayQuote = fileRule<Facts, 'stray-quote'>({
  id: 'stray-quote',
  severity: 'error',
  preset: 'standard',
  concepts: ['csv-format'],
  frictionless: 'source-error',
  schema: true,
  // A row of another delimiter has its quotes where that one wants them.
  insteadOf: unclosedQuote.insteadOf!.filter(id => id !== 'stray-quote' && id !== 'row-delimiter'),
  fault: 'stray-quote',

  find: ({ row, column, span, inQuoted, spelt }, { table }) => ({
    row,
    column,
    span,
    facts: { text: table.text(row, column) ?? '', inQuoted, spelt },
  }),

  message: {
    fr({ text, inQuoted, spelt }) {
      if (inQuoted)
        return isDoubled(spelt)
          ? `Un guillemet seul interrompt ${shown.fr(text)} : doublez-le (${spelt}), sans quoi des logiciels y arrêtent la cellule et décalent la ligne.`
          : `Un guillemet seul interrompt ${shown.fr(text)} : écrivez-le ${spelt}, comme le veut le dialecte du fichier, sans quoi des logiciels y arrêtent la cellule et décalent la ligne.`
      return isDoubled(spelt)
        ? `${shown.fr(text)} contient un guillemet, mais la cellule n’en est pas entourée : entourez-la de guillemets et doublez celui-ci (${spelt}), sans quoi des logiciels lisent mal la ligne.`
        : `${shown.fr(text)} contient un guillemet, mais la cellule n’en est pas entourée : entourez-la de guillemets et écrivez celui-ci ${spelt}, comme le veut le dialecte du fichier, sans quoi des logiciels lisent mal la ligne.`
    },
    en({ text, inQuoted, spelt }) {
      if (inQuoted)
        return isDoubled(spelt)
          ? `A single quote mark breaks into ${shown.en(text)}: double it (${spelt}), or some software ends the cell there and shifts the row.`
          : `A single quote mark breaks into ${shown.en(text)}: write it ${spelt}, as the dialect of the file wants, or some software ends the cell there and shifts the row.`
      return isDoubled(spelt)
        ? `${shown.en(text)} holds a quote mark, yet the cell is not quoted: put the cell between quote marks and double this one (${spelt}), or some software misreads the row.`
        : `${shown.en(text)} holds a quote mark, yet the cell is not quoted: put the cell between quote marks and write this one ${spelt}, as the dialect of the file wants, or some software misreads the row.`
    },
  },

  fix: ({ text, inQuoted }, { row, column }) =>
    inQuoted || wasQuoted(text) || row === undefined || column === undefined
      ? undefined
      : [{ set: 'quotes', row, column }],
})

/** Whether the quotes may be those round the cell, behind a space, or doubled already: nobody can tell what it was to say. */
function wasQuoted(text: string): boolean {
  return /^\s*".*"\s*$/s.test(text) || text.includes('""')
}

function isDoubled(spelt: string): boolean {
  return spelt[0] === spelt[1]
}
