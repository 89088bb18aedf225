import { statementRule } from './missing-statement'

/** The territory that the data covers is not said. */
export const missingSpatialCoverage = statementRule({
  id: 'missing-spatial-coverage',
  severity: 'warning',
  preset: 'standard',
  concepts: ['metadata', 'granularity'],
  aspect: 'spatial',

  message: {
    fr: () =>
      'La fiche ne dit pas quel territoire ces données couvrent : donnez le code INSEE de la commune ou le SIREN de l’intercommunalité.',
    en: () =>
      'The document does not say which territory this data covers: give the INSEE code of the commune or the SIREN of the intercommunality.',
  },
})
