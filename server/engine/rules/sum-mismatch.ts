import { decimalSum } from '../model/decimal'
import { isNumeric } from '../model/field'
import { foundSums } from '../model/found-sums'
import { knownSums } from '../model/known-sums'
import { isMissing, rowChecks } from '../model/row-check'
import { shown, shownList } from '../model/shown'
import type { Column } from '../model/table'
import { soleNumber } from '../model/written-number'
import { rowRule } from './rule'

interface Mismatch {
  readonly text: string
  readonly label: string
  readonly parts: readonly string[]
  readonly sum: string
}

/** The sums of a row that do not come out, one at least. */
interface Facts {
  readonly found: readonly Mismatch[]
  /** Whether the schema or the labels say that one of these sums must come out, and not only the other rows. */
  readonly isSure: boolean
}

/** What sums that no schema declares may be out by: each term may have been rounded to the cent. */
const TOLERANCE = 0.01

/** A total that is not the sum of its parts. */
export const sumMismatch = rowRule<Facts>({
  id: 'sum-mismatch',
  severity: ({ isSure }) => (isSure ? 'error' : 'warning'),
  preset: 'essentiel',
  concepts: ['rounding-and-sums'],
  customCheck: 'sum',

  check(described) {
    const sums = sumsOf(described)
    if (sums.length === 0) return undefined
    return row => {
      if (row.width !== described.table.columnCount) return undefined
      const found: Mismatch[] = []
      let column: number | undefined
      const reads: number[] = []
      let isSure = false
      for (const { total, parts, tolerance, by } of sums) {
        const text = row.text(total.index)
        const whole = numberIn(total, text)
        const terms = parts.map(part => numberIn(part, row.text(part.index)))
        // Most sums come out even in binary, which is quicker to tell.
        if (terms.reduce((sum, term) => sum + term, 0) === whole) continue
        const sum = decimalSum(terms)
        // NaN, for what is empty or cannot be read, is neither more nor less.
        if (!(Math.abs(decimalSum([whole, -sum])) > tolerance)) continue
        column ??= total.index
        isSure ||= by !== 'rows'
        reads.push(total.index, ...parts.map(({ index }) => index))
        found.push({ text, label: total.label, parts: parts.map(({ label }) => label), sum: written(sum, total) })
      }
      return column === undefined ? undefined : { column, reads, facts: { found, isSure } }
    }
  },

  message: {
    fr: ({ found }) =>
      found
        .map(
          ({ text, label, parts, sum }) =>
            `${shown.fr(text)} (colonne ${shown.fr(label)}) n’est pas la somme de ${shownList.fr(parts)}, qui font ${sum} sur cette ligne : l’un de ces nombres est faux.`,
        )
        .join(' '),
    en: ({ found }) =>
      found
        .map(
          ({ text, label, parts, sum }) =>
            `${shown.en(text)} (column ${shown.en(label)}) is not the sum of ${shownList.en(parts)}, which make ${sum} in this row: one of these numbers is wrong.`,
        )
        .join(' '),
  },
})

interface Sum {
  readonly total: Column
  readonly parts: readonly Column[]
  readonly tolerance: number
  /** What says that it must come out. */
  readonly by: 'schema' | 'labels' | 'rows'
}

/** The sums that the schema declares; where it declares none, those that the labels name and those that nearly all rows make. */
function sumsOf(described: Parameters<typeof rowChecks>[0]): readonly Sum[] {
  if (described.schema?.customChecks.some(({ kind }) => kind === 'sum'))
    return rowChecks(described, 'sum')
      .filter(({ absent }) => absent.length === 0)
      .map(({ columns: [total, ...parts] }) => ({ total: total!, parts, tolerance: 0, by: 'schema' as const }))
  const known = knownSums(described.columns)
  const found = foundSums(described.columns).filter(({ total }) => !known.some(sum => sum.total === total))
  return [
    ...known.map(sum => ({ ...sum, tolerance: TOLERANCE, by: 'labels' as const })),
    ...found.map(sum => ({ ...sum, tolerance: TOLERANCE, by: 'rows' as const })),
  ]
}

/** The number of a cell; NaN for what is empty or cannot be read in one way. */
function numberIn(column: Column, text: string): number {
  if (isMissing(column, text)) return Number.NaN
  const { field } = column
  const value = field && isNumeric(field) ? field.read(text) : undefined
  if (typeof value === 'number') return value
  if (field && field.type !== 'string' && field.type !== 'any') return Number.NaN
  return soleNumber(text)
}

function written(sum: number, { field }: Column): string {
  return String(sum).replace('.', field?.decimalChar ?? ',')
}
