import type { Language } from './model/language'
import type { ColumnProfile, DateProfile, NumberProfile } from './model/profile'
import { shown } from './model/shown'
import { figureWords, numberIn } from './figure-words'
import { typeInShort } from './type-words'

/** One line of the table of a column's figures. */
export interface Figure {
  readonly name: string
  readonly value: string
  /** What an elected official can do without. */
  readonly isDetail?: true
}

/** Numbers below which their mean and how they are shared out say nothing. */
const FEW = 5

/** Numbers below which quarters of them and their usual distance from the mean say nothing. */
const SOME = 8

/** Values named among the most frequent. */
const NAMED = 5

/** The figures of a column in words, the ones to read first before others. `rows`: those of its table. */
export function figuresOf(profile: ColumnProfile, rows: number, language: Language): readonly Figure[] {
  const say = figureWords[language]
  const { filled, absent, unread, understood, distinct, isWithheld, texts, numbers, dates, isCode } = profile
  const figures: Figure[] = [
    { name: say.type, value: typeInWords(profile, language) },
    { name: say.filled, value: say.share(filled, rows) + (absent > 0 ? say.absent(absent) : '') },
  ]
  if (unread > 0) figures.push({ name: say.unread, value: say.faults(unread, understood) })
  if (filled > unread - understood) figures.push({ name: say.distinct, value: say.estimate(distinct) })
  if (isWithheld) return [...figures, { name: say.values, value: say.withheld }]
  if (numbers && isCode)
    figures.push({
      name: say.extremes,
      value: say.fromTo(codeIn(numbers.least, language), codeIn(numbers.greatest, language)),
    })
  else if (numbers) figures.push(...ofNumbers(numbers, language))
  if (dates) figures.push(...ofDates(dates, language))
  if (texts && texts.longest > 0)
    figures.push({ name: say.length, value: say.lengths(texts.shortest, texts.longest), isDetail: true })
  const top = topInWords(profile, language)
  if (top) figures.push({ name: say.top, value: top })
  return figures
}

/**
 * Why the mean and the median of these very numbers differ, or that they do not; undefined where neither says anything:
 * of codes, and of few values.
 */
export function gapInWords({ numbers, isCode }: ColumnProfile, language: Language): string | undefined {
  if (!numbers || isCode || numbers.count < FEW || numbers.least === numbers.greatest) return undefined
  const say = figureWords[language]
  const { mean, median, lowerQuartile, upperQuartile, outliers, least, greatest } = numbers
  const gap = mean - median
  const spread = upperQuartile - lowerQuartile || greatest - least
  const told = (number: number) => numberIn(number, language)
  if (Math.abs(gap) <= spread / 20) return say.noGap(told(mean), told(median))
  const far = gap > 0 ? outliers.above : outliers.below
  const fence = told(gap > 0 ? outliers.upperFence : outliers.lowerFence)
  const pulled = gap > 0 ? say.pulledUp : say.pulledDown
  const extreme = gap > 0 ? greatest : least
  const at = outliers.farthest.find(({ value }) => value === extreme)
  const row = at && at.row + 1
  if (gap > 0 && far === 1 && isTotal(numbers)) {
    const without = (numbers.sum - greatest) / (numbers.count - 1)
    return say.total({ mean: told(mean), extreme: told(extreme), row, without: told(without) })
  }
  return pulled({ mean: told(mean), median: told(median), far, fence, extreme: told(extreme), row })
}

/** Whether the greatest number is the sum of all others, but for what numbers of a computer are off. */
function isTotal({ sum, greatest, least }: NumberProfile): boolean {
  return least >= 0 && Math.abs(sum - 2 * greatest) <= 1e-9 * sum
}

