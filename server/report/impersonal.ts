import type { Language } from '../engine/model/language'
import { mailboxIn } from '../engine/model/mailbox'
import { holdsMobile } from '../engine/model/mobile'
import { holdsTitledName, nameSign } from '../engine/model/person-name'

/** A text that people wrote about data, without what it tells of a person: a name, a mailbox of one’s own, a mobile number. */
export function impersonal(text: string, language: Language): string {
  if (isName(text) || holdsMobile(text)) return words[language].untold
  return text.replace(ADDRESS, address => (isOfService(address) ? address : words[language].mailbox))
}

/** Whether a text tells of a person. */
export function isPersonal(text: string): boolean {
  return isName(text) || holdsMobile(text) || [...text.matchAll(ADDRESS)].some(([address]) => !isOfService(address))
}

function isName(text: string): boolean {
  const sign = nameSign(text)
  return sign === 'titled' || sign === 'two-part' || holdsTitledName(text)
}

function isOfService(address: string): boolean {
  return mailboxIn(address) === 'functional'
}

const ADDRESS = /[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,6}\p{L}{2,24}/gu

const words = {
  fr: {
    untold: '(une personne y est nommée, ce que cette fiche ne répète pas)',
    mailbox: '(adresse d’une personne, non montrée)',
  },
  en: {
    untold: '(a person is named there, which this sheet does not repeat)',
    mailbox: '(address of a person, not shown)',
  },
} as const
