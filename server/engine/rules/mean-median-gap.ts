import { about } from '../model/about'
import type { Distribution } from '../model/distribution'
import { holdsCases, measuresDiffer } from '../model/measure'
import { slipsOf } from '../model/slip'
import { numberRule } from './rule'

/** Numbers of a column of which anything is said. */
const LEAST = 8
/** The part of the median by which the mean must differ. */
const GAP = 0.25
/** The same of fewer numbers than these, of which one more may change both. */
const MANY = 20
const GAP_OF_FEW = 2
/** Different numbers below which they are marks or classes rather than measures. */
const DIFFERENT = 6
/** A median below which a column counts few things. */
const FEW = 10

interface Facts {
  readonly mean: number
  readonly median: number
}

/** A column whose mean is far from its median: a few great values make most of it. */
export const meanMedianGap = numberRule<Facts>({
  id: 'mean-median-gap',
  severity: 'information',
  preset: 'standard',
  concepts: ['mean-vs-median'],

  check: column =>
    // Of lists, those that stand in one place are not all.
    column.element === undefined && holdsCases(column) && !measuresDiffer(column.beside)
      ? numbers => ({ ofColumn: gapOf(numbers) })
      : undefined,

  message: {
    fr: ({ mean, median }) =>
      `La moyenne de cette colonne (environ ${about(mean, 'fr')}) est loin de sa médiane (environ ${about(median, 'fr')}) : quelques valeurs extrêmes la tirent ; pour dire ce qui est courant, citez plutôt la médiane.`,
    en: ({ mean, median }) =>
      `The mean of this column (about ${about(mean, 'en')}) is far from its median (about ${about(median, 'en')}): a few extreme values pull it; to say what is usual, rather quote the median.`,
  },
})

function gapOf(numbers: Distribution): Facts | undefined {
  const { count, others } = numbers
  if (count < LEAST || others * 20 > count || numbers.different < DIFFERENT) return undefined
  const { median } = numbers
  const mean = holdsTotal(numbers) ? numbers.sum / 2 / (count - 1) : numbers.mean
  // Of counts of few things, a mean says little whatever the median is.
  const areFew = median < FEW && mean < FEW * 5
  const gap = count < MANY ? GAP_OF_FEW : GAP
  const isFar = median !== 0 && !areFew && Math.abs(mean - median) > gap * Math.abs(median)
  // A number in another unit may be the only cause, and is told.
  return isFar && slipsOf(numbers).length === 0 ? { mean, median } : undefined
}

/** Whether the greatest number is the sum of all others: a total at the foot of the table, which is told as such. */
function holdsTotal(numbers: Distribution): boolean {
  const half = numbers.sum / 2
  return numbers.between(half, half) === 1 && numbers.between(half, Number.POSITIVE_INFINITY) === 1
}
