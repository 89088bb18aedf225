import { namedColumns, slideJudge } from '../model/short-header'
import { shown } from '../model/shown'
import { isHalf } from '../model/half-row'
import { cutIn, isEmpty, type Judge, piecesIn, slideOf } from '../model/slide'
import type { Column } from '../model/table'
import { rowRule, type RowFinding } from './rule'
import { saidOfRows, saidOfValues } from './said-of-values'

interface Facts {
  /** A value out of place, the column where it stands, if it stands under one, and the one where it belongs. */
  readonly value: string
  readonly stands: string | undefined
  readonly belongs: string
  /** `cut` and `pieces`: to the right, because a value holds the delimiter and was read as two or more. */
  readonly how: 'right' | 'left' | 'cut' | 'pieces'
  /** The row with its cells moved back; undefined when it cannot be told for sure. */
  readonly values: readonly string[] | undefined
}

/** A lost or added delimiter moves all the values that follow it into the neighbouring columns. */
export const shiftedRow = rowRule<Facts>({
  id: 'shifted-row',
  severity: 'error',
  preset: 'essentiel',
  concepts: ['csv-format'],
  schema: true,
  insteadOf: ['missing-cell', 'extra-cell', ...saidOfValues, ...saidOfRows],
  when: 'suspect',
  around: 1,

  check({ table, columns }) {
    const count = namedColumns(table, columns)
    return row => {
      if (row.width < count - 1 || isHalf(table, row)) return undefined
      if (row.width > count + 1) return cutOften(row.cells, columns, { count, judge: slideJudge(table, columns) })
      // Nothing can have moved into or out of a row that is full.
      if (row.width === count && (row.isFull || !row.cells.some(isEmpty))) return undefined
      const slide = slideOf(row.cells, count, slideJudge(table, columns))
      if (!slide) return undefined
      const { from, towards, witness, values } = slide
      const back = towards === 'right' ? witness - 1 : witness + 1
      const fixed = values?.every((value, column) => value !== '' || isOptional(columns[column]!, row.cells[column]))
      return {
        column: from,
        facts: {
          value: row.cells[witness]!,
          stands: nameOf(columns, witness),
          belongs: nameOf(columns, back),
          how: towards === 'right' && !isEmpty(row.cells[from]) ? 'cut' : towards,
          values: fixed ? values : undefined,
        },
      }
    }
  },

  message: {
    fr({ value, stands, belongs, how }) {
      const place = stands === undefined ? 'n’est sous aucune colonne' : `est dans la colonne ${shown.fr(stands)}`
      const places = `${shown.fr(value)} ${place} et devrait être dans ${shown.fr(belongs)}`
      if (how === 'pieces')
        return `${places} : une valeur qui contient plusieurs fois le délimiteur est coupée en morceaux et décale la ligne, entourez-la de guillemets.`
      if (how === 'cut')
        return `${places} : une valeur qui contient le délimiteur est coupée en deux et décale la ligne, entourez-la de guillemets.`
      return how === 'right'
        ? `${places} : un délimiteur en trop a décalé la ligne vers la droite, ramenez les valeurs sous leur colonne.`
        : `${places} : un délimiteur perdu a décalé la ligne vers la gauche, ramenez les valeurs sous leur colonne.`
    },
    en({ value, stands, belongs, how }) {
      const place = stands === undefined ? 'stands under no column' : `stands in column ${shown.en(stands)}`
      const places = `${shown.en(value)} ${place} and belongs in ${shown.en(belongs)}`
      if (how === 'pieces')
        return `${places}: a value that holds the delimiter several times is cut in pieces and moves the row, so put it between quotes.`
      if (how === 'cut')
        return `${places}: a value that holds the delimiter is cut in two and moves the row, so put it between quotes.`
      return how === 'right'
        ? `${places}: one delimiter too many moved the row to the right, so bring the values back under their columns.`
        : `${places}: a lost delimiter moved the row to the left, so bring the values back under their columns.`
    },
  },

  fix: ({ values }, { row }) => (row === undefined || !values ? undefined : [{ set: 'row', row, values }]),
})

/** Of a row in which a value is cut in more than two, or several in two: only the first is told, and the row is left as it is. */
function cutOften(
  cells: readonly string[],
  columns: readonly Column[],
  { count, judge }: { readonly count: number; readonly judge: Judge },
): RowFinding<Facts> | undefined {
  if (cells.slice(columns.length).every(isEmpty)) return undefined
  const from = cutIn(cells, count, judge)
  const pieces = from === undefined ? piecesIn(cells, count, judge) : undefined
  const how = pieces ? 'pieces' : 'cut'
  const at = pieces?.witness ?? (from === undefined ? -1 : from + 1)
  if (at === -1) return undefined
  const belongs = pieces ? at - (cells.length - count) : at - 1
  const names = { stands: at < count ? nameOf(columns, at) : undefined, belongs: nameOf(columns, belongs) }
  return { column: pieces?.from ?? at - 1, facts: { value: cells[at]!, ...names, how, values: undefined } }
}

/** To move the cells back must not leave a required cell empty that was not. */
function isOptional({ field }: Column, before: string | undefined): boolean {
  return field?.constraints.required !== true || before === ''
}

function nameOf(columns: readonly Column[], column: number): string {
  const label = columns[column]?.label.trim() ?? ''
  return label === '' ? String(column + 1) : label
}
