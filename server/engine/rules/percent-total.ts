import { about } from '../model/about'
import type { Distribution } from '../model/distribution'
import { labelWords } from '../model/identifier'
import type { Language } from '../model/language'
import { localNumber } from '../model/local-number'
import { holdsMeasures } from '../model/measure'
import { numberRule } from './rule'

/** Words of shares of one whole, and of rates, which have a whole each. */
const SHARE =
  /^(?:part|parts|pourcentage|pourcentages|pct|percent|percentage|share|proportion|proportions|repartition)$/
const RATE =
  /^(?:taux|rate|ratio|croissance|evolution|variation|hausse|baisse|tva|subvention|participation|abstention)$/
/** Parts that a whole has at least. */
const LEAST = 3

/** Percentages of one whole that do not total 100. */
export const percentTotal = numberRule<{ sum: number }>({
  id: 'percent-total',
  severity: 'information',
  preset: 'standard',
  concepts: ['rounding-and-sums'],

  check(column) {
    const { field, label } = column
    if (!holdsMeasures(column)) return undefined
    const words = [...labelWords(label), ...labelWords(field?.name ?? '')]
    const isShare = label.includes('%') || words.some(word => SHARE.test(word))
    return isShare && !words.some(word => RATE.test(word)) ? numbers => ({ ofColumn: totalOf(numbers) }) : undefined
  },

  message: {
    fr: ({ sum }) =>
      `Ces pourcentages totalisent ${inDigits(sum, 'fr')} au lieu de 100 : une ligne manque, compte double ou a une faute de frappe ; s’ils ne sont pas les parts d’un même tout, dites-le dans le nom de la colonne.`,
    en: ({ sum }) =>
      `These percentages total ${inDigits(sum, 'en')} instead of 100: a row is missing, counts twice or is mistyped; if they are not shares of one whole, say so in the name of the column.`,
  },
})

function totalOf(numbers: Distribution): { sum: number } | undefined {
  const { count, others, sum } = numbers
  if (count < LEAST || others > 0 || numbers.between(0, 100) < count) return undefined
  // Rounding moves the sum by one at most; a sum that is far away is not one of shares.
  return (sum >= 90 && sum < 99) || (sum > 101 && sum <= 110) ? { sum } : undefined
}

function inDigits(sum: number, language: Language): string {
  return Number.isInteger(sum) ? about(sum, language) : localNumber(sum, language)
}
