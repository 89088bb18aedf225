import { holdsIntervals, intervalIn, intervalsOf } from '../model/interval'
import { shown } from '../model/shown'
import { type RowFinding, rowRule } from './rule'

interface Facts {
  readonly start: string
  readonly end: string
  /** The column of the start; undefined when both stand in one cell. */
  readonly startColumn: number | undefined
}

/** A period that ends before it begins. */
export const invertedInterval = rowRule<Facts>({
  id: 'inverted-interval',
  severity: 'error',
  preset: 'standard',
  concepts: ['consistency'],
  insteadOf: ['unexpected-negative', 'outlier'],

  check({ table, columns }) {
    const intervals = intervalsOf(columns)
    const cells = columns.filter(holdsIntervals).map(({ index }) => index)
    if (intervals.length + cells.length === 0) return undefined
    return row => {
      // A cell too many or too few puts other values under these labels.
      if (row.width !== table.columnCount) return undefined
      for (const { start, end, isInverted } of intervals) {
        const [from, to] = [row.text(start), row.text(end)]
        if (from !== '' && to !== '' && isInverted(from, to)) return found(end, from, to, start)
      }
      for (const cell of cells) {
        const days = intervalIn(row.text(cell))
        if (days && days.end < days.start) return found(cell, days.start, days.end)
      }
      return undefined
    }
  },

  message: {
    fr: ({ start, end }) =>
      `La fin, ${shown.fr(end)}, précède le début, ${shown.fr(start)} : l’une des deux dates est fausse, ou elles sont inversées, et toute durée calculée ici sera négative.`,
    en: ({ start, end }) =>
      `The end, ${shown.en(end)}, comes before the start, ${shown.en(start)}: one of the two is wrong or they are swapped, and any duration computed here will be negative.`,
  },

  related: {
    places: ({ startColumn }, at) => (startColumn === undefined ? [] : [{ ...at, column: startColumn }]),
    message: {
      fr: ({ start }) => `${shown.fr(start)} est le début de cette période.`,
      en: ({ start }) => `${shown.en(start)} is the start of this period.`,
    },
  },

  fix({ start, end, startColumn }, { row, column }) {
    if (row === undefined || column === undefined) return undefined
    if (startColumn === undefined) return [{ set: 'cell', row, column, value: `${end}/${start}` }]
    return [
      { set: 'cell', row, column: startColumn, value: end },
      { set: 'cell', row, column, value: start },
    ]
  },
})

function found(column: number, start: string, end: string, startColumn?: number): RowFinding<Facts> {
  const reads = startColumn === undefined ? [column] : [startColumn, column]
  return { column, reads, facts: { start, end, startColumn } }
}
