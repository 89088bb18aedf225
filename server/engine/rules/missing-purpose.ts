import { statementRule } from './missing-statement'

/** Which public policy the data serves is not said. */
export const missingPurpose = statementRule({
  id: 'missing-purpose',
  severity: 'information',
  preset: 'standard',
  concepts: ['purpose', 'use-case-pedagogy'],
  aspect: 'purpose',
  message: {
    fr: () =>
      'La fiche ne dit pas à quelle politique publique ou à quelle décision ces données servent : une phrase suffit à les faire comprendre et défendre.',
    en: () =>
      'The document does not say which public policy or decision this data serves: one sentence is enough to have it understood and defended.',
  },
})
