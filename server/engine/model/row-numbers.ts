import { dataRows } from './data-rows'
import type { Table } from './table'

/** As many of the first rows as leave no doubt, and as few as may tell. */
const ROWS = 100
const LEAST = 3

/** Whether a column only counts the rows, from 0 or 1, as programs number those that they write; reads the first rows. */
export function numbersRows(table: Table, column: number): boolean {
  let rows = 0
  let first = 0
  for (const row of dataRows(table, ROWS)) {
    const text = row.text(column)
    if (rows === 0 && text === '1') first = 1
    if (text !== String(first + rows)) return false
    rows++
  }
  return rows >= LEAST
}
