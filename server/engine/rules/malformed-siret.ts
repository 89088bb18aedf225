import { isListOf } from '../model/code-list'
import { meets } from '../model/constraint'
import { checkOf } from '../model/custom-check'
import { columnIdentifier } from '../model/column-identifier'
import { shown } from '../model/shown'
import { isPlainSiret, isSiren, isSiret } from '../model/siret'
import { cellRule } from './rule'

interface Facts {
  readonly text: string
  /** Whether a schema in force takes the value as it is. */
  readonly isAllowed: boolean
  /**
   * `siren`: the nine right digits of a legal unit. `zeros`: those and five zeros, which number no establishment. `key`:
   * fourteen digits that do not check out.
   */
  readonly what: 'siren' | 'zeros' | 'count' | 'key' | 'other'
  readonly digits: number
}

/** Not the fourteen digits of an establishment, or digits whose key is wrong. */
export const malformedSiret = cellRule<Facts>({
  id: 'malformed-siret',
  severity: ({ isAllowed }) => (isAllowed ? 'warning' : 'error'),
  preset: 'essentiel',
  concepts: ['siren-siret'],
  customCheck: 'siret',
  insteadOf: ['pattern', 'min-length', 'max-length', 'siren-siret-mismatch', 'commune-mismatch', 'edge-whitespace'],

  check(column) {
    const { field } = column
    const isAllowed = (text: string) => field !== undefined && !checkOf(field, 'siret') && meets(field, text)
    if (columnIdentifier(column) !== 'siret') return undefined
    return {
      accept: isPlainSiret,
      test(text) {
        const siret = text.trim()
        if (siret === '' || isSiret(siret) || isListOf(siret, isSiret)) return undefined
        const digits = siret.replace(DECIMALS, '').replace(/[\s.'’-]/g, '')
        // A right number under other marks is siret-spelling's.
        if (isSiret(digits)) return undefined
        if (!/^\d+$/.test(digits)) return { text, isAllowed: isAllowed(text), what: 'other', digits: 0 }
        const what = digits.length === 14 ? whatFails(digits) : isSiren(digits) ? 'siren' : 'count'
        return { text, isAllowed: isAllowed(text), what, digits: digits.length }
      },
    }
  },

  message: {
    fr({ text, what, digits }) {
      const value = shown.fr(text)
      if (what === 'siren')
        return `${value} est un SIREN, qui désigne l’organisme : il manque les cinq chiffres qui désignent l’établissement et font un SIRET de quatorze chiffres.`
      if (what === 'zeros')
        return `${value} se termine par cinq zéros, qui ne désignent aucun établissement : un tableur les a sans doute mis à la place des derniers chiffres, que rien ici ne permet de retrouver, repartez de la source et exportez cette colonne comme du texte.`
      if (what === 'key')
        return `${value} a bien quatorze chiffres, mais sa clé de contrôle est fausse : un chiffre au moins est erroné ou deux sont inversés, et ce SIRET ne désigne aucun établissement.`
      if (what === 'count')
        return `${value} compte ${digits} ${digits > 1 ? 'chiffres' : 'chiffre'} au lieu des quatorze d’un SIRET : on ne peut pas savoir de quel établissement il s’agit.`
      return `${value} n’est pas un SIRET, qui s’écrit avec quatorze chiffres et rien d’autre : on ne peut pas savoir de quel établissement il s’agit.`
    },
    en({ text, what, digits }) {
      const value = shown.en(text)
      if (what === 'siren')
        return `${value} is a SIREN, which names the organisation: the five digits that name the site and make a SIRET of fourteen digits are missing.`
      if (what === 'zeros')
        return `${value} ends in five zeros, which name no site: a spreadsheet most likely put them in the place of the last digits, which nothing here can bring back, so go back to the source and export this column as text.`
      if (what === 'key')
        return `${value} has fourteen digits, but its check key is wrong: one digit at least is mistaken or two are swapped, and this SIRET names no site.`
      if (what === 'count')
        return `${value} has ${digits} ${digits > 1 ? 'digits' : 'digit'} instead of the fourteen of a SIRET: there is no telling which site it names.`
      return `${value} is not a SIRET, which is written with fourteen digits and nothing else: there is no telling which site it names.`
    },
  },
})

/** What a program adds to a whole number that it takes for another: “21860194600014.0”. */
const DECIMALS = /(?<=^\d{9,14})[.,]0+$/

function whatFails(digits: string): 'zeros' | 'key' {
  return digits.endsWith('00000') && isSiren(digits.slice(0, 9)) ? 'zeros' : 'key'
}
