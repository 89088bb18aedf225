import { shownList } from '../model/shown'
import type { Table } from '../model/table'
import { rowRule } from './rule'

interface Facts {
  readonly expected: number
  readonly actual: number
  /** Labels of the columns that have no cell; fewer than the missing cells when some have no label. */
  readonly labels: readonly string[]
  /** Whether the row and one of its neighbours are the two halves of one. */
  readonly cut: boolean
  /** Whether nearly all rows are as short as this one, which alone is marked. */
  readonly all: boolean
  /** Whether the schema lets the missing cells be empty. */
  readonly optional: boolean
}

/** A row shorter than the header leaves its last columns without a value, or all of them one place off. */
export const missingCell = rowRule<Facts>({
  id: 'missing-cell',
  severity: 'error',
  preset: 'essentiel',
  concepts: ['csv-format'],
  frictionless: 'missing-cell',
  schema: true,
  when: 'ragged',

  check({ table, columns }) {
    const expected = table.columnCount
    const common = commonShort(table)
    return ({ index, width }) => {
      if (width >= expected || (width === common?.width && index !== common.row)) return undefined
      const labels = columns.slice(width).flatMap(({ label }) => (label.trim() === '' ? [] : [label]))
      const optional = columns.slice(width).every(({ field }) => field?.constraints.required !== true)
      const all = width === common?.width
      const cut = !all && isHalf(table, index, width)
      return { column: width, facts: { expected, actual: width, labels, cut, all, optional } }
    }
  },

  message: {
    fr({ expected, actual, labels, cut, all }) {
      if (all)
        return `Les lignes ont ${actual} cellules et l’en-tête nomme ${expected} colonnes : rien ne dit à quelles colonnes vont les valeurs, retirez de l’en-tête ${shownList.fr(labels)} ou donnez à chaque ligne la cellule qui lui manque.`
      const count = `Cette ligne a ${actual} ${actual > 1 ? 'cellules' : 'cellule'} sur ${expected}`
      const missing = labels.length > 0 ? `${count}, il manque ${shownList.fr(labels)}` : count
      return cut
        ? `${missing} : un retour à la ligne semble la couper en deux, réunissez les deux morceaux.`
        : `${missing} : remettez le délimiteur perdu, ou ajoutez les cellules si elles sont vides.`
    },
    en({ expected, actual, labels, cut, all }) {
      if (all)
        return `The rows have ${actual} cells and the header names ${expected} columns: nothing tells which columns the values belong to, so take ${shownList.en(labels)} off the header or give each row the cell that it lacks.`
      const count = `This row has ${actual} of ${expected} cells`
      const missing = labels.length > 0 ? `${count} and lacks ${shownList.en(labels)}` : count
      return cut
        ? `${missing}: a line break seems to cut it in two, so join the two parts.`
        : `${missing}: put back the delimiter that was lost, or add the cells if they are empty.`
    },
  },

  fix: ({ expected, actual, cut, all, optional }, { row }) =>
    row === undefined || cut || all || !optional ? undefined : [{ add: 'cells', row, count: expected - actual }],
})

/** Rows that tell how many cells the rows of a file have, how many are enough, and the share of them that must agree. */
const HEAD_ROWS = 100
const LEAST = 3
const SHARE = 0.9

/** The number of cells that nearly all rows have when it is less than the header announces, and the first row that has it. */
function commonShort(table: Table): { readonly width: number; readonly row: number } | undefined {
  const counts = new Map<number, number>()
  const firsts = new Map<number, number>()
  let rows = 0
  for (let row = table.firstDataRow; rows < HEAD_ROWS && table.width(row) > 0; row++) {
    const width = table.width(row)
    if (width === 1 || !table.isData(row)) continue
    if (!firsts.has(width)) firsts.set(width, row)
    counts.set(width, (counts.get(width) ?? 0) + 1)
    rows++
  }
  for (const [width, row] of firsts)
    if (width < table.columnCount && rows >= LEAST && counts.get(width)! >= SHARE * rows) return { width, row }
  return undefined
}

/** A line break inside a cell leaves two short rows, whose cells make one more than a whole row. */
function isHalf(table: Table, row: number, width: number): boolean {
  const other = table.columnCount + 1 - width
  if (width < 2 || other < 2) return false
  return table.width(row + 1) === other || (row > table.firstDataRow && table.width(row - 1) === other)
}
