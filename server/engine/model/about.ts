import type { Language } from './language'
import { localNumber } from './local-number'

/** A figure as a message tells it when it is known within a hundredth: in two digits, whole below a hundred where it is whole. */
export function about(number: number, language: Language): string {
  const isSmall = Number.isInteger(number) && Math.abs(number) < 256
  return localNumber(number, language, isSmall ? {} : { maximumSignificantDigits: 2 })
}
