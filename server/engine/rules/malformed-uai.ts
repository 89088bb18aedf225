import { isListOf } from '../model/code-list'
import { labelIdentifier } from '../model/identifier'
import { mostlyOf } from '../model/lesson'
import { shown } from '../model/shown'
import { isUai, uaiKey } from '../model/uai'
import { cellRule } from './rule'

interface Facts {
  readonly text: string
  /** The letter that the seven digits ask for, where there are seven. */
  readonly key: string | undefined
  /** The right code that a zero or capitals make of it. */
  readonly fixed: string | undefined
}

/** Not the code of a school, or one whose letter does not go with its digits. */
export const malformedUai = cellRule<Facts>({
  id: 'malformed-uai',
  severity: 'error',
  preset: 'standard',
  concepts: ['uai-code'],
  insteadOf: ['pattern', 'min-length', 'max-length'],

  check({ field, label, learn }) {
    const identifier = field ? field.identifier : labelIdentifier(label)
    if (identifier !== 'uai' || !(field || learn(areCodes))) return undefined
    return text => {
      const code = text.trim()
      if (code === '' || isUai(code) || isListOf(code, isUai)) return undefined
      const whole = code.replace(/\s/g, '').toUpperCase().padStart(8, '0')
      const key = /^\d{7}[A-Z]$/.test(code) ? uaiKey(code.slice(0, 7)) : undefined
      return { text, key, fixed: isUai(whole) ? whole : undefined }
    }
  },

  message: {
    fr({ text, key, fixed }) {
      const value = shown.fr(text)
      if (fixed !== undefined)
        return `${value} n’est pas écrit comme un code UAI, qui a sept chiffres et une lettre majuscule : ${fixed} en est un dont la lettre est juste.`
      return key === undefined
        ? `${value} n’est pas un code UAI, qui s’écrit avec sept chiffres et une lettre : on ne peut pas savoir de quel établissement il s’agit.`
        : `${value} se termine par une autre lettre que ${key}, celle que ses sept chiffres appellent : un chiffre ou la lettre est faux, et ce code ne désigne aucun établissement.`
    },
    en({ text, key, fixed }) {
      const value = shown.en(text)
      if (fixed !== undefined)
        return `${value} is not written as a UAI code, which has seven digits and a capital letter: ${fixed} is one whose letter is right.`
      return key === undefined
        ? `${value} is no UAI code, which is written with seven digits and a letter: there is no telling which school it names.`
        : `${value} ends with another letter than ${key}, the one that its seven digits call for: a digit or the letter is wrong, and this code names no school.`
    },
  },

  fix: (_text, { fixed }) => fixed,
})

/** Seven digits and a letter, whichever: the label says what they are. */
const areCodes = mostlyOf(0.5, text => /^\d{6,7}\s?[A-Za-z]$/.test(text.trim()))
