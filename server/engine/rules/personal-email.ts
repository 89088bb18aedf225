import { type Mailbox, mailboxIn, namedInMisspelt } from '../model/mailbox'
import { mostlyOf } from '../model/lesson'
import { areOfficials, areOrganisations, isPublic } from '../model/persons'
import { signature } from '../model/signature'
import { cellRule } from './rule'

interface Facts {
  /** `named`: first name and family name stand in it; `private`: it may be that of a person. */
  readonly is: 'named' | 'private'
}

/** The e-mail address of a person, not of a service. */
export const personalEmail = cellRule<Facts>({
  id: 'personal-email',
  severity: ({ is }) => (is === 'named' ? 'warning' : 'information'),
  preset: 'essentiel',
  concepts: ['personal-data'],
  insteadOf: ['name-in-free-text'],
  concerns: signature.at,
  nested: true,

  check(column) {
    if (isPublic(column) || areOfficials(column.beside)) return undefined
    const told = column.learn(areFunctional) ? OF_SERVICES : areOrganisations(column.beside) ? OF_ORGANISATIONS : ALL
    return text => {
      const is = mailboxIn(text) ?? namedInMisspelt(text)
      return is !== undefined && told.has(is) ? { is: is === 'named' ? is : 'private' } : undefined
    }
  },

  personal: ({ field, label, beside, learn }) => {
    if (isPublic({ field, label }) || areOfficials(beside)) return false
    return learn(areOrganisations(beside) || learn(areFunctional) ? areTelling : areMailboxes)
  },

  message: {
    fr: ({ is }) =>
      is === 'named'
        ? 'Une adresse électronique au nom d’une personne se trouve ici : c’est une donnée personnelle ; publiez plutôt celle du service, ou videz la cellule.'
        : 'Une adresse électronique se trouve ici, qui peut être celle d’une personne : si ce n’est pas la boîte d’un service ou d’une association, videz la cellule.',
    en: ({ is }) =>
      is === 'named'
        ? 'An e-mail address in the name of a person stands here: it is personal data; rather publish that of the service, or empty the cell.'
        : 'An e-mail address stands here that may be that of a person: unless it is the mailbox of a service or an association, empty the cell.',
  },

  fix: () => '',
})

/** The mailboxes that are told: among those of services only what a name tells, among organisations no mere word. */
const OF_SERVICES: ReadonlySet<Mailbox> = new Set(['named', 'given'])
const OF_ORGANISATIONS: ReadonlySet<Mailbox> = new Set([...OF_SERVICES, 'private'])
const ALL: ReadonlySet<Mailbox> = new Set([...OF_ORGANISATIONS, 'unknown'])

const areFunctional = mostlyOf(0.5, value => mailboxIn(value) === 'functional')
const areTelling = mostlyOf(0.5, value => OF_ORGANISATIONS.has(mailboxIn(value) ?? 'functional'))
const areMailboxes = mostlyOf(0.5, value => ALL.has(mailboxIn(value) ?? 'functional'))
