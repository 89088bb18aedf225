import { statementRule } from './missing-statement'

/** Where the data comes from, and how it was made, is not said. */
export const missingProvenance = statementRule({
  id: 'missing-provenance',
  severity: 'warning',
  preset: 'standard',
  concepts: ['data-lineage', 'production-context'],
  aspect: 'provenance',
  message: {
    fr: () =>
      'La fiche ne dit ni d’où viennent ces données ni comment elles ont été produites : sans cela, personne ne peut juger de ce qu’elles valent.',
    en: () =>
      'The document says neither where this data comes from nor how it was made: without that nobody can judge what it is worth.',
  },
})
