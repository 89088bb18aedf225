import { about } from '../model/about'
import type { Distribution } from '../model/distribution'
import { holdsMeasures, measuresDiffer } from '../model/measure'
import { shown } from '../model/shown'
import { type Beyond, numberRule } from './rule'

/** Numbers of a column of which anything is said. */
const LEAST = 8
/** Different numbers below which they are marks or classes rather than measures. */
const DIFFERENT = 6
/** Widths of the middle half beyond which Tukey calls a number far out (Exploratory Data Analysis, 1977). */
const FAR = 3
/** The part of all numbers, and so many of them, beyond which they are the tail of a spread rather than astray. */
const MOST = 0.01
const MOST_OF_FEW = 2

interface Facts {
  readonly text: string
  readonly isAbove: boolean
  /** Half of the numbers lie between these. */
  readonly lower: number
  readonly upper: number
}

/** A number far from all others of its column, by the fences of Tukey. */
export const outlier = numberRule<Facts>({
  id: 'outlier',
  severity: 'information',
  preset: 'complet',
  concepts: ['outlier', 'quantiles'],

  check(column) {
    if (!holdsMeasures(column) || measuresDiffer(column.beside)) return undefined
    const { constraints } = column.field ?? {}
    const hasMost = constraints?.maximum !== undefined || constraints?.exclusiveMaximum !== undefined
    // The schema has said how great a number may be.
    return numbers => ({ ofCells: fences(numbers).filter(({ to }) => !hasMost || Number.isFinite(to)) })
  },

  message: {
    fr: ({ text, isAbove, lower, upper }) =>
      `${shown.fr(text)} est très ${isAbove ? 'au-dessus' : 'au-dessous'} des autres valeurs, dont la moitié va de ${about(lower, 'fr')} à ${about(upper, 'fr')} environ : exacte, elle mérite une note ; fausse, elle déplace la moyenne.`,
    en: ({ text, isAbove, lower, upper }) =>
      `${shown.en(text)} is far ${isAbove ? 'above' : 'below'} the other values, half of which lie between ${about(lower, 'en')} and ${about(upper, 'en')} or so: if it is right it deserves a note; if not, it moves the mean.`,
  },
})

function fences(numbers: Distribution): Beyond<Facts>[] {
  const { count, others } = numbers
  const [lower, upper] = [numbers.quantile(0.25), numbers.quantile(0.75)]
  const width = upper - lower
  if (count < LEAST || others * 20 > count || !(width > 0) || numbers.different < DIFFERENT) return []
  // Where many count nothing, those that count something are spread without end.
  if (lower === 0 && numbers.between(Number.NEGATIVE_INFINITY, -1) === 0) return []
  let low = lower - FAR * width
  let high = upper + FAR * width
  // What grows by multiplication has its fences there too: a budget ten times another is nothing strange.
  if (lower > 0) {
    const ratio = upper / lower
    low = Math.min(low, lower / ratio ** FAR)
    high = Math.max(high, upper * ratio ** FAR)
  }
  const most = Math.max(MOST_OF_FEW, MOST * count)
  const facts = (isAbove: boolean) => (text: string) => ({ text, isAbove, lower, upper })
  const beyond = [
    { from: Number.NEGATIVE_INFINITY, to: low, facts: facts(false) },
    { from: high, to: Number.POSITIVE_INFINITY, facts: facts(true) },
  ]
  return beyond.filter(({ from, to }) => {
    const found = numbers.between(from, to)
    return found > 0 && found <= most
  })
}
