import type { Dataset } from '../dataset'
import type { ColumnChanges, ColumnPair } from '../model/comparison'
import { folded } from '../model/fold'

/** The share of its first values that a column keeps when it is only called otherwise. */
const ALIKE = 0.9

/** How many columns are tried one against the other by their values. */
const MOST_TRIED = 40

/**
 * The columns that both versions have: by their label, by their field of the schema, by a label that differs in nothing
 * but case, accents or spaces, or by their values.
 */
export function matchedColumns(before: Dataset, after: Dataset): ColumnChanges {
  const pairs: ColumnPair[] = []
  const left = { before: columnsOf(before), after: columnsOf(after) }
  const match = (isSame: (was: number, is: number) => boolean) => {
    for (const was of left.before) {
      const is = left.after.find(column => isSame(was, column))
      if (is === undefined) continue
      pairs.push({ before: was, after: is })
      left.after = left.after.filter(column => column !== is)
    }
    left.before = left.before.filter(column => pairs.every(pair => pair.before !== column))
  }
  match((was, is) => labelOf(before, was) === labelOf(after, is) && (labelOf(after, is) !== '' || was === is))
  match((was, is) => fieldOf(before, was) !== undefined && fieldOf(before, was) === fieldOf(after, is))
  match((was, is) => labelOf(after, is) !== '' && folded(labelOf(before, was)) === folded(labelOf(after, is)))
  if (left.before.length * left.after.length <= MOST_TRIED ** 2)
    match((was, is) => areAlike(before.firstRows.values(was), after.firstRows.values(is), was === is))
  pairs.sort((a, b) => a.after - b.after)
  const isReordered = !after.table.isKeyed && pairs.some((pair, i) => i > 0 && pair.before < pairs[i - 1]!.before)
  return { pairs, removed: left.before, added: left.after, isReordered }
}

function columnsOf({ described }: Dataset): readonly number[] {
  return described.columns.map(({ index }) => index)
}

function labelOf({ table }: Dataset, column: number): string {
  return table.labels[column]?.trim() ?? ''
}

function fieldOf({ described }: Dataset, column: number): string | undefined {
  return described.header.fields[column]?.name
}

/** Whether two columns hold the same values in the same order; one value again and again says nothing elsewhere. */
function areAlike(one: readonly string[], other: readonly string[], isInPlace: boolean): boolean {
  if (one.length === 0 || one.length !== other.length) return false
  if (!isInPlace && new Set(one).size < 2) return false
  return one.filter((text, i) => text === other[i]).length >= ALIKE * one.length
}
