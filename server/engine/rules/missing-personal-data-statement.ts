import { statementRule } from './missing-statement'

/** Whether there is personal data in it is not said. */
export const missingPersonalDataStatement = statementRule({
  id: 'missing-personal-data-statement',
  severity: 'warning',
  preset: 'standard',
  concepts: ['publication-without-anonymisation', 'personal-data'],
  aspect: 'personal-data',
  message: {
    fr: () =>
      'La fiche ne dit pas si ces données touchent des personnes, ni de quel droit on les publie alors : écrivez-le, même pour dire qu’il n’y en a pas.',
    en: () =>
      'The document does not say whether this data concerns people, nor by what right it is then published: write it, even to say that there is none.',
  },
})
