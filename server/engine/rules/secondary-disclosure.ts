import { dataRows } from '../model/data-rows'
import { holdsQuantities } from '../model/quantity'
import { share, tally } from '../model/lesson'
import { numberReading } from '../model/measure'
import { wordsOf } from '../model/identifier'
import type { Column, Table } from '../model/table'
import { totalName } from '../model/total'
import { tableRule } from './rule'

/** Rows that are read: a table of counts with its totals is short. */
const ROWS = 1_000
/** What rounded parts may be out by. */
const TOLERANCE = 0.5

interface Facts {
  readonly along: 'row' | 'column'
  /** The cell to mask as well, and what masks it. */
  readonly second: { readonly row: number; readonly column: number; readonly mask: string } | undefined
}

/** A count that was masked and that the published total gives back. */
export const secondaryDisclosure = tableRule<Facts>({
  id: 'secondary-disclosure',
  severity: 'warning',
  preset: 'standard',
  concepts: ['small-counts'],

  *check({ columns, table }) {
    const counts = columns.filter(holdsCounts)
    if (!counts.some(({ learn }) => learn(hasMask))) return
    const rows = rowsOf(table, counts)
    const total = counts.find(column => wordsOf(column).some(word => TOTAL.test(word)))
    if (total) yield* alongRows(rows, total.index, counts)
    yield* alongColumns(rows, counts)
  },

  message: {
    fr: ({ along }) =>
      `Cette valeur est la seule masquée de sa ${along === 'row' ? 'ligne' : 'colonne'}, dont le total est publié : une soustraction la donne ; masquez aussi une autre valeur, la plus petite de préférence.`,
    en: ({ along }) =>
      `This value is the only one masked in its ${along}, whose total is published: a subtraction gives it; mask another one as well, the smallest for preference.`,
  },

  related: {
    places: ({ second }) => (second ? [second] : []),
    message: { fr: () => 'La valeur à masquer aussi.', en: () => 'The value to mask as well.' },
  },

  fix: ({ second }) => second && [{ set: 'cell', row: second.row, column: second.column, value: second.mask }],
})

/** A cell of a count. */
interface Cell {
  readonly row: number
  readonly column: number
  /** NaN where there is no number. */
  readonly number: number
  /** How it is masked, if it is. */
  readonly mask: string | undefined
}

interface CountRow {
  readonly cells: readonly Cell[]
  readonly isTotal: boolean
}

const TOTAL = /^(?:total|totaux|ensemble)$/
const MASK = /^(?:s|c|\*+|secret|secr[eé]tis[eé]e?|confidentiel|masqu[eé]e?|<\s*\d{1,2}|moins de \d{1,2})$/i

const hasMask = share({ test: value => MASK.test(value.trim()), isEnough: masks => masks > 0 })

const areCounts = tally<boolean, boolean>({
  kindOf: value => /^[\d\s\u00A0\u202F]+$/.test(value.trim()) || (MASK.test(value.trim()) ? undefined : false),
  judge: counts => (counts.get(true) ?? 0) > 4 * (counts.get(false) ?? 0),
})

function holdsCounts(column: Column): boolean {
  const { field } = column
  if (!field) return holdsQuantities(column, areCounts) && !wordsOf(column).some(word => NO_COUNT.test(word))
  return (
    (field.type === 'integer' || field.type === 'string') && field.identifier === undefined && column.learn(areCounts)
  )
}

const NO_COUNT = /^(?:annee|year|code|cp|mois|insee|exercice|millesime)$/

function rowsOf(table: Table, counts: readonly Column[]): readonly CountRow[] {
  const readings = counts.map(({ index, label, learn }) => ({
    column: index,
    reading: numberReading({ label, learn, field: undefined }),
  }))
  const rows: CountRow[] = []
  for (const row of dataRows(table, ROWS)) {
    const isTotal = [0, 1].some(at => totalName(row.text(at) ?? '') === 'bare')
    const cells = readings.map(({ column, reading }) => {
      const text = row.text(column)?.trim() ?? ''
      const mask = MASK.test(text) ? text : undefined
      return { row: row.index, column, mask, number: mask === undefined && text !== '' ? reading.of(text) : Number.NaN }
    })
    rows.push({ cells, isTotal })
  }
  return rows
}

/** Rows with one masked part, where the other rows show that the parts make the total. */
function* alongRows(rows: readonly CountRow[], total: number, counts: readonly Column[]) {
  if (counts.length < 3) return
  const split = rows.map(({ cells }) => ({
    sum: cells.find(({ column }) => column === total)!.number,
    parts: cells.filter(({ column }) => column !== total),
  }))
  const whole = split.filter(({ sum, parts }) => isKnown(sum) && parts.every(({ number }) => isKnown(number)))
  const fitting = whole.filter(({ sum, parts }) => Math.abs(sumOf(parts) - sum) <= TOLERANCE)
  if (fitting.length === 0 || fitting.length < 0.8 * whole.length) return
  for (const { sum, parts } of split) if (isKnown(sum)) yield* onlyOne(parts, 'row')
}

/** Columns with one masked count above the total of the column. */
function* alongColumns(rows: readonly CountRow[], counts: readonly Column[]) {
  const totals = rows.filter(({ isTotal }) => isTotal)
  if (totals.length !== 1) return
  for (const [at] of counts.entries()) {
    const sum = totals[0]!.cells[at]!.number
    const parts = rows.filter(({ isTotal }) => !isTotal).map(({ cells }) => cells[at]!)
    if (isKnown(sum) && parts.length > 1 && sumOf(parts) <= sum) yield* onlyOne(parts, 'column')
  }
}

/** The finding where one part is masked and all others are known. */
function* onlyOne(parts: readonly Cell[], along: Facts['along']) {
  const masked = parts.filter(({ mask }) => mask !== undefined)
  const known = parts.filter(({ number }) => isKnown(number))
  if (masked.length !== 1 || known.length !== parts.length - 1) return
  const [{ row, column, mask }] = masked as [Cell]
  const least = known.filter(({ number }) => number > 0).toSorted((a, b) => a.number - b.number)[0]
  yield {
    row,
    column,
    facts: { along, second: least && { row: least.row, column: least.column, mask: mask! } },
  }
}

const isKnown = (number: number) => !Number.isNaN(number)

function sumOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { number }) => sum + (isKnown(number) ? number : 0), 0)
}
