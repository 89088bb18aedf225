import { either } from '../model/accept'
import { labelWords } from '../model/identifier'
import { mostlyOf, tally } from '../model/lesson'
import { fewDigits, holdsNir, isNirWithoutKey } from '../model/personal'
import { signature } from '../model/signature'
import { isPlainSiret } from '../model/siret'
import { cellRule } from './rule'

interface Facts {
  /** `proved`: its key is right; `likely`: it lacks the key, and the label names it. */
  readonly is: 'proved' | 'likely'
}

/** A French social security number (NIR), whole or in a text. */
export const socialSecurityNumber = cellRule<Facts>({
  id: 'social-security-number',
  severity: ({ is }) => (is === 'proved' ? 'error' : 'warning'),
  preset: 'essentiel',
  concepts: ['nir', 'personal-data'],
  insteadOf: ['tax-number'],
  concerns: signature.digit,
  nested: true,

  check({ label, learn }) {
    const isNamed = labelWords(label).some(word => NAMES.test(word))
    return {
      accept,
      test(text) {
        if (holdsNir(text)) return isNamed || !learn(areOtherNumbers) ? { is: 'proved' } : undefined
        return isNamed && isNirWithoutKey(text) ? { is: 'likely' } : undefined
      },
    }
  },

  personal: ({ learn }) => learn(areNirs),

  message: {
    fr: ({ is }) =>
      is === 'proved'
        ? 'Un numéro de sécurité sociale se trouve ici : il désigne une seule personne, à vie, et ne se publie jamais ; videz la cellule ou supprimez la colonne.'
        : 'Ces treize signes ont la forme d’un numéro de sécurité sociale sans sa clé : il désigne une seule personne et ne se publie jamais ; videz la cellule ou supprimez la colonne.',
    en: ({ is }) =>
      is === 'proved'
        ? 'A French social security number stands here: it names one person for life and is never published; empty the cell or remove the column.'
        : 'These thirteen signs have the shape of a French social security number without its key: it names one person and is never published; empty the cell or remove the column.',
  },

  fix: () => '',
  mayGo: true,
})

const NAMES = /^(?:nir|nirpp|nss|ssn|secu|securite|insee|nudoss)$/

/** The fourteen digits of a SIRET are none. */
const accept = either(fewDigits(12), isPlainSiret)

const areNirs = mostlyOf(0.5, holdsNir)

/** One number of fifteen digits in some thousands has the right shape and key by chance. */
const areOtherNumbers = tally<boolean, boolean>({
  kindOf: value => (/^\d{15}$/.test(value.trim()) ? holdsNir(value) : undefined),
  judge: counts => (counts.get(false) ?? 0) > 4 * (counts.get(true) ?? 0) && (counts.get(false) ?? 0) >= 5,
})
