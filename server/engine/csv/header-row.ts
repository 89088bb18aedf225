import { cellType, isValueType } from './cell-type'
import { type Head, typeIn } from './head'

/** Where the labels of a table stand, as far as its first rows show. */
export interface HeaderFound {
  /** Undefined when the first row that could be a header holds data. */
  readonly headerRow: number | undefined
  /** Rows of titles and comments above the table, the blank ones between them included. */
  readonly preambleRows: number
  /** Columns in which the first row looks like the rows below it; none when it holds labels. */
  readonly dataColumns: number
}

/** Finds the row of labels at or after `from`; `skipped` tells rows that are no part of the table. */
export function findHeader(head: Head, from: number, skipped: (row: number) => boolean): HeaderFound {
  const filled = Array.from({ length: head.rowCount }, (_, row) => (skipped(row) ? 0 : filledCells(head, row)))
  const rows = Array.from(filled.keys()).filter(row => row >= from && filled[row]! > 0)
  const typical = median(rows.filter(row => width(head, row) > 1).map(row => filled[row]!)) ?? 1
  const usual = median(rows.map(row => width(head, row)).filter(cells => cells > 1)) ?? 1
  const isTitle = (row: number, at: number): boolean =>
    typical > 1 &&
    (width(head, row) === 1 ||
      (filled[row] === 1 && typical > 2) ||
      (filled[row]! * 3 <= typical && typical > 3) ||
      isParted(rows, at, filled) ||
      namesGroups(head, rows.slice(at, at + 2 + BODY), filled))
  const isLone = typical > 1 && standsApart(head, rows, filled)
  const place = Math.max(
    0,
    rows.findIndex((row, at) => !isTitle(row, at) && !(isLone && at === 0)),
  )
  const first = rows[place]
  if (first === undefined) return { headerRow: undefined, preambleRows: 0, dataColumns: 0 }
  const above = rows.slice(0, place)
  const votes = columnVotes(head, first, rows.slice(place + 1, place + 1 + BODY))
  const nearest = above.at(-1)
  const short = nearest === first - 1 && isShortHeader(head, nearest, { filled: filled[nearest]!, usual, votes })
  const isData = !short && votes.data > 0
  const headerRow = short ? nearest : isData ? undefined : first
  const titles = short ? above.slice(0, -1) : above
  const preambleRows = titles.length > 0 ? (headerRow ?? first) - from : 0
  return { headerRow, preambleRows, dataColumns: isData ? votes.data : 0 }
}

/** Whether a blank row parts a row from one of three values or more in which more than twice as many are filled: it ends the head of a page. */
function isParted(rows: readonly number[], at: number, filled: readonly number[]): boolean {
  const [row, next] = [rows[at]!, rows[at + 1]]
  return next !== undefined && next > row + 1 && filled[next]! > 2 && 2 * filled[row]! < filled[next]!
}

/** Whether a row with gaps stands right above labels of which some come again in another part: it names the groups of columns that tell these apart. */
function namesGroups(head: Head, [row, next, ...below]: readonly number[], filled: readonly number[]): boolean {
  if (row === undefined || next !== row + 1 || filled[row]! < 2 || 2 * filled[row]! > filled[next]!) return false
  if (width(head, row) !== width(head, next)) return false
  const groups = new Map<string, string>()
  let [group, areTold] = ['', false]
  for (let column = 0; column < width(head, next); column++) {
    group = cellText(head, row, column) || group
    const label = cellText(head, next, column)
    if (label === '') continue
    if (groups.has(label) && groups.get(label) !== group) areTold = true
    groups.set(label, group)
  }
  const { data, labels } = columnVotes(head, next, below)
  return areTold && data === 0 && labels > 1
}

/** Whether the first row is a sentence with a blank row below it, and what comes then is a table with labels or without. */
function standsApart(head: Head, [title, first, ...others]: readonly number[], filled: readonly number[]): boolean {
  if (title === undefined || first === undefined || filled[title] !== 1 || first === title + 1) return false
  if (!cellText(head, title, 0).includes(' ')) return false
  const { data, labels } = columnVotes(head, first, others.slice(0, BODY))
  return data > 0 || labels > 0
}

/** Whether a row with few cells right above the table is its header: labels are missing, or parted by another mark. */
function isShortHeader(
  head: Head,
  row: number,
  { filled, usual, votes }: { readonly filled: number; readonly usual: number; readonly votes: Votes },
): boolean {
  if (votes.data > 0) return usual < 3 || filled > 1 || isCutOtherwise(cellText(head, row, 0), usual)
  const type = typeIn(head, head.rowCells[row]!)
  return votes.labels === 0 && usual === 2 && (type === cellType.word || type === cellType.code)
}

function isCutOtherwise(text: string, cells: number): boolean {
  return [',', ';', '\t', '|'].some(delimiter => text.split(delimiter).length === cells)
}

/** Rows below the header that tell the types of the columns. */
const BODY = 50

function width(head: Head, row: number): number {
  return head.rowCells[row + 1]! - head.rowCells[row]!
}

function filledCells(head: Head, row: number): number {
  let filled = 0
  for (let cell = head.rowCells[row]!; cell < head.rowCells[row + 1]!; cell++) if (!isEmpty(head, cell)) filled++
  return filled
}

