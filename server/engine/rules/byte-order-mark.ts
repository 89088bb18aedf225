import { fileRule } from './rule'

/** Three bytes before the first label, which Excel looks for and other programs read as part of it (Unicode, 23.8). */
export const byteOrderMark = fileRule<Record<never, never>, 'byte-order-mark'>({
  id: 'byte-order-mark',
  severity: 'hint',
  preset: 'complet',
  concepts: ['text-encoding'],
  fault: 'byte-order-mark',

  find: () => ({ facts: {} }),

  message: {
    fr: () =>
      'Le fichier commence par une marque BOM, invisible : Excel s’en sert pour reconnaître l’UTF-8, mais d’autres outils la collent au nom de la première colonne, gardez-la ou retirez-la selon ceux qui liront le fichier.',
    en: () =>
      'The file begins with an invisible byte order mark: Excel knows UTF-8 by it, but other tools join it to the name of the first column, so keep it or remove it depending on who will read the file.',
  },

  fix: () => [{ operation: 'remove-byte-order-mark' }],
})
