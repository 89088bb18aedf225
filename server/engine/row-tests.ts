import type { Run } from './draft'
import { bytesBetween } from './model/source'
import { ANY, rowKinds } from './row-shape'
import type { Row, RowRule } from './rules/rule'

/** A row rule made ready for a table. */
export interface RowTest {
  readonly rule: RowRule
  /** The kinds of row that it reads, as a bit mask. */
  readonly wanted: number
  readonly check: NonNullable<ReturnType<RowRule['check']>>
}

/** Asks a row rule whether it concerns the table. */
export function rowTest(run: Run, rule: RowRule): RowTest | undefined {
  const check = run.safely(rule, () => rule.check(run.dataset.described))
  const kinds = typeof rule.when === 'string' ? [rule.when] : rule.when
  const wanted = kinds ? kinds.reduce((mask, kind) => mask | rowKinds[kind], 0) : ANY
  return check && { rule, wanted, check }
}

/** A row as rules see it. */
export function rowOf(run: Run, { row, width }: { readonly row: number; readonly width: number }): Row {
  const { table, described } = run.dataset
  const text = (column: number) => table.text(row, column) ?? ''
  let cells: string[] | undefined
  return {
    index: row,
    width,
    text,
    get cells() {
      cells ??= Array.from({ length: Math.min(width, 2 * described.columns.length) }, (_, column) => text(column))
      return cells
    },
    get written() {
      const { start, end } = table.rowSpan(row)
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytesBetween(table.source, start, end))
    },
  }
}
