import { isListOf } from '../model/code-list'
import { meets } from '../model/constraint'
import { checkOf } from '../model/custom-check'
import { columnIdentifier } from '../model/column-identifier'
import { shown } from '../model/shown'
import { isPlainSiren, isSiren, isSiret } from '../model/siret'
import { cellRule } from './rule'

interface Facts {
  readonly text: string
  /** Whether a schema in force takes the value as it is. */
  readonly isAllowed: boolean
  /** `siret`: the fourteen right digits of an establishment. `marks`: nine right digits and marks between them. */
  readonly what: 'siret' | 'marks' | 'zero' | 'count' | 'key' | 'other'
  readonly digits: string
}

/** What the land registry of the tax office writes in its column of SIREN for an owner that has none. */
const OF_TAX_OFFICE = /^U\d{8}$/

/** Not the nine digits of a legal unit, or digits whose key is wrong. */
export const malformedSiren = cellRule<Facts>({
  id: 'malformed-siren',
  // Validata reads it without its marks.
  severity: ({ what, isAllowed }) => (what === 'marks' || isAllowed ? 'warning' : 'error'),
  preset: 'standard',
  concepts: ['siren-siret'],
  customCheck: 'siren',
  insteadOf: ['type-error', 'pattern', 'min-length', 'max-length', 'siren-siret-mismatch'],

  check(column) {
    const { field } = column
    const isAllowed = (text: string) => field !== undefined && !checkOf(field, 'siren') && meets(field, text)
    if (columnIdentifier(column) !== 'siren') return undefined
    return {
      accept: isPlainSiren,
      test(text) {
        const siren = text.trim()
        if (siren === '' || isSiren(siren) || isListOf(siren, isSiren)) return undefined
        if (OF_TAX_OFFICE.test(siren) && !(field && checkOf(field, 'siren'))) return undefined
        // “218601946.0”: what a program makes of a column of numbers.
        const digits = /^(\d{8,9})[.,]0+$/.exec(siren)?.[1] ?? siren.replace(/[\s.'’-]/g, '')
        return { text, isAllowed: isAllowed(text), what: whatOf(siren, digits), digits }
      },
    }
  },

  message: {
    fr({ text, what, digits }) {
      const value = shown.fr(text)
      if (what === 'siret')
        return `${value} est un SIRET, qui désigne un établissement : le SIREN de l’organisme est fait de ses neuf premiers chiffres, ${digits.slice(0, 9)}.`
      if (what === 'marks')
        return `${value} est un SIREN juste, mais écrit avec d’autres signes que des chiffres : seul ${digits} sera reconnu et rapproché des autres fichiers.`
      if (what === 'zero')
        return `${value} a sans doute perdu le zéro par lequel il commençait, comme les tableurs le font aux nombres : avec ce zéro, 0${digits} est un SIREN dont la clé est juste.`
      if (what === 'key')
        return `${value} a bien neuf chiffres, mais sa clé de contrôle est fausse : un chiffre au moins est erroné ou deux sont inversés, et ce SIREN ne désigne aucun organisme.`
      if (what === 'count')
        return `${value} compte ${digits.length} ${digits.length > 1 ? 'chiffres' : 'chiffre'} au lieu des neuf d’un SIREN : on ne peut pas savoir de quel organisme il s’agit.`
      return `${value} n’est pas un SIREN, qui s’écrit avec neuf chiffres et rien d’autre : on ne peut pas savoir de quel organisme il s’agit.`
    },
    en({ text, what, digits }) {
      const value = shown.en(text)
      if (what === 'siret')
        return `${value} is a SIRET, which names a site: the SIREN of the organisation is made of its first nine digits, ${digits.slice(0, 9)}.`
      if (what === 'marks')
        return `${value} is a right SIREN, but written with other marks than digits: only ${digits} will be recognised and matched with other files.`
      if (what === 'zero')
        return `${value} has most likely lost the zero it began with, as spreadsheets do to numbers: with that zero, 0${digits} is a SIREN with a right key.`
      if (what === 'key')
        return `${value} has nine digits, but its check key is wrong: one digit at least is mistaken or two are swapped, and this SIREN names no organisation.`
      if (what === 'count')
        return `${value} has ${digits.length} ${digits.length > 1 ? 'digits' : 'digit'} instead of the nine of a SIREN: there is no telling which organisation it names.`
      return `${value} is not a SIREN, which is written with nine digits and nothing else: there is no telling which organisation it names.`
    },
  },
})

function whatOf(siren: string, digits: string): Facts['what'] {
  if (!/^\d+$/.test(digits)) return 'other'
  if (digits.length === 14 && isSiret(digits)) return 'siret'
  if (digits.length === 9) return siren !== digits && isSiren(digits) ? 'marks' : 'key'
  return digits.length === 8 && isSiren(`0${digits}`) ? 'zero' : 'count'
}
