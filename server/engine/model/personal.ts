import { accepting, type Accept } from './accept'
import { isIban } from './iban'
import { isNir } from './nir'
import { remainder } from './remainder'

/** A social security number anywhere in a text (Insee, décret 82-103): its thirteen signs and its right key. */
export function holdsNir(text: string): boolean {
  return (text.match(NIR) ?? []).some(isNir)
}

/** The thirteen signs of a social security number without their key, which nothing proves: the whole text. */
export function isNirWithoutKey(text: string): boolean {
  return /^[12]\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[1-8]\d|9[0-9]|2[AB])\d{6}$/i.test(text.replace(GAPS, ''))
}

/** A bank account number anywhere in a text (ISO 13616), of a country that has such numbers. */
export function holdsIban(text: string): boolean {
  return (text.match(IBAN) ?? []).some(found => {
    // A word in capitals may follow: the number ends at one of the gaps.
    const parts = found.split(GAP)
    return parts.some((_, last) => isIban(parts.slice(0, last + 1).join('')))
  })
}

/** A tax number of a person (numéro SPI): thirteen digits, the last three being the first ten modulo 511. */
export function isTaxNumber(text: string): boolean {
  if (text.length < 13) return false
  const number = text.replace(GAPS, '')
  return /^[0-3]\d{12}$/.test(number) && Number(number.slice(10)) === remainder(number.slice(0, 10), 511)
}

/** A French number plate, the whole text: AA-123-AA since 2009 (arrêté du 9 février 2009), 123 ABC 75 before. */
export function isPlate(text: string): boolean {
  const trimmed = text.trim()
  if (trimmed.length > LONGEST_PLATE) return false
  const plate = trimmed.toUpperCase()
  return (
    /^[A-HJ-NP-TV-Z]{2}[- ]?\d{3}[- ]?[A-HJ-NP-TV-Z]{2}$/.test(plate) ||
    /^\d{1,4}[ -][A-HJ-NP-TV-Z]{2,3}[ -](?:0[1-9]|[1-8]\d|9[0-5]|2[AB]|97[1-6])$/.test(plate)
  )
}

const LONGEST_PLATE = '1234 ABC 971'.length

/** An address of the Internet Protocol, version 4 or 6, the whole text; not the one by which a machine calls itself. */
export function isIpAddress(text: string): boolean {
  const address = text.trim()
  if (/^(?:\d{1,3}\.){3}\d{1,3}$/.test(address))
    return !/^(?:0|127)\./.test(address) && address.split('.').every(part => Number(part) <= 255)
  if (!/^[0-9a-f:]{6,39}$/i.test(address)) return false
  const groups = address.split(':')
  const isShort = address.includes('::') && address.indexOf('::') === address.lastIndexOf('::')
  return (groups.length === 8 || (isShort && groups.length >= 4 && groups.length < 8)) && groups.every(isGroup)
}

const isGroup = (group: string) => group.length <= 4

/** True for a cell that has less than so many digits. */
export function fewDigits(most: number): Accept {
  return accepting({ is: 'few-digits', below: most }, (bytes, from, to) => {
    let digits = 0
    for (let at = from; at < to; at++) if (isDigit(bytes[at]!) && ++digits === most) return false
    return true
  })
}

/** True for a cell in which no number stands right behind a capital letter, as in every bank account number. */
export const hasCapitalsApart = accepting({ is: 'capitals-apart' }, (bytes, from, to) => {
  for (let at = from + 1; at < to; at++)
    if (isDigit(bytes[at]!) && bytes[at - 1]! >= 0x41 && bytes[at - 1]! <= 0x5a) return false
  return true
})

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39
}

const GAP = /[ \u00A0\u202F.-]/
const GAPS = new RegExp(GAP, 'g')

/** Digits behind a decimal mark are no number of their own. */
const NIR =
  /(?<![\dA-Za-z]|\d[.,])[1-478][ \u00A0\u202F]?\d{2}[ \u00A0\u202F]?\d{2}[ \u00A0\u202F]?(?:\d{2}|2[ABab])[ \u00A0\u202F]?\d{3}[ \u00A0\u202F]?\d{3}[ \u00A0\u202F]?\d{2}(?![\dA-Za-z]|[.,]\d)/g

/** Countries of the IBAN registry (SWIFT). */
const IBAN =
  /(?<![A-Z\d])(?:A[DELTZ]|B[AEGHRY]|C[HRYZ]|D[EKO]|E[EGS]|F[IOR]|G[BEILRT]|H[RU]|I[ELST]|JO|K[WZ]|L[BCITUV]|M[CDEKRTU]|N[LO]|P[KLST]|QA|R[OS]|S[ACEIKMTV]|T[LNR]|UA|V[AG]|XK)\d{2}(?:[ \u00A0\u202F]?[A-Z\d]{1,4}){3,8}(?![A-Z\d])/g
