import { matchedColumns } from './compare/columns'
import { CellTally } from './compare/cells'
import type { Dataset } from './dataset'
import type { CellChanges, ColumnPair, Comparison } from './model/comparison'
import type { DataRow } from './model/data-row'
import { dataRows } from './model/data-rows'
import { putIn } from './model/put-in'

/** Rows that are compared, and rows that wait for their like, of both versions together. */
const MOST_ROWS = 250_000
const MOST_WAITING = 50_000

/** Rows between two rests. */
const STEP = 500

/**
 * Compares a table with its former version, in steps that tell the share done: rows by the primary key of the schema in
 * force, else by their number where there are as many. Memory holds only rows that stand elsewhere in the other version.
 */
export function* compareInSteps(
  before: Dataset,
  after: Dataset,
  most: { readonly rows: number; readonly waiting: number } = { rows: MOST_ROWS, waiting: MOST_WAITING },
): Generator<number, Comparison> {
  const columns = matchedColumns(before, after)
  const rows = { before: yield* countRows(before), after: yield* countRows(after) }
  const key = keyOf(after, columns.pairs)
  const isSameCount = rows.before === rows.after
  let cells = key.length > 0 ? yield* byKey(before, after, { ...columns, key, all: rows.after, most }) : undefined
  // A repair of the key itself makes all rows others.
  if (cells && isSameCount && cells.added > cells.compared) cells = undefined
  if (!cells && isSameCount) cells = yield* byPosition(before, after, { ...columns, all: rows.after, most })
  return { columns, rows, cells: cells ?? nothing }
}

const nothing: CellChanges = {
  by: 'nothing',
  key: [],
  compared: 0,
  changed: 0,
  removed: 0,
  added: 0,
  isWhole: true,
  columns: [],
}

interface Matched {
  readonly pairs: readonly ColumnPair[]
  readonly all: number
  readonly most: { readonly rows: number; readonly waiting: number }
}

/** The rows in which something stands. */
function* filledRows({ table }: Dataset): Generator<DataRow> {
  for (const row of dataRows(table)) {
    let column = 0
    while (column < table.columnCount && (row.text(column) ?? '') === '') column++
    if (column < table.columnCount) yield row
  }
}

function* countRows(dataset: Dataset): Generator<number, number> {
  let count = 0
  for (const _ of filledRows(dataset)) if (++count % STEP === 0) yield 0
  return count
}

function* byPosition(before: Dataset, after: Dataset, { pairs, all, most }: Matched): Generator<number, CellChanges> {
  const tally = new CellTally(before, after, pairs)
  const former = filledRows(before)
  for (const row of filledRows(after)) {
    if (tally.compared >= most.rows) break
    const other = former.next()
    if (other.done) break
    tally.compare(tally.textsBefore(other.value), tally.textsAfter(row), row.index)
    if (tally.compared % STEP === 0) yield tally.compared / all
  }
  return { ...tally.told(), by: 'position', key: [], removed: 0, added: 0, isWhole: tally.compared === all }
}

/** A row that waits for the other version to come to its like. */
interface Waiting {
  readonly texts: readonly string[]
  readonly row: number
}

/** Goes through both versions side by side; a row whose like is elsewhere waits for it. */
function* byKey(
  before: Dataset,
  after: Dataset,
  { pairs, key, all, most }: Matched & { readonly key: readonly number[] },
): Generator<number, CellChanges> {
  const tally = new CellTally(before, after, pairs)
  const places = key.map(column => pairs.findIndex(pair => pair.after === column))
  const keyIn = (texts: readonly string[]) => JSON.stringify(places.map(at => texts[at]!.replace(/\s+/g, '')))
  const waitingBefore = new Map<string, Waiting[]>()
  const waitingAfter = new Map<string, Waiting[]>()
  let waiting = 0
  const former = filledRows(before)
  const present = filledRows(after)
  const meet = (one: Waiting, own: Map<string, Waiting[]>, others: Map<string, Waiting[]>) => {
    const name = keyIn(one.texts)
    const like = others.get(name)?.shift()
    if (others.get(name)?.length === 0) others.delete(name)
    waiting += like ? -1 : 1
    if (!like) putIn(own, name, one)
    else if (own === waitingBefore) tally.compare(one.texts, like.texts, like.row)
    else tally.compare(like.texts, one.texts, one.row)
  }
  for (let steps = 1; ; steps++) {
    const [was, is] = [former.next(), present.next()]
    if (was.done && is.done) break
    if (tally.compared >= most.rows || waiting > most.waiting) return cut(tally, key)
    if (!was.done) meet({ texts: tally.textsBefore(was.value), row: was.value.index }, waitingBefore, waitingAfter)
    if (!is.done) meet({ texts: tally.textsAfter(is.value), row: is.value.index }, waitingAfter, waitingBefore)
    if (steps % STEP === 0) yield Math.min(1, steps / all)
  }
  const [removed, added] = [waitingBefore, waitingAfter].map(rows =>
    [...rows.values()].reduce((sum, { length }) => sum + length, 0),
  ) as [number, number]
  return { ...tally.told(), by: 'key', key, removed, added, isWhole: true }
}

/** What is known when rows are too many, or wait too long: which of them are gone is not. */
function cut(tally: CellTally, key: readonly number[]): CellChanges {
  return { ...tally.told(), by: 'key', key, removed: 0, added: 0, isWhole: false }
}

/** The columns of the primary key, if both versions have them all. */
function keyOf({ described }: Dataset, pairs: readonly ColumnPair[]): readonly number[] {
  const names = described.schema?.primaryKey ?? []
  const columns = names.map(name => described.header.fields.findIndex(field => field?.name === name))
  return columns.every(column => pairs.some(({ after }) => after === column)) ? columns : []
}
