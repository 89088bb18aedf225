import type { CellShown, CellSpot, Overview, RowsWanted } from '../../server/protocol/preview'
import { element, letterOf } from './dom'
import { icon, severityMark } from './marks'
import type { RowHere } from './pages'
import { say } from './words'

/** What decides how cells look. */
export interface Look {
  readonly columns: Overview['columns']
  readonly sort: RowsWanted['view']['sort']
  /** Where the focus is: a place in the view, −1 for the labels, and a column. */
  readonly at: { readonly index: number; readonly column: number }
  /** The cell that is chosen here or in the text. */
  readonly chosen: CellSpot | undefined
}

/** The row of labels; a press on one is told with its column. */
export function headRow(columns: readonly number[], look: Look, pressed: (column: number) => void): HTMLElement {
  const number = element(
    'th',
    { role: 'columnheader', class: 'number', 'aria-colindex': 1 },
    element('span', { class: 'unseen' }, say.row),
  )
  const labels = columns.map(column => labelCell(column, look, () => pressed(column)))
  return element('tr', { role: 'row', 'aria-rowindex': 1 }, number, ...labels)
}

/** The row at a place of the view; what is not here yet is said to be on its way. */
export function bodyRow(index: number, row: RowHere | undefined, columns: readonly number[], look: Look): HTMLElement {
  const number = element(
    'th',
    { role: 'rowheader', class: 'number', 'aria-colindex': 1 },
    row?.worst && icon(row.worst),
    row ? String(row.row + 1) : '…',
  )
  const cells = columns.map((column, i) => bodyCell({ index, column }, row, row?.cells[i], look))
  const isChosen = row !== undefined && row.row === look.chosen?.row
  const isBusy = row === undefined || row.cells.includes(undefined)
  return element(
    'tr',
    {
      role: 'row',
      'aria-rowindex': index + 2,
      'aria-busy': isBusy || undefined,
      class: isChosen ? 'chosen' : undefined,
    },
    number,
    ...cells,
  )
}

function labelCell(column: number, look: Look, press: () => void): HTMLElement {
  const { label, type, isNumeric, findings } = look.columns[column]!
  const letter = letterOf(column)
  const name = label.trim() === '' ? say.unnamed(letter) : label
  const order = look.sort?.column === column ? look.sort.order : undefined
  const pressed = element(
    'button',
    { type: 'button', title: `${say.sortBy(name)}\n${type}`, tabindex: tabIndex({ index: -1, column }, look) },
    element('span', { class: 'letter', 'aria-hidden': 'true' }, letter),
    element('span', { class: 'label' }, name),
    order && element('span', { class: 'order', 'aria-hidden': 'true' }, order === 'up' ? '↑' : '↓'),
    order && element('span', { class: 'unseen' }, say.sorted[order]),
    findings > 0 &&
      element(
        'span',
        { class: 'badge' },
        String(findings),
        element('span', { class: 'unseen' }, ` (${say.findings(findings)})`),
      ),
  )
  pressed.addEventListener('click', press)
  return element(
    'th',
    {
      role: 'columnheader',
      class: `c${column} ${isNumeric ? 'numeric' : ''} ${column === 0 ? 'first' : ''}`,
      'aria-colindex': column + 2,
      'aria-sort': order === undefined ? 'none' : order === 'up' ? 'ascending' : 'descending',
    },
    pressed,
  )
}

function bodyCell(
  { index, column }: Look['at'],
  row: RowHere | undefined,
  cell: CellShown | null | undefined,
  look: Look,
): HTMLElement {
  const isChosen = row !== undefined && row.row === look.chosen?.row && column === look.chosen.column
  const classes = [
    `c${column}`,
    look.columns[column]!.isNumeric && 'numeric',
    column === 0 && 'first',
    cell === null && row && 'absent',
    cell?.severity,
    isChosen && 'chosen',
  ].filter(Boolean)
  return element(
    'td',
    {
      role: 'gridcell',
      class: classes.join(' '),
      'aria-colindex': column + 2,
      'aria-selected': isChosen ? 'true' : undefined,
      'data-index': index,
      'data-column': column,
      tabindex: tabIndex({ index, column }, look),
    },
    ...(cell?.severity ? severityMark(cell.severity, 'icon') : []),
    cell?.isWithheld && element('em', { class: 'quiet' }, say.withheld),
    cell ? `${cell.text}${cell.isCut ? '…' : ''}` : '',
    row && cell === null && element('span', { class: 'unseen' }, say.missing),
  )
}

/** Only the cell that has the focus is met by Tab. */
function tabIndex({ index, column }: Look['at'], { at }: Look): 0 | -1 {
  return at.index === index && at.column === column ? 0 : -1
}
