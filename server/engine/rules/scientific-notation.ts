import { accepting } from '../model/accept'
import { labelIdentifier, labelWords } from '../model/identifier'
import { share, tally, totalOf } from '../model/lesson'
import { signature } from '../model/signature'
import { shown } from '../model/shown'
import type { Column } from '../model/table'
import { cellRule } from './rule'

/** As spreadsheets write a large number, 2,43E+13 or 8.3e+13, and other software without the sign: 8.3e13. */
const SCIENTIFIC = /^\d(?:(?:[.,]\d{0,20})?E\+|[.,]\d{1,20}E)\d{2,3}$/i
const LONG_DIGITS = /^\d{9,}$/
const IDENTIFIER_WORDS = new Set(['id', 'uid', 'uuid', 'identifiant', 'identifier', 'matricule'])
/** Digits that a spreadsheet keeps; it writes zeros for the others. */
const KEPT_DIGITS = 15

/** An identifier that a spreadsheet took for a large number: its last digits are gone. */
export const scientificNotation = cellRule<{ text: string; how: 'notation' | 'zeros' }>({
  id: 'scientific-notation',
  severity: 'error',
  preset: 'standard',
  concepts: ['spreadsheet-traps', 'leading-zeros'],
  insteadOf: [
    'type-error',
    'pattern',
    'min-length',
    'max-length',
    'malformed-siret',
    'malformed-siren',
    'siret-spelling',
    'lost-leading-zero',
    'primary-key',
    'edge-whitespace',
  ],
  concerns: signature.letter | signature.longDigits,

  check(column) {
    if (!holdsIdentifiers(column)) return undefined
    const isRounded = column.learn(isRoundedThroughout)
    return {
      accept: cannotBeLargeNumber,
      test(text) {
        if (text.length > 60) return undefined
        const number = text.trim()
        if (SCIENTIFIC.test(number)) return { text, how: 'notation' }
        return isRounded && endsInZeros(number) ? { text, how: 'zeros' } : undefined
      },
    }
  },

  message: {
    fr: ({ text, how }) =>
      how === 'notation'
        ? `${shown.fr(text)} est un identifiant qu’un tableur a changé en notation scientifique : ses derniers chiffres sont perdus et rien dans ce fichier ne permet de les retrouver, il faut repartir de la source et exporter cette colonne comme du texte.`
        : `${shown.fr(text)} est un identifiant dont un tableur a remplacé les derniers chiffres par des zéros : rien dans ce fichier ne permet de les retrouver, il faut repartir de la source et exporter cette colonne comme du texte.`,
    en: ({ text, how }) =>
      how === 'notation'
        ? `${shown.en(text)} is an identifier that a spreadsheet turned into scientific notation: its last digits are lost and nothing in this file can bring them back, so go back to the source and export this column as text.`
        : `${shown.en(text)} is an identifier whose last digits a spreadsheet replaced with zeros: nothing in this file can bring them back, so go back to the source and export this column as text.`,
  },
})

/** Whether a large number would be out of place: the schema wants a text, the label or the other values say identifier. */
function holdsIdentifiers({ field, label, learn }: Column): boolean {
  if (field?.identifier) return true
  if (field) return field.type === 'string' || (field.type === 'integer' && namesIdentifier(label))
  return namesIdentifier(label) || learn(areLongDigits)
}

const areLongDigits = tally<boolean, boolean>({
  kindOf(value) {
    const text = value.trim()
    return SCIENTIFIC.test(text) ? undefined : LONG_DIGITS.test(text)
  },
  judge: counts => counts.size > 0 && (counts.get(true) ?? 0) >= 0.9 * totalOf(counts),
})

function namesIdentifier(label: string): boolean {
  return labelIdentifier(label) !== undefined || labelWords(label).some(word => IDENTIFIER_WORDS.has(word))
}

/** Whether all numbers that are too long for a spreadsheet end in zeros, as those that went through one do. */
const isRoundedThroughout = share({
  test: value => value.length >= 16 && /^\s*\d{16,40}\s*$/.test(value) && !endsInZeros(value),
  isEnough: others => others < 1,
})

/** More digits than a spreadsheet keeps, and at least three zeros at the end, which chance makes once in a thousand. */
function endsInZeros(value: string): boolean {
  const digits = value.trim()
  return /^\d{16,40}$/.test(digits) && digits.endsWith('000') && /^0+$/.test(digits.slice(KEPT_DIGITS))
}

/** A large number begins with a digit, or with a space before it, and has a letter or more digits than are kept. */
const cannotBeLargeNumber = accepting({ is: 'no-large-number', kept: KEPT_DIGITS }, (bytes, from, to) => {
  let isDigits = true
  let isCertain = true
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!
    if (byte >= 0x30 && byte <= 0x39) continue
    isDigits = false
    const letter = byte | 0x20
    // No number has a letter but e.
    if (letter >= 0x61 && letter <= 0x7a && letter !== 0x65) return true
    if (letter === 0x65 || byte <= 0x20 || byte >= 0x80) isCertain = false
  }
  return isDigits ? to - from <= KEPT_DIGITS : isCertain
})
