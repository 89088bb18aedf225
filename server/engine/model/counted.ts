import { type Language, locales } from './language'

/** A whole number as a message tells it, exactly. */
export function counted(number: number, language: Language): string {
  return number.toLocaleString(locales[language])
}

/** A number in four digits at most. */
export function rounded(number: number, language: Language): string {
  return number.toLocaleString(locales[language], { maximumSignificantDigits: 4 })
}

/** A share, from 0 to 1, in whole percents. */
export function inPercent(share: number, language: Language): string {
  return share.toLocaleString(locales[language], { style: 'percent' })
}

/** By how much a number has become another, with its sign, in whole percents of the first. */
export function changeInPercent(from: number, to: number, language: Language): string {
  return ((to - from) / from).toLocaleString(locales[language], { style: 'percent', signDisplay: 'exceptZero' })
}
