/**
 * What is wrong with a telephone number; undefined when it can be called. French numbers are judged by the national
 * numbering plan (Arcep, decision 2022-1583), those of other countries by their code and length (ITU-T E.164).
 */
export function phoneFault(text: string): PhoneFault | undefined {
  const number = text.trim().replace(/\(0\)/, '').replace(MARKS, '')
  if (!/^\+?\d+$/.test(number)) return 'other'
  if (SHORT.test(number) || NATIONAL.test(number)) return undefined
  const abroad = /^(?:\+|00)(.*)$/.exec(number)?.[1]
  // “33 2 61…” lacks the plus and is understood all the same.
  if (abroad === undefined) return FRENCH.test(number) ? undefined : /^0\d{9}$/.test(number) ? 'plan' : 'count'
  if (FRENCH.test(abroad)) return undefined
  const [code] = CODES.exec(abroad) ?? []
  if (code === undefined) return /^0\d{9}$/.test(number) ? 'plan' : 'country'
  if (FRENCH_CODES.has(code)) return 'count'
  return abroad.length >= SHORTEST && abroad.length <= LONGEST ? undefined : 'count'
}

/** `count`: another number of digits; `plan`: digits given to nobody; `country`: no such country code; `other`: no digits alone. */
export type PhoneFault = 'count' | 'plan' | 'country' | 'other'

const MARKS = /[\s.\-/()\u2010-\u2014]/g

/** Ten digits: 01 to 05 by region, 06 and 07 mobile, 08 by price, 09 by no place. */
const NATIONAL = /^0[1-9]\d{8}$/
/** Emergency and other numbers of two to six digits: 15, 112, 115, 1013, 3949, 116117, 118008. */
const SHORT = /^(?:15|17|18|11[2459]|19[1-7]|10\d\d|3\d{3}|116\d{3}|118\d{3})$/
/** France and its overseas regions, whose numbers have nine digits; many write the national zero after the code. */
const FRENCH = /^(?:33|262|590|594|596)0?[1-9]\d{8}$|^508(?:0?[1-9]\d{8}|[45]\d{5})$/
const FRENCH_CODES = new Set(['33', '262', '590', '594', '596', '508'])

/** Codes that the ITU has assigned (E.164, list of 2016 and its updates). */
const CODES =
  /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|2(?:1[1-368]|[2-4]\d|5[0-8]|6\d|9[0179])|3(?:5\d|7[0-8]|8[0-3579])|42[013]|5(?:0\d|9\d)|6(?:7[02-9]|8[0-35-9]|9[0-2])|8(?:00|08|5[02356]|7[08]|8[0-368])|9(?:6[0-8]|7[0-79]|9[2-68]))/
/** Digits of a number abroad, its country’s code included: fifteen at most by E.164, and none is much shorter. */
const SHORTEST = 7
const LONGEST = 15
