import { tally } from '../model/lesson'
import { gapsIn, periodIn, type PeriodKind, periodKind, periodText, type PeriodUnit, seriesOf } from '../model/period'
import { shownList } from '../model/shown'
import { columnRule } from './rule'

/** Periods of which a series has at least so many, and of which at most such a part may lack. */
const LEAST: Readonly<Record<PeriodUnit, number>> = { day: 14, month: 6, year: 5 }
const MOST_LACKING = 0.1
/** Ten years of days. */
const MOST = 3_700
const TOLD = 7

interface Facts {
  readonly unit: PeriodUnit
  readonly missing: number
  readonly first: readonly string[]
}

/** A series of days, months or years in which some are lacking. */
export const seriesGap = columnRule<Facts>({
  id: 'series-gap',
  severity: 'information',
  preset: 'standard',
  concepts: ['completeness', 'seasonality'],

  check(column) {
    const kind = periodKind(column)
    if (!kind || !column.learn(areRegular, kind)) return undefined
    return {
      most: MOST,
      kindOf: text => periodIn(text, kind, column),
      judge: () => new Map(),
      ofColumn: counts => gapOf(counts.keys()),
    }
  },

  message: {
    fr: ({ unit, missing, first }) =>
      missing === 1
        ? `La série s’interrompt : ${first[0]} n’y est pas, alors que ${units.fr[unit]} y est partout ailleurs ; ajoutez-la, ou dites pourquoi elle manque.`
        : `La série s’interrompt : ${missing} périodes n’y sont pas (${shownList.fr(first)}), alors que ${units.fr[unit]} y est partout ailleurs ; ajoutez-les, ou dites pourquoi elles manquent.`,
    en: ({ unit, missing, first }) =>
      missing === 1
        ? `The series is broken: ${first[0]} is not there, while ${units.en[unit]} is everywhere else; add it, or say why it is missing.`
        : `The series is broken: ${missing} periods are not there (${shownList.en(first)}), while ${units.en[unit]} is everywhere else; add them, or say why they are missing.`,
  },
})

const units: Readonly<Record<'fr' | 'en', Readonly<Record<PeriodUnit, string>>>> = {
  fr: { day: 'chaque jour', month: 'chaque mois', year: 'chaque année' },
  en: { day: 'each day', month: 'each month', year: 'each year' },
}

/** Whether the first periods follow each other, but for a few. */
const areRegular = tally<boolean, string>({
  kindOf: (value, of) => periodIn(value, of.about as PeriodKind, of),
  judge: counts => {
    const series = seriesOf(counts.keys())
    return series !== undefined && isRegular(series.numbers, gapsIn(series.numbers, 0).missing)
  },
})

function gapOf(kinds: Iterable<string>): Facts | undefined {
  const series = seriesOf(kinds)
  if (!series || series.numbers.length < LEAST[series.unit]) return undefined
  const { unit, numbers } = series
  const { missing, first } = gapsIn(numbers, TOLD)
  if (missing === 0 || !isRegular(numbers, missing)) return undefined
  return { unit, missing, first: first.map(number => periodText(unit, number)) }
}

function isRegular(numbers: readonly number[], missing: number): boolean {
  return missing <= Math.max(1, MOST_LACKING * (numbers.length + missing))
}
