import { accepting } from './accept'

/** SIREN of La Poste, whose other establishments have keys of their own. */
const LA_POSTE = '356000000'
const LA_POSTE_HEAD_OFFICE = '35600000000048'

/** True for the nine digits of a legal unit with a right Luhn key. */
export function isSiren(text: string): boolean {
  return /^\d{9}$/.test(text) && luhn(text) % 10 === 0
}

/**
 * True for the fourteen digits of an establishment: Luhn key on all and on the nine of its SIREN.
 * At La Poste, head office apart, the sum of the digits is a multiple of five instead.
 */
export function isSiret(text: string): boolean {
  if (!/^\d{14}$/.test(text) || !isSiren(text.slice(0, 9))) return false
  if (text.startsWith(LA_POSTE) && text !== LA_POSTE_HEAD_OFFICE) return digitSum(text) % 5 === 0
  return luhn(text) % 10 === 0
}

/** `isSiret` on the bytes from `from` up to `to`, La Poste left to the slow path. */
export const isPlainSiret = accepting({ is: 'siret' }, (bytes, from, to) => {
  if (to - from !== 14) return false
  let whole = 0
  let siren = 0
  let prefix = 0
  for (let i = 0; i < 14; i++) {
    const digit = bytes[from + i]! - 48
    if (digit < 0 || digit > 9) return false
    const twice = digit > 4 ? 2 * digit - 9 : 2 * digit
    // Of fourteen digits the first is doubled, of nine the second.
    whole += i & 1 ? digit : twice
    if (i < 9) {
      siren += i & 1 ? twice : digit
      prefix = 10 * prefix + digit
    }
  }
  return whole % 10 === 0 && siren % 10 === 0 && prefix !== Number(LA_POSTE)
})

/** `isSiren` on the bytes from `from` up to `to`. */
export const isPlainSiren = accepting({ is: 'siren' }, (bytes, from, to) => {
  if (to - from !== 9) return false
  let sum = 0
  for (let i = 0; i < 9; i++) {
    const digit = bytes[from + i]! - 48
    if (digit < 0 || digit > 9) return false
    sum += i & 1 ? (digit > 4 ? 2 * digit - 9 : 2 * digit) : digit
  }
  return sum % 10 === 0
})

/** Sum of the digits, each second one from the right doubled and cast out of nines (Luhn, ISO/IEC 7812-1, annex B). */
function luhn(digits: string): number {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48
    sum += i & 1 ? (digit > 4 ? 2 * digit - 9 : 2 * digit) : digit
  }
  return sum
}

function digitSum(digits: string): number {
  return [...digits].reduce((sum, digit) => sum + Number(digit), 0)
}
