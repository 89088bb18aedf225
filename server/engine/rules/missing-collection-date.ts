import { statementRule } from './missing-statement'

/** When the facts were gathered, which the day of publication does not tell. */
export const missingCollectionDate = statementRule({
  id: 'missing-collection-date',
  severity: 'information',
  preset: 'standard',
  concepts: ['collection-date'],
  aspect: 'collected',
  message: {
    fr: () =>
      'La fiche ne dit pas quand les faits ont été relevés : une donnée publiée en juin peut décrire l’année d’avant, indiquez la date de collecte.',
    en: () =>
      'The document does not say when the facts were gathered: what is published in June may describe the year before, so give the date of collection.',
  },
})
