import { statementRule } from './missing-statement'

/** Nobody is named who answers for the data. */
export const missingSteward = statementRule({
  id: 'missing-steward',
  severity: 'information',
  preset: 'standard',
  concepts: ['data-governance', 'succession'],
  aspect: 'steward',
  message: {
    fr: () =>
      'La fiche ne dit pas quel service produit ces données ni quelle fonction en répond : quand quelqu’un part, plus personne ne sait qui les met à jour.',
    en: () =>
      'The document does not say which office makes this data nor which role answers for it: when somebody leaves, nobody knows any more who brings it up to date.',
  },
})
