import type { Distribution } from './distribution'

/** By how much a unit is mistaken for another: cents for euros, euros for thousands of them, watts for kilowatts. */
const FACTORS = [100, 1_000] as const
/** How near to such a multiple of the median a slipped number lies. */
const NEAR = 1.5
const LEAST = 4
/** Numbers below which a small one is a count of few things rather than one in another unit. */
const SMALL = 5
/** The usual numbers lie within this factor of the median, or within the narrower one where they are few. */
const USUAL = 10
const USUAL_OF_FEW = 5
const FEW = 20
/** Numbers that may be slipped, and that may be neither usual nor slipped. */
const MOST = 0.05
const STRAY = 0.005

/** Numbers from one to another that are so many times what is usual; `places`: digits by which the mark has slipped. */
interface Slip {
  readonly from: number
  readonly to: number
  readonly places: number
  readonly median: number
  readonly count: number
}

/**
 * Where numbers lie that are a hundred or a thousand times the usual ones, or as much less; none where the others are
 * not close together, so that such numbers may well be right.
 */
export function slipsOf(numbers: Distribution): readonly Slip[] {
  const { count, others } = numbers
  const median = numbers.quantile(0.5)
  if (count < LEAST || others * 20 > count || !(median > 0)) return []
  const width = count < FEW ? USUAL_OF_FEW : USUAL
  const usual = numbers.between(median / width, median * width)
  const slips = FACTORS.flatMap(factor => [slipAt(numbers, median, factor), slipAt(numbers, median, 1 / factor)])
  const found = slips.filter(({ places, from, count: some }) => some > 0 && (places > 0 || from >= SMALL))
  const slipped = found.reduce((sum, slip) => sum + slip.count, 0)
  const zeros = numbers.between(0, 0)
  const isRare = slipped <= Math.max(1, MOST * count)
  return isRare && count - usual - slipped - zeros <= STRAY * count ? found : []
}

function slipAt(numbers: Distribution, median: number, factor: number): Slip {
  const from = (median * factor) / NEAR
  const to = median * factor * NEAR
  return { from, to, places: Math.round(Math.log10(factor)), median, count: numbers.between(from, to) }
}
