import { checkOf } from '../model/custom-check'
import { labelIdentifier } from '../model/identifier'
import { mostlyOf } from '../model/lesson'
import { type PhoneFault, phoneFault } from '../model/phone'
import { shown } from '../model/shown'
import { cellRule } from './rule'

interface Facts {
  readonly text: string
  readonly fault: PhoneFault
  /** Whether the schema asks for a number that can be called. */
  readonly isAsked: boolean
}

/** A telephone number that cannot be called. */
export const phoneSpelling = cellRule<Facts>({
  id: 'phone-spelling',
  // Validata reads a French number without its zero as meant.
  severity: ({ text, isAsked }) => (isAsked && !/^[1-9]\d{8}$/.test(text) ? 'error' : 'warning'),
  preset: 'complet',
  concepts: ['validity'],
  customCheck: 'phone',
  insteadOf: ['pattern', 'min-length', 'max-length'],

  check({ field, label, learn }) {
    const isAsked = checkOf(field, 'phone') !== undefined
    const identifier = field ? field.identifier : labelIdentifier(label)
    if (identifier !== 'phone' || !(isAsked || learn(arePhones))) return undefined
    return {
      accept: isPlainPhone,
      test(text) {
        const fault = phoneFault(text)
        return fault && { text, fault, isAsked }
      },
    }
  },

  message: {
    fr({ text, fault }) {
      const value = shown.fr(text)
      if (fault === 'plan')
        return `${value} a bien dix chiffres, mais aucun numéro français ne commence ainsi : la personne ne pourra pas être jointe.`
      if (fault === 'country')
        return `${value} commence par un indicatif qui n’est celui d’aucun pays : un numéro français s’écrit avec dix chiffres ou avec +33 et neuf chiffres.`
      if (fault === 'count')
        return `${value} n’a pas le compte de chiffres d’un numéro de téléphone : un numéro français en a dix, comme 01 99 00 12 34, ou neuf après +33.`
      return `${value} n’est pas un numéro de téléphone, qui s’écrit avec dix chiffres comme 01 99 00 12 34, avec +33 et neuf chiffres, ou en court comme 115.`
    },
    en({ text, fault }) {
      const value = shown.en(text)
      if (fault === 'plan')
        return `${value} has ten digits, but no French number begins like this: nobody can be reached by it.`
      if (fault === 'country')
        return `${value} begins with the code of no country: a French number is written with ten digits, or with +33 and nine digits.`
      if (fault === 'count')
        return `${value} does not have as many digits as a telephone number: a French one has ten, such as 01 99 00 12 34, or nine after +33.`
      return `${value} is no telephone number, which is written with ten digits such as 01 99 00 12 34, with +33 and nine digits, or short such as 115.`
    },
  },
})

const arePhones = mostlyOf(0.5, value => phoneFault(value) === undefined)

/** Ten digits of a French number and nothing else. */
function isPlainPhone(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from !== 10 || bytes[from] !== 0x30 || bytes[from + 1] === 0x30) return false
  for (let at = from; at < to; at++) if (bytes[at]! < 0x30 || bytes[at]! > 0x39) return false
  return true
}
