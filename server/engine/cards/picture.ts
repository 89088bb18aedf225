import { numberIn } from '../figure-words'
import { inPercent } from '../model/counted'
import type { Picture } from '../model/card'
import type { Language } from '../model/language'
import type { ColumnProfile, NumberProfile } from '../model/profile'

/** Bars of the values that come most often, at most. */
const BARS = 6

/** What draws the values of a column best: by size, in time, or the commonest; undefined where none tells anything. */
export function pictureOf(profile: ColumnProfile, rows: number, language: Language): Picture | undefined {
  const { isWithheld, isCode, numbers, dates } = profile
  if (isWithheld) return undefined
  const say = words[language]
  if (numbers && !isCode && numbers.least < numbers.greatest) {
    const [from, to] = [numberIn(numbers.least, language), numberIn(numbers.greatest, language)]
    const { counts } = numbers.histogram
    const median = (numbers.median - numbers.least) / (numbers.greatest - numbers.least)
    const ends = { from, to, median: numberIn(numbers.median, language) }
    const told = inSentences(say.numbers(ends), peakOf(counts, say.sizes, language) ?? commonest(numbers, language))
    return { kind: 'histogram', counts, from, to, median, told }
  }
  if (dates && dates.first !== dates.last) {
    const { counts } = dates.histogram
    const told = inSentences(say.dates(dates.first, dates.last), peakOf(counts, say.times, language))
    return { kind: 'histogram', counts, from: dates.first, to: dates.last, told }
  }
  return barsOf(profile, rows, language)
}

function barsOf({ top, filled, distinct }: ColumnProfile, rows: number, language: Language): Picture | undefined {
  const first = top[0]
  // Values that all differ make no picture.
  if (!first || filled === 0 || (first.count < 2 && distinct.count > 1)) return undefined
  const named = top.slice(0, BARS)
  const bars = named.map(({ value, count }) => ({
    label: value,
    share: count / first.count,
    told: `${numberIn(count, language)} (${inPercent(count / Math.max(1, rows), language)})`,
  }))
  const list = named.slice(0, 3).map(({ value, count }) => `${value} (${numberIn(count, language)})`)
  return { kind: 'bars', bars, told: words[language].values(list.join(', ')) }
}

/** Which third of a histogram is the fullest; undefined where its bars cannot be parted in three. */
function peakOf(
  counts: readonly number[],
  named: readonly ((share: string) => string)[],
  language: Language,
): string | undefined {
  if (counts.length % 3 > 0) return undefined
  const thirds = [0, 0, 0]
  counts.forEach((count, i) => (thirds[Math.floor((3 * i) / counts.length)]! += count))
  const most = Math.max(...thirds)
  const total = thirds.reduce((sum, count) => sum + count, 0)
  return named[thirds.indexOf(most)]!(inPercent(most / Math.max(1, total), language))
}

/** The number that comes most often among whole ones that have a bar each; undefined where several do. */
function commonest({ least, count, histogram: { counts } }: NumberProfile, language: Language): string | undefined {
  const most = Math.max(...counts)
  const bar = counts.indexOf(most)
  if (counts.lastIndexOf(most) !== bar) return undefined
  return words[language].commonest(numberIn(least + bar, language), inPercent(most / count, language))
}

function inSentences(...sentences: readonly (string | undefined)[]): string {
  return sentences.filter(sentence => sentence !== undefined).join(' ')
}

interface Words {
  readonly numbers: (ends: { readonly from: string; readonly to: string; readonly median: string }) => string
  readonly dates: (from: string, to: string) => string
  readonly commonest: (number: string, share: string) => string
  readonly values: (list: string) => string
  /** The thirds, from the least on. */
  readonly sizes: readonly ((share: string) => string)[]
  readonly times: readonly ((share: string) => string)[]
}

const words: Readonly<Record<Language, Words>> = {
  fr: {
    numbers: ({ from, to, median }) => `De ${from} à ${to}, médiane ${median}.`,
    dates: (from, to) => (from.length > 7 ? `Du ${from} au ${to}.` : `De ${from} à ${to}.`),
    commonest: (number, share) => `Le nombre le plus fréquent est ${number} (${share}).`,
    values: list => `Les valeurs les plus fréquentes : ${list}.`,
    sizes: [
      share => `${share} des valeurs sont dans le tiers le plus bas.`,
      share => `${share} des valeurs sont dans le tiers du milieu.`,
      share => `${share} des valeurs sont dans le tiers le plus haut.`,
    ],
    times: [
      share => `${share} tombent dans le premier tiers de cette période.`,
      share => `${share} tombent dans le tiers du milieu de cette période.`,
      share => `${share} tombent dans le dernier tiers de cette période.`,
    ],
  },
  en: {
    numbers: ({ from, to, median }) => `From ${from} to ${to}, median ${median}.`,
    dates: (from, to) => `From ${from} to ${to}.`,
    commonest: (number, share) => `The most frequent number is ${number} (${share}).`,
    values: list => `The most frequent values: ${list}.`,
    sizes: [
      share => `${share} of the values are in the lowest third.`,
      share => `${share} of the values are in the middle third.`,
      share => `${share} of the values are in the highest third.`,
    ],
    times: [
      share => `${share} are in the first third of this period.`,
      share => `${share} are in the middle third of this period.`,
      share => `${share} are in the last third of this period.`,
    ],
  },
}
