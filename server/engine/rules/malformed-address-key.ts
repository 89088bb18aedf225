import { type AddressKeyFault, addressKeyFault, tidyAddressKey } from '../model/address-key'
import { labelIdentifier } from '../model/identifier'
import { shown } from '../model/shown'
import { cellRule } from './rule'

interface Facts {
  readonly text: string
  readonly fault: AddressKeyFault
  readonly fixed: string | undefined
}

/** The key of an address that cannot be found in the national base. */
export const malformedAddressKey = cellRule<Facts>({
  id: 'malformed-address-key',
  severity: 'warning',
  preset: 'complet',
  concepts: ['address-base'],
  insteadOf: ['pattern', 'min-length', 'max-length'],

  check({ field, label }) {
    const identifier = field ? field.identifier : labelIdentifier(label)
    if (identifier !== 'address-key') return undefined
    return text => {
      const fault = text.trim() === '' ? undefined : addressKeyFault(text.trim())
      return fault && { text, fault, fixed: tidyAddressKey(text) }
    }
  },

  message: {
    fr: ({ text, fault }) =>
      `${shown.fr(text)} n’est pas une clé d’adresse comme 94059_0040_00036 : ${FAULTS.fr[fault]}, et l’adresse ne se retrouvera pas dans la Base adresse nationale.`,
    en: ({ text, fault }) =>
      `${shown.en(text)} is no address key such as 94059_0040_00036: ${FAULTS.en[fault]}, and the address will not be found in the national base.`,
  },

  fix: (_text, { fixed }) => fixed,
})

const FAULTS: Readonly<Record<'fr' | 'en', Readonly<Record<AddressKeyFault, string>>>> = {
  fr: {
    parts: 'il y faut trois parties au moins, séparées par un tiret bas',
    commune: 'elle ne commence pas par le code INSEE de la commune',
    street: 'sa deuxième partie n’est pas un code de voie de quatre signes',
    number: 'le numéro ne s’y lit pas sur cinq chiffres',
    suffix: 'ce qui suit le numéro n’y est pas fait de lettres et de chiffres',
    case: 'elle s’écrit tout en minuscules',
  },
  en: {
    parts: 'it needs three parts at least with underscores between them',
    commune: 'it does not begin with the INSEE code of the commune',
    street: 'its second part is no street code of four signs',
    number: 'its number does not have five digits',
    suffix: 'what follows the number is not made of letters and digits',
    case: 'it is written in small letters only',
  },
}
