import { namedColumns, slideJudge } from '../model/short-header'
import { shown } from '../model/shown'
import { cutIn, isEmpty, slideOf } from '../model/slide'
import type { Column } from '../model/table'
import { rowRule } from './rule'
import { saidOfRows, saidOfValues } from './said-of-values'

interface Facts {
  /** A value out of place, the column where it stands and the one where it belongs. */
  readonly value: string
  readonly stands: string
  readonly belongs: string
  /** `cut`: to the right, because a value holds the delimiter and was read as two. */
  readonly how: 'right' | 'left' | 'cut'
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

  check({ table, columns }) {
    const count = namedColumns(table, columns)
    return row => {
      if (row.width < count - 1) return undefined
      if (row.width > count + 1) return manyCut(row.cells, columns, cutIn(row.cells, count, slideJudge(table, columns)))
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
      const places = `${shown.fr(value)} est dans la colonne ${shown.fr(stands)} et devrait être dans ${shown.fr(belongs)}`
      if (how === 'cut')
        return `${places} : une valeur qui contient le délimiteur est coupée en deux et décale la ligne, entourez-la de guillemets.`
      return how === 'right'
        ? `${places} : un délimiteur en trop a décalé la ligne vers la droite, ramenez les valeurs sous leur colonne.`
        : `${places} : un délimiteur perdu a décalé la ligne vers la gauche, ramenez les valeurs sous leur colonne.`
    },
    en({ value, stands, belongs, how }) {
      const places = `${shown.en(value)} stands in column ${shown.en(stands)} and belongs in ${shown.en(belongs)}`
      if (how === 'cut')
        return `${places}: a value that holds the delimiter is cut in two and moves the row, so put it between quotes.`
      return how === 'right'
        ? `${places}: one delimiter too many moved the row to the right, so bring the values back under their columns.`
        : `${places}: a lost delimiter moved the row to the left, so bring the values back under their columns.`
    },
  },

  fix: ({ values }, { row }) => (row === undefined || !values ? undefined : [{ set: 'row', row, values }]),
})

/** Of a row in which several values are cut in two: only the first is told, and the row is left as it is. */
function manyCut(cells: readonly string[], columns: readonly Column[], from: number | undefined) {
  if (from === undefined || cells.slice(columns.length).every(isEmpty)) return undefined
  const [belongs, stands] = [nameOf(columns, from), nameOf(columns, from + 1)]
  return { column: from, facts: { value: cells[from + 1]!, stands, belongs, how: 'cut', values: undefined } as const }
}

/** To move the cells back must not leave a required cell empty that was not. */
function isOptional({ field }: Column, before: string | undefined): boolean {
  return field?.constraints.required !== true || before === ''
}

function nameOf(columns: readonly Column[], column: number): string {
  const label = columns[column]?.label.trim() ?? ''
  return label === '' ? String(column + 1) : label
}
