import { columnIdentifier } from '../model/column-identifier'
import { shown } from '../model/shown'
import { isPlainSiret, isSiret } from '../model/siret'
import { cellRule } from './rule'

/** A right SIRET that a spreadsheet or a hand has written otherwise: marks between its digits, a zero lost at its head. */
export const siretSpelling = cellRule<{ text: string; fixed: string; how: 'marks' | 'zero' | 'decimals' }>({
  id: 'siret-spelling',
  severity: 'warning',
  preset: 'standard',
  concepts: ['leading-zeros', 'siren-siret'],
  insteadOf: [
    'malformed-siret',
    'pattern',
    'min-length',
    'max-length',
    'lost-leading-zero',
    'invisible-character',
    'edge-whitespace',
    'type-error',
  ],

  check(column) {
    if (columnIdentifier(column) !== 'siret') return undefined
    return {
      accept: isPlainSiret,
      test(text) {
        const siret = text.trim()
        if (siret.length < 13 || siret.length > 40 || /^\d{14}$/.test(siret)) return undefined
        // “21860194600013.0”: what a program makes of a column of numbers.
        const number = /^(\d{13,14})[.,]0+$/.exec(siret)?.[1]
        const digits = number ?? siret.replace(/[\s.'’-]/g, '')
        if (isSiret(digits)) return { text, fixed: digits, how: number ? 'decimals' : 'marks' }
        return isSiret(`0${digits}`) ? { text, fixed: `0${digits}`, how: 'zero' } : undefined
      },
    }
  },

  message: {
    fr({ text, fixed, how }) {
      if (how === 'zero')
        return `${shown.fr(text)} a sans doute perdu le zéro par lequel il commençait, comme les tableurs le font aux nombres : avec ce zéro, ${fixed} est un SIRET dont la clé est juste, et cette colonne, importée comme du texte à l’ouverture, ne le perdra plus.`
      return `${shown.fr(text)} est un SIRET juste, mais écrit avec d’autres signes que des chiffres : seul ${fixed} sera reconnu et rapproché des autres fichiers.`
    },
    en({ text, fixed, how }) {
      if (how === 'zero')
        return `${shown.en(text)} has most likely lost the zero it began with, as spreadsheets do to numbers: with that zero, ${fixed} is a SIRET with a right key; imported as text when the file is opened, this column will not lose it again.`
      return `${shown.en(text)} is a right SIRET, but written with other marks than digits: only ${fixed} will be recognised and matched with other files.`
    },
  },

  fix: (_text, { fixed }) => fixed,
  safe: ({ how }) => how === 'marks',
})
