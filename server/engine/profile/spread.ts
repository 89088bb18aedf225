import type { Histogram, NumberProfile } from '../model/profile'
import type { Moments } from './moments'
import type { Sorted } from './numbers'

type Farthest = NumberProfile['outliers']['farthest']

/** Bars of a histogram, at most: three times a whole number, so that its thirds are told as they are. */
const BARS = 21

/**
 * The figures of numbers, of which there is at least one. `isShared`: they are parts of a whole that each could have had; `beyond`: those that lie
 * beyond two bounds.
 */
export function numberProfile(
  sorted: Sorted,
  moments: Moments,
  { isShared, beyond }: { readonly isShared: boolean; readonly beyond: (lower: number, upper: number) => Farthest },
): NumberProfile {
  const { count, least, greatest, sum, mean, deviation } = moments
  const [lowerQuartile, median, upperQuartile] = [0.25, 0.5, 0.75].map(share => quantile(sorted, count, share)) as [
    number,
    number,
    number,
  ]
  const fences = fencesOf(lowerQuartile, upperQuartile)
  const gini = isShared && least >= 0 && greatest > 0 ? giniOf(sorted, count) : undefined
  return {
    count,
    least,
    greatest,
    sum,
    mean,
    lowerQuartile,
    median,
    upperQuartile,
    margin: sorted.margin,
    ...(deviation !== undefined && { deviation }),
    histogram: histogramOf(sorted, count, least, greatest),
    outliers: { ...outliersOf(sorted, fences), farthest: beyond(...fences) },
    ...(gini !== undefined && { gini }),
  }
}

/** The value below which a share of the numbers lies, between two of them in proportion (type 7 of Hyndman and Fan, 1996). */
export function quantile({ values, counts }: Sorted, count: number, share: number): number {
  const rank = share * (count - 1)
  const whole = Math.floor(rank)
  let i = 0
  let passed = counts[0]!
  while (passed <= whole) passed += counts[++i]!
  const lower = values[i]!
  if (rank === whole) return lower
  const upper = passed <= whole + 1 ? values[i + 1]! : lower
  return lower + (rank - whole) * (upper - lower)
}

/** Numbers by stretches of the same width; whole numbers that are few have a stretch each. */
export function histogramOf(
  { values, counts }: Sorted,
  count: number,
  least: number,
  greatest: number,
): Histogram<number> {
  const areFew = greatest - least < BARS && values.every(Number.isInteger)
  const bars = areFew ? greatest - least + 1 : Math.min(BARS, 3 * Math.ceil((Math.ceil(Math.log2(count)) + 1) / 3))
  const width = areFew ? 1 : (greatest - least) / bars
  const heights = Array.from({ length: bars }, () => 0)
  for (let i = 0; i < values.length; i++) {
    const bar = width > 0 && Number.isFinite(width) ? Math.floor((values[i]! - least) / width) : 0
    heights[Math.max(0, Math.min(bar, bars - 1))]! += counts[i]!
  }
  return { from: least, to: areFew ? greatest + 1 : greatest, counts: heights }
}

/** The bounds that lie so many times the distance between the quartiles beyond them. */
export function fencesOf(lowerQuartile: number, upperQuartile: number, times = 1.5): readonly [number, number] {
  const reach = times * (upperQuartile - lowerQuartile)
  return [lowerQuartile - reach, upperQuartile + reach]
}

function outliersOf({ values, counts }: Sorted, [lowerFence, upperFence]: readonly [number, number]) {
  let below = 0
  let above = 0
  for (let i = 0; i < values.length && values[i]! < lowerFence; i++) below += counts[i]!
  for (let i = values.length - 1; i >= 0 && values[i]! > upperFence; i--) above += counts[i]!
  return { below, above, lowerFence, upperFence }
}

/** Gini's index: twice the area between the Lorenz curve and the diagonal. */
function giniOf({ values, counts }: Sorted, count: number): number {
  let total = 0
  let ranked = 0
  let passed = 0
  for (let i = 0; i < values.length; i++) {
    const times = counts[i]!
    total += times * values[i]!
    ranked += values[i]! * (times * passed + (times * (times + 1)) / 2)
    passed += times
  }
  return Math.max(0, (2 * ranked) / (count * total) - (count + 1) / count)
}
