import type { Language } from './language'
import { localNumber } from './local-number'

/** A whole number as a message tells it, exactly. */
export function counted(number: number, language: Language): string {
  return localNumber(number, language)
}

/** A number in four digits at most. */
export function rounded(number: number, language: Language): string {
  return localNumber(number, language, { maximumSignificantDigits: 4 })
}

/** A share, from 0 to 1, in whole percents. */
export function inPercent(share: number, language: Language): string {
  return localNumber(share, language, { style: 'percent' })
}

/** A part of a whole in whole percents: all of it, and none, only where that is so. */
export function partInPercent(part: number, whole: number, language: Language): string {
  const percent = Math.floor((100 * part) / whole)
  if (percent === 0 && part > 0) return { fr: 'moins de 1 %', en: 'under 1%' }[language]
  return inPercent(percent / 100, language)
}

/** By how much a number has become another, with its sign, in whole percents of the first. */
export function changeInPercent(from: number, to: number, language: Language): string {
  return localNumber((to - from) / from, language, { style: 'percent', signDisplay: 'exceptZero' })
}
