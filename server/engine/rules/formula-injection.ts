import { meets } from '../model/constraint'
import { signature } from '../model/signature'
import { shown } from '../model/shown'
import { cellRule } from './rule'

/** A text that a spreadsheet takes for a formula (OWASP, “CSV Injection”). */
export const formulaInjection = cellRule<{ text: string; sign: string; fixed: readonly string[] }>({
  id: 'formula-injection',
  severity: 'warning',
  preset: 'standard',
  concepts: ['csv-injection', 'spreadsheet-traps'],
  insteadOf: ['type-error', 'enum', 'pattern', 'min-length', 'max-length', 'edge-whitespace'],
  concerns: signature.leadingSign | signature.edgeSpace,

  check({ field }) {
    return {
      accept: isPlainOrNumber,
      test(text) {
        const formula = text.slice(/^[\t-\r ]*/.exec(text)![0].length).trimEnd()
        if (!isFormula(formula)) return undefined
        if (field && field.type !== 'string' && field.type !== 'any' && field.read(text) !== undefined) return undefined
        // What the repair must not break is already broken.
        const isFree = field === undefined || !meets(field, text)
        const fixed = repairs(formula).filter(value => isFree || meets(field, value))
        return { text: formula, sign: formula[0]!, fixed }
      },
    }
  },

  message: {
    fr: ({ text, sign }) =>
      `${shown.fr(text)} commence par « ${sign} » : un tableur l’exécutera comme une formule au lieu de l’afficher, ce dont un texte malveillant peut profiter, vérifiez d’où vient cette valeur.`,
    en: ({ text, sign }) =>
      `${shown.en(text)} begins with “${sign}”: a spreadsheet will run it as a formula instead of showing it, which a malicious text can use, so check where this value comes from.`,
  },

  fix: (_text, { fixed }) => fixed,
})

const FIRST = /^[=+@-]/
/** +(33) 5 49 00 00 00 */
const NUMBER = /^[+-][\d\s.,:;/()%€$°+-]*$/
/** A function called after a sign, another program, another sheet; the parenthesis of “agent(s)” calls nothing. */
const CALL = /[=+\-@*/^(,;&]\s*[\p{L}_][\p{L}\d._]*\((?!(?:n?es?|s|x|trices?)\))|\w\|\s?['"]|['\w]!\$?[A-Z]/u

function isFormula(text: string): boolean {
  if (!FIRST.test(text) || !/[\p{L}\d]/u.test(text)) return false
  // An arrow.
  if (text.startsWith('=')) return !/^=[=>]/.test(text)
  if (CALL.test(text)) return true
  // A name on a social network: Excel shows it.
  if (text.startsWith('@')) return false
  // A space after it makes the sign a bullet, or the “more” and “less” of an age class.
  return /^[+-][\p{L}(]/u.test(text) && !NUMBER.test(text)
}

/** The text in ="…" is what the author meant; else an apostrophe makes a text of it, or the cell is emptied. */
function repairs(formula: string): readonly string[] {
  const [, quoted] = /^="((?:[^"]|"")*)"$/.exec(formula) ?? []
  const meant = quoted?.replaceAll('""', '"')
  return [...(meant === undefined || isFormula(meant.trim()) ? [] : [meant]), `'${formula}`, '']
}

const SIGNS = new Set([0x3d, 0x2b, 0x2d, 0x40])

function isPlainOrNumber(bytes: Uint8Array, from: number, to: number): boolean {
  let at = from
  const first = bytes[at]!
  // Spaces before the sign: let the text tell.
  if (first <= 0x20 || first >= 0x80) return false
  if (!SIGNS.has(first)) return true
  if (first === 0x3d || first === 0x40) return false
  for (at++; at < to; at++) {
    const byte = bytes[at]!
    if ((byte < 0x30 || byte > 0x39) && byte !== 0x2e && byte !== 0x2c && byte !== 0x20) return false
  }
  return true
}
