import { shown } from '../model/shown'
import { keyRule } from './rule'

/** Two Features of one collection with the same `id` (RFC 7946, section 3.2). */
export const duplicateFeatureId = keyRule({
  id: 'duplicate-feature-id',
  severity: 'error',
  preset: 'standard',
  concepts: ['stable-identifier'],
  insteadOf: ['primary-key', 'unique'],

  check({ columns }) {
    const id = columns.find(({ isOwn, label }) => isOwn && /^\/?id$/.test(label))
    return id ? [{ columns: [id.index], marks: 'cell', missing: 'none', edgeSpace: 'counts' }] : []
  },

  message: {
    fr: ({ values: [id = ''] }) =>
      `L’identifiant ${shown.fr(id)} est déjà celui d’une autre entité de ce fichier : un lien ou une mise à jour ne saurait laquelle choisir, donnez à chacune le sien.`,
    en: ({ values: [id = ''] }) =>
      `The id ${shown.en(id)} is already that of another feature of this file: a link or an update could not tell which is meant, so give each its own.`,
  },

  related: {
    places: ({ first, key }) => [{ row: first, column: key.columns[0]! }],
    message: {
      fr: () => 'Première entité qui porte cet identifiant.',
      en: () => 'The first feature with this id.',
    },
  },
})
