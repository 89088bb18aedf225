import { columnConcept } from './column-concept'
import { conceptIn } from './concept'
import type { Dataset } from './dataset'
import { numberIn } from './figure-words'
import { figuresOf, gapInWords } from './figures'
import type { Card, Picture } from './model/card'
import type { Language } from './model/language'
import type { ColumnProfile, TableProfile } from './model/profile'
import type { Reader } from './model/reader'

/** Bars of the values that come most often, at most. */
const BARS = 6

/** A card of each column that was read. */
export function cardsOf({ described, applied }: Dataset, read: TableProfile, reader: Reader): readonly Card[] {
  return read.columns.map(profile => {
    const { language, level } = reader
    const { column, label } = profile
    const field = described.columns[column]?.field
    const { id, title, question } = conceptIn(
      columnConcept({ label, field, schema: applied?.schema.id, profile }),
      language,
    )
    const figures = figuresOf(profile, read.rows, language).filter(({ isDetail }) => level === 'agent' || !isDetail)
    const said = gapInWords(profile, language)
    const picture = pictureOf(profile, read.rows, language)
    return {
      column,
      label,
      figures,
      question,
      concept: { id, title },
      ...(said !== undefined && { said }),
      ...(picture && { picture }),
    }
  })
}

function pictureOf(profile: ColumnProfile, rows: number, language: Language): Picture | undefined {
  const { isWithheld, isCode, numbers, dates } = profile
  if (isWithheld) return undefined
  const say = pictureWords[language]
  if (numbers && !isCode && numbers.least < numbers.greatest) {
    const [from, to] = [numberIn(numbers.least, language), numberIn(numbers.greatest, language)]
    const { counts } = numbers.histogram
    const median = (numbers.median - numbers.least) / (numbers.greatest - numbers.least)
    const told = say.numbers(from, to, numberIn(numbers.median, language), peakOf(counts, numbers.count, language))
    return { kind: 'histogram', counts, from, to, median, told }
  }
  if (dates && dates.first !== dates.last) {
    const { counts } = dates.histogram
    const total = counts.reduce((sum, count) => sum + count, 0)
    const told = say.dates(dates.first, dates.last, peakOf(counts, total, language))
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
    told: `${numberIn(count, language)} (${percentOf(count, rows, language)})`,
  }))
  const list = named.slice(0, 3).map(({ value, count }) => `${value} (${numberIn(count, language)})`)
  return { kind: 'bars', bars, told: pictureWords[language].values(list.join(', ')) }
}

/** Which part of a histogram is the fullest: its thirds are named. */
function peakOf(counts: readonly number[], total: number, language: Language): string {
  const thirds = [0, 0, 0]
  counts.forEach((count, i) => (thirds[Math.min(2, Math.floor((3 * i) / counts.length))]! += count))
  const most = thirds.indexOf(Math.max(...thirds))
  return pictureWords[language].peaks[most]!(percentOf(thirds[most]!, total, language))
}

function percentOf(count: number, all: number, language: Language): string {
  const share = all === 0 ? 0 : count / all
  return share.toLocaleString(language === 'fr' ? 'fr-FR' : 'en-GB', { style: 'percent', maximumFractionDigits: 0 })
}

const pictureWords = {
  fr: {
    numbers: (from: string, to: string, median: string, peak: string) =>
      `Les valeurs vont de ${from} à ${to} ; la moitié ne dépassent pas ${median}. ${peak}`,
    dates: (from: string, to: string, peak: string) => `Les dates vont du ${from} au ${to}. ${peak}`,
    values: (list: string) => `Les valeurs les plus fréquentes : ${list}.`,
    peaks: [
      (share: string) => `${share} se trouvent dans le premier tiers de l’étendue.`,
      (share: string) => `${share} se trouvent dans le tiers du milieu de l’étendue.`,
      (share: string) => `${share} se trouvent dans le dernier tiers de l’étendue.`,
    ],
  },
  en: {
    numbers: (from: string, to: string, median: string, peak: string) =>
      `The values go from ${from} to ${to}; half of them do not exceed ${median}. ${peak}`,
    dates: (from: string, to: string, peak: string) => `The dates go from ${from} to ${to}. ${peak}`,
    values: (list: string) => `The most frequent values: ${list}.`,
    peaks: [
      (share: string) => `${share} are in the first third of the range.`,
      (share: string) => `${share} are in the middle third of the range.`,
      (share: string) => `${share} are in the last third of the range.`,
    ],
  },
} as const
