import { fileRule } from './rule'

/** Rows that end in CR CR LF: most readers end a row at the first CR and find a blank one behind it. */
export const doubledLineEnds = fileRule<Record<never, never>, 'doubled-line-ends'>({
  id: 'doubled-line-ends',
  severity: 'warning',
  preset: 'essentiel',
  concepts: ['csv-format'],
  fault: 'doubled-line-ends',

  find: () => ({ facts: {} }),

  message: {
    fr: () =>
      'Une ligne vide suit chaque ligne, car un programme a écrit deux fois les fins de ligne (CR CR LF) : des logiciels comptent deux fois trop de lignes ou s’arrêtent à la première, donnez à chaque ligne une seule fin.',
    en: () =>
      'A blank row follows each row, since a program has written the line ends twice (CR CR LF): some software counts twice as many rows or stops at the first, so give each row a single end.',
  },

  fix: () => [{ operation: 'line-endings' }],
})
