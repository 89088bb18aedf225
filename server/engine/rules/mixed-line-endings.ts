import { counted } from '../model/counted'
import { fileRule } from './rule'

interface Facts {
  readonly dominant: string
  readonly other: string
  /** Rows that end in the other way. */
  readonly count: number
}

/** Rows of one file that end in different ways (RFC 4180, section 2, knows one way only). */
export const mixedLineEndings = fileRule<Facts, 'mixed-line-endings'>({
  id: 'mixed-line-endings',
  severity: 'information',
  preset: 'complet',
  concepts: ['csv-format'],
  fault: 'mixed-line-endings',

  find: ({ dominant, other, count, row }) => ({ row, facts: { dominant, other, count } }),

  message: {
    fr: ({ dominant, other, count }) =>
      count === 1
        ? `Cette ligne se termine par ${spelt(other)} et les autres par ${spelt(dominant)} : certains outils la collent alors à la suivante, donnez à toutes la même fin.`
        : `${counted(count, 'fr')} lignes, dont celle-ci, se terminent par ${spelt(other)} et les autres par ${spelt(dominant)} : certains outils les collent alors aux suivantes, donnez à toutes la même fin.`,
    en: ({ dominant, other, count }) =>
      count === 1
        ? `This row ends in ${spelt(other)} and the others in ${spelt(dominant)}: some tools then join it to the next one, so give all rows the same end.`
        : `${counted(count, 'en')} rows, this one among them, end in ${spelt(other)} and the others in ${spelt(dominant)}: some tools then join them to the next ones, so give all rows the same end.`,
  },

  fix: () => [{ operation: 'line-endings' }],
})

/** A line end as editors name it. */
function spelt(lineEnd: string): string {
  return lineEnd.replace('\r', 'CR').replace('\n', 'LF')
}
