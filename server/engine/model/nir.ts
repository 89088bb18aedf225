import { remainder } from './remainder'

/**
 * True for a French social security number with a right key: sex, year, month, place and order of birth, then
 * 97 less the remainder by 97 of these thirteen signs, 2A counting as 19 and 2B as 18. Spaces do not count.
 */
export function isNir(text: string): boolean {
  const number = text.replace(/[\s\u202F.]/g, '').toUpperCase()
  if (!SHAPE.test(number)) return false
  const digits = number.slice(0, 13).replace('2A', '19').replace('2B', '18')
  return /^\d{13}$/.test(digits) && Number(number.slice(13)) === 97 - remainder(digits, 97)
}

/** Months beyond 12 stand for those that are not known. */
const SHAPE = /^[1-478]\d{2}(?:0[1-9]|1[0-2]|[2-9]\d)(?:\d{2}|2[AB])\d{6}\d{2}$/
