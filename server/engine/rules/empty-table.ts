import { fileRule } from './rule'

/** A file without data: nothing at all, or a header alone. */
export const emptyTable = fileRule<{ isBlank: boolean }, 'empty-table'>({
  id: 'empty-table',
  severity: 'error',
  preset: 'essentiel',
  concepts: ['completeness'],
  frictionless: 'source-error',
  fault: 'empty-table',

  find: ({ bytes }) => ({ facts: { isBlank: bytes === 0 } }),

  message: {
    fr: ({ isBlank }) =>
      isBlank
        ? 'Ce fichier est vide : l’export a sans doute échoué, recommencez-le avant de publier.'
        : 'Ce fichier n’a que sa ligne d’en-tête et aucune donnée : l’export a sans doute échoué, ou son filtre ne retient rien.',
    en: ({ isBlank }) =>
      isBlank
        ? 'This file is empty: the export most likely failed, so make it again before publishing.'
        : 'This file has its header row only and no data: the export most likely failed, or its filter keeps nothing.',
  },
})