/** Where a number stands among those of its column; undefined where there are too few, or where they say nothing. */
export function rankInWords(
  { numbers, isCode }: ColumnProfile,
  number: number,
  language: Language,
): string | undefined {
  if (!numbers || isCode || numbers.count < SOME || numbers.lowerQuartile === numbers.upperQuartile) return undefined
  const say = figureWords[language]
  const told = (one: number) => numberIn(one, language)
  const { lowerQuartile, upperQuartile, outliers, median } = numbers
  if (number > outliers.upperFence) return say.farAbove(told(outliers.upperFence), told(median))
  if (number < outliers.lowerFence) return say.farBelow(told(outliers.lowerFence), told(median))
  if (number > upperQuartile) return say.highQuarter(told(upperQuartile), told(median))
  if (number < lowerQuartile) return say.lowQuarter(told(lowerQuartile), told(median))
  return say.middleHalf(told(lowerQuartile), told(upperQuartile))
}

function typeInWords({ declared, found }: ColumnProfile, language: Language): string {
  const say = figureWords[language]
  if (!declared) return say.looksLike(typeInShort(found.type, language))
  const { type } = declared
  const isOther = type !== found.type && type !== 'any' && type !== 'string' && found.type !== 'string'
  const word = typeInShort(type, language)
  return isOther ? say.declaredBut(word, typeInShort(found.type, language)) : word
}

function ofNumbers(numbers: NumberProfile, language: Language): Figure[] {
  const say = figureWords[language]
  const told = (number: number) => numberIn(number, language)
  const { below, above, lowerFence, upperFence } = numbers.outliers
  const { lowerQuartile, upperQuartile, deviation, margin, gini } = numbers
  const figures: Figure[] = [
    { name: say.extremes, value: say.fromTo(told(numbers.least), told(numbers.greatest)) },
    { name: say.mean, value: told(numbers.mean) },
    { name: say.median, value: say.about(told(numbers.median), margin) },
  ]
  if (numbers.count >= SOME)
    figures.push({
      name: say.quartiles,
      value: say.about(say.fromTo(told(lowerQuartile), told(upperQuartile)), margin),
      isDetail: true,
    })
  if (deviation !== undefined && numbers.count >= SOME)
    figures.push({ name: say.deviation, value: told(deviation), isDetail: true })
  if (below + above > 0)
    figures.push({
      name: say.outliers,
      value: say.beyond({ below, above, lowerFence: told(lowerFence), upperFence: told(upperFence) }),
    })
  if (gini !== undefined && numbers.count >= FEW)
    figures.push({ name: say.gini, value: say.giniInWords(gini), isDetail: true })
  return figures
}

function ofDates({ first, last, span, unit, usualStep, gap }: DateProfile, language: Language): Figure[] {
  const say = figureWords[language]
  const figures: Figure[] = [{ name: say.extremes, value: say.span(first, last, span, unit) }]
  if (usualStep !== undefined) figures.push({ name: say.step, value: say.units(usualStep, unit), isDetail: true })
  if (gap) figures.push({ name: say.gap, value: say.gapBetween(gap.after, gap.before, say.units(gap.length, unit)) })
  return figures
}

function topInWords({ top, topMargin, distinct, numbers, dates }: ColumnProfile, language: Language): string {
  // The commonest of many dates or amounts is chance.
  const isChance = (numbers || dates) && distinct.count > 20
  // Where each value comes once, none is frequent.
  if ((top[0]?.count ?? 0) < 2 && distinct.count > 1) return ''
  const named = isChance ? [] : top.slice(0, NAMED)
  const say = figureWords[language]
  const told = (value: string) => shown[language](numbers ? numberIn(Number(value), language) : value)
  const parts = named.map(({ value, count }) => `${told(value)} (${numberIn(count, language)})`)
  return parts.length > 0 && topMargin > 0 ? say.atLeast(parts.join(', ')) : parts.join(', ')
}

/** A number that names or places something: all its digits, and no thousands apart. */
function codeIn(number: number, language: Language): string {
  const digits = String(number)
  return language === 'fr' ? digits.replace('.', ',') : digits
}
