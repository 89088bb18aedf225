import { arePostalCodes, isPostalCode, withoutDecimals } from '../model/commune-codes'
import { labelIdentifier } from '../model/identifier'
import type { Lists } from '../model/lists'
import { shown } from '../model/shown'
import { cellRule } from './rule'

interface Facts {
  readonly text: string
  readonly what: Fault
  /** The listed postal codes that it may mean. */
  readonly meant: readonly string[]
  /** The commune whose INSEE code it is. */
  readonly commune: string | undefined
}

/** `more`: something besides the code; `letters`: O for 0 and the like; `insee`: the code of a commune in Corsica. */
type Fault = 'more' | 'letters' | 'insee' | 'count'

/** Not the five digits of a postal code. */
export const malformedPostalCode = cellRule<Facts>({
  id: 'malformed-postal-code',
  severity: 'warning',
  preset: 'standard',
  concepts: ['insee-commune-code', 'validity'],
  insteadOf: ['pattern', 'min-length', 'max-length', 'type-error', 'thousands-separator', 'mixed-type-column'],

  check(column) {
    const { field, label, learn } = column
    const identifier = field ? field.identifier : labelIdentifier(label)
    if (identifier !== 'postal-code' || !learn(arePostalCodes)) return undefined
    const { lists } = column
    if (!lists) return undefined
    return {
      accept: isFiveDigits,
      test(text) {
        const found = faultOf(lists, text.trim())
        return found && { text, ...found }
      },
    }
  },

  message: {
    fr({ text, what, meant, commune }) {
      const value = shown.fr(text)
      if (what === 'insee')
        return `${value} est le code INSEE de ${commune} et non un code postal : le courrier y arrive avec ${meant.join(' ou ')}.`
      if (what === 'letters')
        return `${value} contient une lettre à la place d’un chiffre : ${meant.join(' ou ')} est un code postal, et lui seul sera reconnu.`
      if (what === 'more')
        return `${value} contient autre chose que les cinq chiffres d’un code postal : seul ${meant.join(' ou ')} sera reconnu et rapproché des autres fichiers.`
      return `${value} n’est pas un code postal, qui s’écrit avec cinq chiffres : il en manque ou il y en a trop, et rien ne dit lesquels.`
    },
    en({ text, what, meant, commune }) {
      const value = shown.en(text)
      if (what === 'insee')
        return `${value} is the INSEE code of ${commune} and no postal code: mail gets there with ${meant.join(' or ')}.`
      if (what === 'letters')
        return `${value} has a letter in place of a digit: ${meant.join(' or ')} is a postal code, and only that will be recognised.`
      if (what === 'more')
        return `${value} holds more than the five digits of a postal code: only ${meant.join(' or ')} will be recognised and matched with other files.`
      return `${value} is no postal code, which is written with five digits: some are missing or there are too many, and nothing tells which.`
    },
  },

  fix: (_text, { meant }) => meant,
})

const ZERO = 48
const NINE = 57

function isFiveDigits(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from !== 5) return false
  for (let at = from; at < to; at++) if (bytes[at]! < ZERO || bytes[at]! > NINE) return false
  return true
}

/** What is wrong with a text that is meant as a French postal code; nothing is said of what may be a foreign one. */
function faultOf(lists: Lists, text: string): Omit<Facts, 'text'> | undefined {
  // Four digits have lost their zero, which another rule says.
  if (text === '' || /^\d{4,5}$/.test(text)) return undefined
  if (/^2[AB]\d{3}$/i.test(text)) {
    const commune = lists.commune(text.toUpperCase())
    const { name, postalCodes = [] } = commune ?? {}
    return name === undefined ? undefined : { what: 'insee', meant: postalCodes, commune: name }
  }
  const [, digits] = /^(?:F(?:R)?[- ]?)?(\d{5})(?:[ ,;-]+\p{L}.*)?$/u.exec(withoutDecimals(text)) ?? []
  const joined = digits ?? (/^\d[\d\s.\u00a0\u202f-]*\d$/.test(text) ? text.replace(/\D/g, '') : undefined)
  if (joined !== undefined && joined.length === 5)
    return isPostalCode(lists, joined) ? faultWith('more', [joined]) : undefined
  if (/^(?:\d{1,3}|\d{6,})$/.test(text)) return faultWith('count')
  const meant = text.length === 5 && /\d/.test(text) ? text.replace(/o/gi, '0').replace(/[il]/gi, '1') : ''
  return isPostalCode(lists, meant) ? faultWith('letters', [meant]) : undefined
}

function faultWith(what: Fault, meant: readonly string[] = []): Omit<Facts, 'text'> {
  return { what, meant, commune: undefined }
}
