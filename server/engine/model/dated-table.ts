import { daysReader, holdsDates } from './dated-column'
import { labelWords } from './identifier'
import type { Lesson } from './lesson'
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
  const words = labelWords(field?.name ?? label)
  return words.some(word => /^(?:annee|year|exercice|millesime)$/.test(word))
}

const newestOfDates: Lesson<number> = (values, of) => {
  const read = daysReader(of)
  return newest(values.flatMap(value => read(value).map(day => Number(day.slice(0, 4)))))
}

const newestYear: Lesson<number> = values =>
  newest(values.flatMap(value => (/^\s*(?:19|20)\d\d\s*$/.test(value) ? Number(value) : [])))

function newest(years: readonly number[]): number {
  return years.reduce((last, year) => Math.max(last, year), 0)
}
