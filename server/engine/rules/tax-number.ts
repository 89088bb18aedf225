import { either } from '../model/accept'
import { labelWords } from '../model/identifier'
import { tally } from '../model/lesson'
import { fewDigits, isTaxNumber } from '../model/personal'
import { signature } from '../model/signature'
import { isPlainSiret } from '../model/siret'
import type { Column } from '../model/table'
import { cellRule } from './rule'

/** The number by which the tax office knows a person (numéro SPI). */
export const taxNumber = cellRule<Record<never, never>>({
  id: 'tax-number',
  severity: 'warning',
  preset: 'complet',
  concepts: ['personal-data'],
  concerns: signature.digit,

  check(column) {
    return { accept, test: text => (isTaxNumber(text) && isBelieved(column) ? {} : undefined) }
  },

  personal: column => column.learn(numbers) !== 'none' && isBelieved(column),

  message: {
    fr: () =>
      'Un numéro fiscal de particulier se trouve ici : il désigne une seule personne ; videz la cellule ou supprimez la colonne.',
    en: () =>
      'The tax number of a private person stands here: it names one person; empty the cell or remove the column.',
  },

  fix: () => '',
})

const NAMES = /^(?:fiscal|fiscale|spi|nif|impot|impots|tax|contribuable)$/

/** Of numbers of thirteen digits one in 511 has the right key by chance: the label or the other values must bear it out. */
function isBelieved({ label, learn }: Column): boolean {
  return learn(numbers) === 'most' || labelWords(label).some(word => NAMES.test(word))
}

/** The fourteen digits of a SIRET are none. */
const accept = either(fewDigits(13), isPlainSiret)

/** Whether nearly all values are tax numbers, of which there are several. */
const numbers = tally<'none' | 'some' | 'most', boolean>({
  kindOf: isTaxNumber,
  judge(counts) {
    const right = counts.get(true) ?? 0
    if (right === 0) return 'none'
    return right >= 3 && right >= 9 * (counts.get(false) ?? 0) ? 'most' : 'some'
  },
})
