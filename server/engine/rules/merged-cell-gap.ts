import { signatureAt } from '../model/chunk'
import { type Shape, shapeOf } from '../model/shape'
import { shown } from '../model/shown'
import { content } from '../model/signature'
import type { Column, Table } from '../model/table'
import { tableRule } from './rule'

interface Facts {
  readonly label: string
  /** The value above the first gap. */
  readonly value: string
  /** Cells that are empty below their value. */
  readonly empty: number
  readonly gaps: readonly Gap[]
}

/** Rows in which a column is empty below its value: from the first to the one before `end`. */
interface Gap {
  readonly from: number
  readonly end: number
  readonly value: string
}

/** A label written once for several rows, as merged cells leave it: only the first row of each group still has it. */
export const mergedCellGap = tableRule<Facts>({
  id: 'merged-cell-gap',
  severity: 'warning',
  preset: 'standard',
  concepts: ['spreadsheet-traps'],
  reads: 'all-rows-when-found',

  *check({ table, columns }) {
    let isLeading = true
    let next = 0
    for (const column of columns.slice(0, Math.ceil(columns.length / 2))) {
      // The nearest column to the right that nearly all rows fill.
      next = Math.max(next, column.index + 1)
      while (next < columns.length && !columns[next]!.isUsuallyFilled) next++
      const witness = columns[next]
      if (!witness) return
      // A column that nearly all rows fill has no gaps to speak of; and what it, or a list, has are not those of merged cells.
      const mayBe = !column.isUsuallyFilled && column.element === undefined
      const isMerged = mayBe && looksMerged(headOf(table, column, witness), { isLeading })
      if (isMerged) {
        const gaps = gapsOf(valuesOf(table, column, witness))
        const [first] = gaps
        const empty = gaps.reduce((sum, { from, end }) => sum + end - from, 0)
        if (first)
          yield {
            row: first.from,
            column: column.index,
            facts: { label: column.label.trim(), value: first.value, empty, gaps },
          }
      } else isLeading = false
    }
  },

  message: {
    fr: ({ label, value, empty }) =>
      `La colonne ${shown.fr(label)} ne dit ${shown.fr(value)} que sur la première ligne du groupe, comme le font des cellules fusionnées : un tri ou un filtre perd les ${empty} lignes où elle est vide, répétez-y la valeur.`,
    en: ({ label, value, empty }) =>
      `The column ${shown.en(label)} says ${shown.en(value)} on the first row of the group only, as merged cells do: a sort or a filter loses the ${empty} rows where it is empty, so repeat the value there.`,
  },

  fix: ({ gaps }, { column }) =>
    column === undefined
      ? undefined
      : gaps.flatMap(({ from, end, value }) =>
          Array.from({ length: end - from }, (_, i) => ({ set: 'cell', row: from + i, column, value }) as const),
        ),
})

interface Value {
  readonly row: number
  /** Empty when there is none. */
  readonly text: string
}

/** The values of a column in the rows in which the column `witness` has one: notes and blank rows are left out. */
function* valuesOf(table: Table, column: Column, witness: Column): Generator<Value> {
  for (const chunk of table.chunks()) {
    for (let i = 0; i < chunk.rowCount; i++) {
      const isBegun = i === 0 && chunk.firstColumn > 0
      if (isBegun || !table.isDataIn(chunk, i)) continue
      const cell = chunk.rowCells[i]! + column.index
      const seen = chunk.rowCells[i]! + witness.index
      if (seen >= chunk.rowCells[i + 1]! || (signatureAt(chunk, seen) & content) === 0) continue
      const text = (signatureAt(chunk, cell) & content) === 0 ? '' : table.textAt(chunk, cell).trim()
      yield { row: chunk.firstRow + i, text }
    }
  }
}

/** Rows that tell whether cells were merged. */
const HEAD_ROWS = 1_000

function headOf(table: Table, column: Column, witness: Column): Value[] {
  const values: Value[] = []
  for (const value of valuesOf(table, column, witness)) if (values.push(value) === HEAD_ROWS) break
  return values
}

/** Shapes that are measures or facts of one row, never the name of a group. */
const VALUES: ReadonlySet<Shape> = new Set(['decimal', 'web-address', 'email', 'boolean'])

/** Longer values are remarks, which most rows do without. */
const LONGEST = 80

/**
 * Whether the values are labels of groups: each stands once, at the top, and nearly all have empty cells below them.
 * Where values stand by chance in a share `filled` of the rows, as many are followed by another value at once.
 */
function looksMerged(values: readonly Value[], { isLeading }: { readonly isLeading: boolean }): boolean {
  if (!values[0]?.text) return false
  const labels = values.filter(({ text }) => text !== '')
  const empty = values.length - labels.length
  const filled = labels.length / values.length
  if (labels.length < 2 || empty < 3 || filled < LEAST_FILLED) return false
  // That no two values are neighbours is no chance: one time in twenty, (1 − filled) to the power of their number.
  if (!isLeading && labels.length * filled < 3) return false
  if (new Set(labels.map(({ text }) => text)).size < labels.length) return false
  if (labels.some(({ text }) => text.length > LONGEST || VALUES.has(shapeOf(text)))) return false
  const open = values.filter(({ text }, i) => text !== '' && values[i + 1]?.text === '').length
  return open >= (1 - (isLeading ? 0.5 : 0.2) * filled) * labels.length
}

/** Share of the rows that have a label, at least: a column with fewer is hardly ever filled. */
const LEAST_FILLED = 0.02

/** The runs of empty cells below a value. */
function gapsOf(values: Iterable<Value>): Gap[] {
  const gaps: { from: number; end: number; value: string }[] = []
  let value = ''
  for (const { row, text } of values) {
    const last = gaps.at(-1)
    if (text !== '') value = text
    else if (last?.end === row && last.value === value) last.end = row + 1
    else if (value !== '') gaps.push({ from: row, end: row + 1, value })
  }
  return gaps
}
