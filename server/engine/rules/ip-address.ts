import { either, holdsOther } from '../model/accept'
import { anyNamed } from '../model/asked-once'
import { labelWords } from '../model/identifier'
import { mostlyOf } from '../model/lesson'
import { isIpAddress } from '../model/personal'
import { signature } from '../model/signature'
import { isPlainNumber } from '../model/written-number'
import type { Column } from '../model/table'
import { cellRule } from './rule'

/** The address of a person's machine on the Internet. */
export const ipAddress = cellRule<Record<never, never>>({
  id: 'ip-address',
  severity: 'warning',
  preset: 'standard',
  concepts: ['personal-data'],
  concerns: signature.dateMark,

  check(column) {
    if (isOfEquipment(column) || isVersion(column)) return undefined
    const isNamed = labelWords(column.label).some(word => NAMES.test(word))
    return { accept, test: text => (isIpAddress(text) && (isNamed || column.learn(areAddresses)) ? {} : undefined) }
  },

  personal: column => column.learn(areAddresses) && !isOfEquipment(column) && !isVersion(column),

  message: {
    fr: () =>
      'Une adresse IP se trouve ici : elle mène à un abonné, et la CNIL y voit une donnée personnelle ; videz la cellule ou supprimez la colonne.',
    en: () =>
      'An IP address stands here: it leads to a subscriber and is personal data; empty the cell or remove the column.',
  },

  fix: () => '',
})

const NAMES = /^(?:ip|ipv4|ipv6|adresseip)$/

/** A release of a program is written like an address. */
function isVersion({ label }: Column): boolean {
  return labelWords(label).some(word => /^(?:versions?|release|logiciel|firmware)$/.test(word))
}

/** Machines of a network are no persons. */
function isOfEquipment({ beside }: Column): boolean {
  return areEquipment(beside)
}

const areEquipment = anyNamed(
  /^(?:equipement|equipements|switch|routeur|router|serveur|server|borne|bornes|antenne|imprimante|vlan)$/,
)

/** An address is hexadecimal digits, points and colons, spaces perhaps around them; a number has one point at most. */
const accept = either(holdsOther('0123456789ABCDEFabcdef.: \t\n\v\f\r'), isPlainNumber)

const areAddresses = mostlyOf(0.5, isIpAddress)
