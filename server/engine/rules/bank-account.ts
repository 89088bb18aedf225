import { either } from '../model/accept'
import { mostlyOf } from '../model/lesson'
import { fewDigits, hasCapitalsApart, holdsIban } from '../model/personal'
import { signature } from '../model/signature'
import { cellRule } from './rule'

/** A bank account number (IBAN), whole or in a text. */
export const bankAccount = cellRule<Record<never, never>>({
  id: 'bank-account',
  severity: 'error',
  preset: 'essentiel',
  concepts: ['personal-data'],
  concerns: signature.letter,
  nested: true,

  check: () => ({ accept, test: text => (holdsIban(text) ? {} : undefined) }),

  personal: ({ learn }) => learn(areIbans),

  message: {
    fr: () =>
      'Un numéro de compte bancaire (IBAN) se trouve ici : publié, il sert à des prélèvements frauduleux ; videz la cellule ou supprimez la colonne.',
    en: () =>
      'A bank account number (IBAN) stands here: once published it serves fraudulent debits; empty the cell or remove the column.',
  },

  fix: () => '',
  mayGo: true,
})

const accept = either(fewDigits(6), hasCapitalsApart)

const areIbans = mostlyOf(0.5, holdsIban)
