import { statementRule } from './missing-statement'

/** The period that the data covers is not said. */
export const missingTemporalCoverage = statementRule({
  id: 'missing-temporal-coverage',
  severity: 'warning',
  preset: 'standard',
  concepts: ['metadata', 'metadata-quality-score'],
  aspect: 'temporal',

  message: {
    fr: () =>
      'La fiche ne dit pas quelle période ces données couvrent : donnez le premier et le dernier jour, c’est ce que l’on cherche d’abord.',
    en: () =>
      'The document does not say which period this data covers: give the first and the last day, which is what one looks for first.',
  },
})
