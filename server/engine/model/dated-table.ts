import { daysReader, holdsDates } from './dated-column'
import { wordsOf } from './identifier'
import { type Learner, type Lesson, tally } from './lesson'
import type { Column } from './table'

/** True when the columns of dates and years of a table end before a year: it tells of the past. */
export function endsBefore(columns: readonly Column[], year: number): boolean {
  const newest = columns.map(column =>
    holdsDates(column) ? column.learn(newestOfDates) : holdsYears(column) ? column.learn(newestYear) : 0,
  )
  return newest.some(found => found > 0) && newest.every(found => found < year)
}

function holdsYears({ field, label }: Column): boolean {
  if (field?.type === 'year') return true
  const words = wordsOf({ field, label })
  return words.some(word => /^(?:annee|year|exercice|millesime)$/.test(word))
}

const newestOfDates = newest((value, of) => daysReader(of)(value).map(day => Number(day.slice(0, 4))))

const newestYear = newest(value => (/^\s*(?:19|20)\d\d\s*$/.test(value) ? [Number(value)] : []))

/** The lesson which year is the last one that a value tells; 0 when none does. */
function newest(yearsIn: (value: string, of: Learner) => readonly number[]): Lesson<number> {
  return tally<number, number>({
    kindOf: (value, of) =>
      yearsIn(value, of).reduce<number | undefined>((last, year) => Math.max(last ?? 0, year), undefined),
    judge: counts => [...counts.keys()].reduce((last, year) => Math.max(last, year), 0),
  })
}
