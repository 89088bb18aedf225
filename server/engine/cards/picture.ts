import { numberIn } from '../figure-words'
import { inPercent } from '../model/counted'
import type { Picture } from '../model/card'
import type { Language } from '../model/language'
import type { ColumnProfile } from '../model/profile'

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
    const told = say.numbers(
      { from, to, median: numberIn(numbers.median, language) },
      peakOf(counts, say.sizes, language),
    )
    return { kind: 'histogram', counts, from, to, median, told }
  }
  if (dates && dates.first !== dates.last) {
    const { counts } = dates.histogram
    const told = say.dates(dates.first, dates.last, peakOf(counts, say.times, language))
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

/** Which part of a histogram is the fullest: its thirds are named. */
function peakOf(counts: readonly number[], named: readonly ((share: string) => string)[], language: Language): string {
  const thirds = [0, 0, 0]
  counts.forEach((count, i) => (thirds[Math.min(2, Math.floor((3 * i) / counts.length))]! += count))
  const most = Math.max(...thirds)
  const total = thirds.reduce((sum, count) => sum + count, 0)
  return named[thirds.indexOf(most)]!(inPercent(most / Math.max(1, total), language))
}

interface Words {
  readonly numbers: (
    ends: { readonly from: string; readonly to: string; readonly median: string },
    peak: string,
  ) => string
  readonly dates: (from: string, to: string, peak: string) => string
  readonly values: (list: string) => string
  /** The thirds, from the least on. */
  readonly sizes: readonly ((share: string) => string)[]
  readonly times: readonly ((share: string) => string)[]
}

const words: Readonly<Record<Language, Words>> = {
  fr: {
    numbers: ({ from, to, median }, peak) => `De ${from} à ${to}, médiane ${median}. ${peak}`,
    dates: (from, to, peak) => (from.length > 7 ? `Du ${from} au ${to}. ${peak}` : `De ${from} à ${to}. ${peak}`),
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
    numbers: ({ from, to, median }, peak) => `From ${from} to ${to}, median ${median}. ${peak}`,
    dates: (from, to, peak) => `From ${from} to ${to}. ${peak}`,
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
