import { communeCodes, communeKindOf, isAbroad, isPostalCode, withoutDecimals } from '../model/commune-codes'
import type { Lists } from '../model/lists'
import { shown } from '../model/shown'
import { isPlaceholder } from '../model/value-note'
import { ofPlace } from '../model/of-place'
import { cellRule } from './rule'

interface Facts {
  readonly text: string
  /** `name`: a commune's name stands in place of its code. `spelling`: a code with a small letter, or marks within. */
  readonly what: 'name' | 'spelling' | 'code' | 'other'
  /** Codes that may be meant, with the place that each stands for. */
  readonly candidates: readonly { readonly code: string; readonly place: string }[]
  readonly year: number
}

/** Candidates that are worth reading. */
const MOST = 5

/** Not the code of a commune, of today or of before. */
export const unknownCommune = cellRule<Facts>({
  id: 'unknown-commune',
  severity: 'error',
  preset: 'standard',
  concepts: ['insee-commune-code', 'code-list'],
  insteadOf: ['commune-mismatch', 'pattern', 'type-error', 'min-length', 'max-length'],

  check(column) {
    const lists = communeCodes(column)
    if (!lists) return undefined
    return {
      accept: (bytes, from, to) => lists.communeKind(bytes, from, to) !== undefined,
      test(text) {
        const code = text.trim()
        if (code === '' || isFine(lists, code)) return undefined
        const parts = code.split(/[\s;,|/+-]+/)
        if (parts.length > 1 && parts.every(part => isFine(lists, part))) return undefined
        return { text, year: lists.year, ...whatOf(lists, code) }
      },
    }
  },

  message: {
    fr({ text, what, candidates: [first, ...others], year }) {
      const value = shown.fr(text)
      if (what === 'name' && first && others.length === 0)
        return `${value} est un nom : cette colonne attend le code de la commune dans le Code officiel géographique, ${first.code}, car un nom ne suffit pas à reconnaître une commune.`
      if (what === 'name')
        return `${value} est un nom que plusieurs communes portent ou ont porté : cette colonne attend le code de l’une d’elles, de cinq caractères.`
      if (what === 'spelling' && first)
        return `${value} est le code ${ofPlace(first.place)}, écrit autrement que dans les autres fichiers : seul ${first.code} s’en rapprochera.`
      if (what === 'code')
        return `${value} n’est le code d’aucune commune, ni actuelle ni ancienne, dans le Code officiel géographique de ${year} : on ne peut pas savoir de quelle commune il s’agit.`
      return `${value} n’est pas un code de commune, qui compte cinq caractères, comme 35238 ou 2A004 : on ne peut pas savoir de quelle commune il s’agit.`
    },
    en({ text, what, candidates: [first, ...others], year }) {
      const value = shown.en(text)
      if (what === 'name' && first && others.length === 0)
        return `${value} is a name: this column asks for the commune’s code in the official geographic code, ${first.code}, since a name does not tell one commune from another.`
      if (what === 'name')
        return `${value} is a name that several communes have or had: this column asks for the code of one of them, of five characters.`
      if (what === 'spelling' && first)
        return `${value} is the code of ${first.place}, written otherwise than in other files: only ${first.code} will match them.`
      if (what === 'code')
        return `${value} is no commune’s code, of today or of before, in the official geographic code of ${year}: there is no telling which commune is meant.`
      return `${value} is not a commune’s code, which has five characters, such as 35238 or 2A004: there is no telling which commune is meant.`
    },
  },

  fix: (_text, { candidates }) => candidates.map(({ code }) => code),
})

function isFine(lists: Lists, code: string): boolean {
  // A postal code has a rule of its own.
  return communeKindOf(lists, code) !== undefined || isAbroad(code) || isPostalCode(lists, code) || isPlaceholder(code)
}

function whatOf(lists: Lists, code: string): Pick<Facts, 'what' | 'candidates'> {
  if (/^\d{5}$|^2[AB]\d{3}$/.test(code)) return { what: 'code', candidates: [] }
  const whole = withoutDecimals(code).toUpperCase()
  const meant = lists.commune(whole.replace(/[\s.-]/g, ''))
  if (meant) return { what: 'spelling', candidates: [{ code: meant.code, place: meant.name ?? meant.code }] }
  const named = /^\p{L}/u.test(code) ? lists.communesNamed(code) : []
  const codes = new Map(named.map(({ current, name = '' }) => [current, name]))
  if (codes.size === 0) return { what: 'other', candidates: [] }
  const candidates = codes.size > MOST ? [] : [...codes].map(([found, place]) => ({ code: found, place }))
  return { what: 'name', candidates }
}
