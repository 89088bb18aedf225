import { dataRows } from './data-rows'
import { share, tally, totalOf } from './lesson'
import { fieldTests, kindTests } from './shape'
import { areHalves, type Judge, slideOf } from './slide'
import type { Column, Table } from './table'

/** As much of the first rows as shows what became of their values. */
const ROWS = 20

/** How many columns the header names, where its rows have one value more; the columns of the table otherwise. */
export function namedColumns({ labels, columnCount }: Table, columns: readonly Column[]): number {
  if (columnCount < 3 || labels.length !== columnCount || !isBlank(labels.at(-1)) || isBlank(labels.at(-2)))
    return columnCount
  // Empty cells behind the last delimiter of each line are no values.
  return columns.at(-1)?.learn(areSomeFilled) ? columnCount - 1 : columnCount
}

const areSomeFilled = share({ test: value => !isBlank(value), isEnough: passing => passing > 0 })

/** Whether the last column has no name because most rows have a value that a delimiter cut in two, and not because one is missing. */
export function isPushedOut(table: Table, columns: readonly Column[]): boolean {
  const count = namedColumns(table, columns)
  if (count === table.columnCount) return false
  const judge = slideJudge(table, columns)
  let [rows, slid] = [0, 0]
  for (const row of dataRows(table, ROWS)) {
    const cells = columns.map(({ index }) => row.text(index) ?? '')
    if (cells.every(isBlank)) continue
    rows++
    if (slideOf(cells, count, judge)?.towards === 'right') slid++
  }
  return 2 * slid > rows
}

/** Rows that are enough to show that a number is cut in two in all of them. */
const LEAST = 5

/**
 * The two parts of a number that a decimal comma seems to cut in all rows, where the header is one name short: the one
 * pair of neighbours that are a whole number and digits among which some begin with a zero, or that space surrounds.
 */
export function halvesIn(table: Table, columns: readonly Column[]): readonly [string, string] | undefined {
  const count = namedColumns(table, columns)
  if (count === table.columnCount) return undefined
  const rows = [...dataRows(table, ROWS)]
    .map(row => columns.map(({ index }) => row.text(index) ?? ''))
    .filter(cells => !cells.every(isBlank))
  if (rows.length < LEAST) return undefined
  const pairs = columns
    .slice(0, count)
    .map((_, column) => rows.map(cells => [cells[column]!, cells[column + 1]!] as const))
  const halves = pairs.filter(all => all.every(([whole, part]) => areHalves(whole, part) && !/^\s*0\d/.test(whole)))
  const spaced = halves.filter(all => all.every(([whole, part]) => whole.startsWith(' ') && part.endsWith(' ')))
  const [found, other] = spaced.length > 0 ? spaced : halves.filter(all => all.some(([, part]) => /^0\d/.test(part)))
  return found && !other ? [found[0]![0].trim(), found[0]![1].trim()] : undefined
}

/**
 * What tells a value out of place: whether it is of its column's kind, or one of the few texts that come back there; where
 * all rows may have slid, only the schema knows that.
 */
export function slideJudge(table: Table, columns: readonly Column[]): Judge {
  if (namedColumns(table, columns) < table.columnCount) {
    const testOf = fieldTests(columns)
    return (text, column) => (isBlank(text) ? undefined : testOf(column)?.(text))
  }
  const testOf = kindTests(columns)
  return (text, column) => {
    if (isBlank(text)) return undefined
    const test = testOf(column)
    return test ? test(text) : columns[column]?.learn(commonTexts).includes(text.trim()) || undefined
  }
}

/** Values that are enough to show that few texts come back, and how many these may be. */
const LEAST_TEXTS = 20
const MOST_TEXTS = 12
const LONGEST_TEXT = 40

/** The texts that a column is made of, where these are few; a text that is among them tells that it stands in its column. */
const commonTexts = tally<readonly string[], string>({
  kindOf: value => value.trim().slice(0, LONGEST_TEXT),
  judge: counts =>
    counts.size <= MOST_TEXTS && totalOf(counts) >= LEAST_TEXTS
      ? [...counts].filter(([, count]) => count > 1).map(([text]) => text)
      : [],
})

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === ''
}