function isEmpty({ text, cellStart, cellEnd }: Head, cell: number): boolean {
  for (let at = cellStart[cell]!; at < cellEnd[cell]!; at++) if (text[at]! > 32) return false
  return true
}

function median(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[values.length >> 1]
}

interface Votes {
  /** Columns in which the row looks like the rows below; 0 when that is not sure. */
  readonly data: number
  /** Columns of values in which it holds a label. */
  readonly labels: number
}

/**
 * Whether a row holds data or labels, column by column.
 * Years and other short numbers decide nothing alone: cross tables have them as labels.
 */
function columnVotes(head: Head, row: number, body: readonly number[]): Votes {
  const below = body.filter(other => !sameRow(head, row, other))
  const votes = { label: 0, strong: 0, weak: 0, again: 0 }
  if (below.length > 0)
    for (let column = 0; column < width(head, row); column++) {
      const vote = columnVote(head, row, column, below)
      if (vote) votes[vote]++
    }
  const data = votes.strong + votes.weak + votes.again
  // One label may well be a value of its column, such as “Autre”.
  const isSure = votes.strong > 0 || (votes.again > 0 && votes.again + votes.weak > 1)
  return { data: isSure && data > 2 * votes.label ? data : 0, labels: votes.label }
}

type Vote = 'label' | 'strong' | 'weak' | 'again'

/** What one column says of its first cell: that it is a label, or a value more or less surely, or one that comes again below. */
function columnVote(head: Head, row: number, column: number, below: readonly number[]): Vote | undefined {
  const label = head.rowCells[row]! + column
  const type = typeIn(head, label)
  if (type === cellType.empty) return undefined
  const cells = below.filter(other => column < width(head, other)).map(other => head.rowCells[other]! + column)
  const counts = new Map<number, number>()
  let total = 0
  for (const cell of cells) {
    const group = kind(typeIn(head, cell))
    if (group === cellType.empty) continue
    counts.set(group, (counts.get(group) ?? 0) + 1)
    total++
  }
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1])
  if (!most || most[1] < total * 0.7) return undefined
  const text = cellText(head, row, column)
  if (!isValueType(most[0]))
    return sameShape(head, text, cells) ? 'strong' : comesAgain(head, text, cells) ? 'again' : undefined
  if (!isValueType(type)) return 'label'
  if (kind(type) !== most[0]) return undefined
  if (type === cellType.boolean) return 'weak'
  if (type !== cellType.integer) return 'strong'
  const next = cells.slice(0, 3).map(cell => Number(textOf(head, cell)))
  const countsOn = next.length > 1 && next.every((value, at) => value === Number(text) + at + 1)
  return countsOn || /^\d{5,}$/.test(text) || areShares(head, text, cells) ? 'strong' : 'weak'
}

function kind(type: number): number {
  if (type === cellType.decimal) return cellType.integer
  return isValueType(type) || type === cellType.empty ? type : cellType.text
}

/** Whether an identifier is written as nearly all others of its column: letters and digits at the same places. */
function sameShape(head: Head, text: string, cells: readonly number[]): boolean {
  const shape = shapeOf(text)
  if (!/9.*9.*9/.test(shape) || /\s/.test(text) || cells.length < 2) return false
  return cells.filter(cell => shapeOf(textOf(head, cell)) === shape).length >= cells.length * 0.9
}

/** Whether a share of a hundred, such as `14 %`, stands above others. */
function areShares(head: Head, text: string, cells: readonly number[]): boolean {
  if (!SHARE.test(text)) return false
  const filled = cells.filter(cell => !isEmpty(head, cell))
  return filled.filter(cell => SHARE.test(textOf(head, cell))).length >= filled.length * 0.7
}

const SHARE = /^-?\d{1,4}(?:[.,]\d{1,4})?\s?%$/

/** Whether a text is one of several that the cells hold; where a form was filled in, a label is the only text of its column. */
function comesAgain(head: Head, text: string, cells: readonly number[]): boolean {
  const texts = new Set(cells.map(cell => textOf(head, cell)).filter(cell => cell !== ''))
  return texts.size > 1 && texts.has(text)
}

function shapeOf(text: string): string {
  return text.replaceAll(/\d/g, '9').replaceAll(/\p{L}/gu, 'A')
}

function sameRow(head: Head, row: number, other: number): boolean {
  if (width(head, row) !== width(head, other)) return false
  for (let column = 0; column < width(head, row); column++)
    if (!sameCell(head, head.rowCells[row]! + column, head.rowCells[other]! + column)) return false
  return true
}

function sameCell({ text, cellStart, cellEnd }: Head, a: number, b: number): boolean {
  const length = cellEnd[a]! - cellStart[a]!
  if (length !== cellEnd[b]! - cellStart[b]!) return false
  for (let at = 0; at < length; at++) if (text[cellStart[a]! + at] !== text[cellStart[b]! + at]) return false
  return true
}

function cellText(head: Head, row: number, column: number): string {
  return textOf(head, head.rowCells[row]! + column)
}

function textOf(head: Head, cell: number): string {
  return new TextDecoder().decode(head.text.subarray(head.cellStart[cell]!, head.cellEnd[cell]!)).trim()
}
