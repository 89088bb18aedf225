import { fileRule } from './rule'

/** Rows that end in different ways. */
export const mixedLineEndings = fileRule<{ dominant: string; other: string; count: number }, 'mixed-line-endings'>({
  id: 'mixed-line-endings',
  severity: 'information',
  preset: 'complet',
  concepts: ['csv-format'],
  fault: 'mixed-line-endings',

  find: ({ dominant, other, count, row }) => ({ row, facts: { dominant, other, count } }),

  message: {
    fr: ({ dominant, other, count }) =>
      `${count} ${count > 1 ? 'lignes finissent' : 'ligne finit'} par ${NAMES[other]} alors que les autres finissent par ${NAMES[dominant]} : certains logiciels les compteront mal.`,
    en: ({ dominant, other, count }) =>
      `${count} ${count > 1 ? 'rows end' : 'row ends'} in ${NAMES[other]} whereas the others end in ${NAMES[dominant]}: some software will miscount them.`,
  },

  fix: () => [{ operation: 'line-endings' }],
})

const NAMES: Readonly<Record<string, string>> = { '\r\n': 'CRLF', '\n': 'LF', '\r': 'CR' }
