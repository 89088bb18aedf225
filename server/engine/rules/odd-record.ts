import { fileRule } from './rule'

/** An element of a JSON list that is not of the kind of the others, so that it is no row of their table. */
export const oddRecord = fileRule<{ readonly expected: 'object' | 'array' }, 'odd-record'>({
  id: 'odd-record',
  severity: 'error',
  preset: 'essentiel',
  concepts: ['json-format'],
  frictionless: 'source-error',
  insteadOf: ['blank-row', 'required', 'one-of-required', 'missing-cell', 'duplicate-row'],
  fault: 'odd-record',
  find: ({ row, span, expected }) => ({ row, span, facts: { expected } }),

  message: {
    fr: ({ expected }) =>
      expected === 'object'
        ? 'Cet élément n’est pas un objet comme les autres de la liste : un logiciel n’en tirera aucune ligne, complétez-le ou supprimez-le.'
        : 'Cet élément n’est pas une liste comme les autres : un logiciel n’en tirera aucune ligne, complétez-le ou supprimez-le.',
    en: ({ expected }) =>
      expected === 'object'
        ? 'This element is no object as the others of the list are: software will make no row of it, so complete it or delete it.'
        : 'This element is no list as the others are: software will make no row of it, so complete it or delete it.',
  },

  fix: (_facts, { row }) => (row === undefined ? undefined : [{ remove: 'rows', row, count: 1 }]),
})
