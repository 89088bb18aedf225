import type { CellShown, CellSpot, Overview, RowsWanted } from '../../server/protocol'
import { element, letterOf } from './dom'
import { icon, severityMark } from './marks'
import type { Row } from './pages'
import { say } from './words'

/** Width of the row numbers, in CSS pixels. */
export const NUMBERS = 64

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
    { scope: 'col', class: 'number', 'aria-colindex': 1 },
    element('span', { class: 'unseen' }, say.row),
  )
  const labels = columns.map(column => labelCell(column, look, () => pressed(column)))
  return element('tr', { 'aria-rowindex': 1 }, number, ...withGaps(labels))
}

/** The row at a place of the view; what is not here yet is said to be on its way. */
export function bodyRow(index: number, row: Row | undefined, columns: readonly number[], look: Look): HTMLElement {
  const number = element(
    'th',
    { scope: 'row', class: 'number', 'aria-colindex': 1 },
    row?.worst && icon(row.worst),
    row ? String(row.row + 1) : '…',
  )
  const cells = columns.map((column, i) => bodyCell({ index, column }, row, row?.cells[i], look))
  const isChosen = row !== undefined && row.row === look.chosen?.row
  return element(
    'tr',
    { 'aria-rowindex': index + 2, 'aria-busy': row === undefined, class: isChosen ? 'chosen' : undefined },
    number,
    ...withGaps(cells),
  )
}

/** A row that is as high as those that are not in the page, beside so many columns. */
export function spacer(height: number, columns: number): HTMLElement {
  // The numbers and the two gaps.
  const cell = element('td', { colspan: columns + 3 })
  cell.style.height = `${height}px`
  return element('tr', { 'aria-hidden': 'true', class: 'spacer' }, cell)
}

/** The widths of the numbers, of the columns in the page, and of the gaps where others are left out. */
export function columnElements(columns: readonly number[], widths: readonly number[]): readonly HTMLElement[] {
  const [first, ...others] = columns.map(column => widths[column]!)
  if (first === undefined) return [colOf(NUMBERS)]
  const left = sum(widths.slice(1, columns[1] ?? 1))
  const right = sum(widths) - left - first - sum(others)
  return [NUMBERS, first, left, ...others, Math.max(0, right)].map(colOf)
}

function sum(widths: readonly number[]): number {
  return widths.reduce((all, width) => all + width, 0)
}

/** Wide enough for the label, and for values of the kind. */
export function widthOf({ label, isNumeric }: Overview['columns'][number]): number {
  return Math.min(320, Math.max(isNumeric ? 110 : 150, 60 + 8 * label.length))
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
      scope: 'col',
      class: `${isNumeric ? 'numeric' : ''} ${column === 0 ? 'first' : ''}`,
      'aria-colindex': column + 2,
      'aria-sort': order === undefined ? 'none' : order === 'up' ? 'ascending' : 'descending',
    },
    pressed,
  )
}

function bodyCell(
  { index, column }: Look['at'],
  row: Row | undefined,
  cell: CellShown | null | undefined,
  look: Look,
): HTMLElement {
  const isChosen = row !== undefined && row.row === look.chosen?.row && column === look.chosen.column
  const classes = [
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
      class: classes.length > 0 ? classes.join(' ') : undefined,
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

/** The cells with two that are as wide as the columns left out: after the first, and at the end. */
function withGaps([first, ...others]: readonly HTMLElement[]): HTMLElement[] {
  return first ? [first, gap(), ...others, gap()] : []
}

function gap(): HTMLElement {
  return element('td', { 'aria-hidden': 'true' })
}

function colOf(width: number): HTMLElement {
  const column = element('col')
  column.style.width = `${width}px`
  return column
}
