import type { Dialect } from '../model/dialect'
import type { Fault } from '../model/fault'
import { isSame } from '../model/same'
import { bytesBetween, type Source } from '../model/source'
import { beginsAsValue, cellType } from './cell-type'
import { type Candidate, isDoubled, rankCuts, roomsFor, wholeValues } from './cuts'
import { type Cut, type Head, splitHead, typeIn } from './head'
import { findHeader, type HeaderFound } from './header-row'
import { byteOf, firstLines, isProse, usualDelimiters } from './marks'
import { headerMismatch, quotedMismatch, rareDelimiter, toldMismatch } from './mismatch'

/** How a text seems to be written, with the reasons. */
export interface Sniffed
  extends Pick<
    Dialect,
    | 'delimiter'
    | 'quoteChar'
    | 'escapeChar'
    | 'doubleQuote'
    | 'skipInitialSpace'
    | 'lineTerminator'
    | 'endsAreDoubled'
    | 'commentChar'
    | 'headerRows'
  > {
  /** Rows of titles and comments above the header, blank ones between them included. */
  readonly preambleRows: number
  /** The first line is `sep=` and a delimiter. */
  readonly separatorLine: boolean
  /** The decimal mark that nearly all numbers of the first rows have. */
  readonly decimalChar: ',' | '.' | undefined
  /** Whether the middle of the text had to decide between two delimiters. */
  readonly looked: 'head' | 'middle'
  readonly reasons: readonly SniffReason[]
  readonly faults: readonly Fault[]
}

/** Why a part of the dialect was chosen, as plain data. */
export type SniffReason =
  | { readonly because: 'told'; readonly part: keyof Dialect }
  | { readonly because: 'separator-line'; readonly delimiter: string }
  /** So many of the first rows have the same number of cells. */
  | {
      readonly because: 'consistent-rows'
      readonly delimiter: string
      readonly matching: number
      readonly rows: number
      readonly cells: number
    }
  /** Another delimiter would have done nearly as well. */
  | { readonly because: 'close-second'; readonly delimiter: string }
  | { readonly because: 'one-column' }
  | { readonly because: 'commas-in-values' }
  | { readonly because: 'quoted-cells'; readonly quoteChar: string; readonly cells: number }
  | { readonly because: 'escaped-quotes'; readonly escapeChar: string }
  | { readonly because: 'quotes-never-close' }
  | { readonly because: 'labels'; readonly row: number }
  | { readonly because: 'first-row-is-data'; readonly columns: number }

/** Bytes, rows and cells that are looked at: enough for a table, little enough for a line of any length. */
export const WINDOW = 65_536
const ROWS = 100
const CELLS = 20_000

/** Finds the dialect of a decoded text from its beginning; what `known` holds is taken as it is. */
export function sniffDialect(text: Source, known: Partial<Dialect> = {}): Sniffed {
  const window = bytesBetween(text, 0, Math.min(WINDOW, text.length))
  const whole = window.length === text.length
  const separator = separatorLine(window)
  const rooms = roomsFor(ROWS, CELLS)
  const table = window.subarray(separator?.length ?? 0)
  const told = known.delimiter ?? separator?.delimiter
  const ranked = rankCuts(table, rooms, { ...known, delimiter: told }, { whole })
  const chosen = told === undefined ? believable(ranked, window, text) : ranked[0]
  const delimiter = told ?? chosen?.delimiter ?? columnDelimiter(table)
  const quotes = quotesOf(table, chosen, known)
  const escape = byteOf(quotes.escapeChar ?? '')
  const cut = {
    delimiter: new TextEncoder().encode(delimiter),
    quote: byteOf(quotes.quoteChar),
    escape,
    doubled: isDoubled(escape, known),
    skipSpace: known.skipInitialSpace ?? chosen?.cut.skipSpace ?? false,
  }
  const head = (!separator && headOf(chosen, cut)) || splitHead(window, cut, rooms.other, { whole })
  const isComment = (row: number) => known.commentRows?.includes(row) || beginsWith(head, row, known.commentChar)
  const header = findHeader(head, separator ? 1 : 0, isComment)
  const endsAreDoubled = hasDoubledEnds(head)
  const headerRows = known.headerRows ?? (header.headerRow === undefined ? [] : [header.headerRow])
  const sniffed = {
    delimiter,
    ...quotes,
    doubleQuote: cut.doubled,
    skipInitialSpace: known.skipInitialSpace ?? (cut.skipSpace || isSpaced(head, headerRows[0])),
    lineTerminator: known.lineTerminator ?? (endsAreDoubled ? '\r\n' : commonTerminator(head)),
    ...(endsAreDoubled && { endsAreDoubled: true as const }),
    commentChar: 'commentChar' in known ? known.commentChar : commentMark(head, headerRows[0]),
    headerRows,
    preambleRows: known.headerRows ? 0 : header.preambleRows,
    separatorLine: separator !== undefined,
    decimalChar: decimalMark(head, headerRows[0] ?? 0),
  }
  const reasons = [
    ...toldReasons(known),
    ...(separator ? [{ because: 'separator-line' as const, delimiter: separator.delimiter }] : []),
    ...(told === undefined ? delimiterReasons(chosen, ranked, delimiter) : []),
    ...quoteReasons(head, sniffed),
    ...(known.headerRows ? [] : headerReasons(header)),
  ]
  const free = told === undefined ? ranked : rankCuts(table, rooms, { ...known, delimiter: undefined }, { whole })
  const looked = !whole && free[0] && rival(free) ? 'middle' : 'head'
  const faults: Fault[] = []
  if (separator) faults.push({ kind: 'separator-line', delimiter: separator.delimiter })
  const mismatch =
    told === undefined
      ? (headerMismatch(head, headerRows[0], chosen) ?? quotedMismatch(head) ?? rareDelimiter(chosen))
      : toldMismatch(
          { delimiter: told, by: known.delimiter === undefined ? 'separator-line' : 'order' },
          ranked[0],
          believable(free, window, text),
        )
  if (mismatch) faults.push(mismatch)
  if (endsAreDoubled) faults.push({ kind: 'doubled-line-ends' })
  const above = sniffed.preambleRows || (known.headerRows ? 0 : blankRowsAbove(header, separator ? 1 : 0, isComment))
  if (above > 0) faults.push({ kind: 'preamble-row', rows: above })
  if (!known.headerRows && header.dataColumns > 0) faults.push({ kind: 'missing-header', under: sniffed.preambleRows })
  return { ...sniffed, looked, reasons, faults }
}

/** Rows above the header, all of which are blank: neither title nor comment. */
function blankRowsAbove(
  { headerRow = 0, preambleRows }: HeaderFound,
  from: number,
  isComment: (row: number) => boolean,
): number {
  if (preambleRows > 0) return 0
  for (let row = from; row < headerRow; row++) if (isComment(row)) return 0
  return Math.max(0, headerRow - from)
}

/** What a candidate made of the text, where that is known and made by the same cut. */
function headOf(candidate: Candidate | undefined, cut: Cut): Head | undefined {
  return candidate?.head && isSame(candidate.cut, cut) ? candidate.head : undefined
}

/** A first line that tells a spreadsheet the delimiter, as `sep=;`. */
function separatorLine(text: Uint8Array): { readonly delimiter: string; readonly length: number } | undefined {
  const start = new TextDecoder().decode(text.subarray(0, 24))
  const found = /^"?sep=(.)"?(?:\r\n|\n|\r|$)/isu.exec(start)
  return found ? { delimiter: found[1]!, length: new TextEncoder().encode(found[0]).length } : undefined
}

/** What a cut must reach: rare delimiters more, since prose holds them too. */
const BELIEVED = 0.12
const RARE_BELIEVED = 0.25
/** How near the second must come for a second look. */
const CLOSE = 0.8

/** The best cut, or none when no delimiter makes a table; two that come close are judged again further on in the text. */
function believable(ranked: readonly Candidate[], window: Uint8Array, text: Source): Candidate | undefined {
  const best = ranked[0]
  if (!best || best.score < (usualDelimiters.includes(best.delimiter) ? BELIEVED : RARE_BELIEVED)) return undefined
  if (best.delimiter === ',' && best.cells === 2 && isProse(window)) return undefined
  const second = rival(ranked)
  const more = second && text.length > WINDOW ? middle(text) : undefined
  if (!second || !more) return best
  const rooms = roomsFor(ROWS, CELLS)
  const again = (candidate: Candidate): number =>
    rankCuts(more, rooms, { delimiter: candidate.delimiter }, { whole: false })[0]!.score + candidate.score
  return again(second) > again(best) ? second : best
}

/** The best cut with another delimiter, when it comes close and the labels have not decided. */
function rival(ranked: readonly Candidate[]): Candidate | undefined {
  const best = ranked[0]!
  if (best.partsLabels) return undefined
  const second = ranked.find(candidate => candidate.delimiter !== best.delimiter)
  return second && second.score > best.score * CLOSE ? second : undefined
}

/** A window that begins with a line in the middle of the text. */
function middle(text: Source): Uint8Array | undefined {
  const start = Math.floor(text.length / 2)
  const half = bytesBetween(text, start, Math.min(start + WINDOW, text.length))
  const line = half.findIndex(byte => byte === 10 || byte === 13)
  return line < 0 ? undefined : half.subarray(line + 1)
}

/** A single column has no delimiter: the comma, unless that would cut its decimal numbers or its sentences in two. */
function columnDelimiter(text: Uint8Array): string {
  const cut = firstLines(text)
    .slice(1)
    .some(line => line[0] !== 34 && line.includes(44))
  return cut && (wholeValues(text) >= 0.8 || isProse(text)) ? ';' : ','
}

type Quotes = Pick<Dialect, 'quoteChar' | 'escapeChar'>

const BACKSLASH = '\\'

function quotesOf(text: Uint8Array, chosen: Candidate | undefined, known: Partial<Dialect>): Quotes {
  const escapeChar = known.escapeChar ?? (chosen && chosen.cut.escape >= 0 ? BACKSLASH : undefined)
  if (known.quoteChar !== undefined) return { quoteChar: known.quoteChar, escapeChar }
  if (!chosen) return { quoteChar: '"', escapeChar }
  const { wellQuoted, badlyQuoted } = chosen
  // Marks at the start of cells that never close are not there to quote.
  if (wellQuoted === 0 && badlyQuoted > 2) return { quoteChar: '', escapeChar: undefined }
  // A program that writes \' takes ' for its quote, even where it needed none.
  if (wellQuoted === 0 && !text.includes(34) && hasPair(text, 92, 39)) return { quoteChar: "'", escapeChar: BACKSLASH }
  return { quoteChar: String.fromCharCode(chosen.cut.quote), escapeChar }
}

function hasPair(text: Uint8Array, first: number, second: number): boolean {
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) if (text[at + 1] === second) return true
  return false
}

/** Nearly every cell but the first of each row begins with a space: a label too, where there is a header to show it. */
function isSpaced(head: Head, headerRow: number | undefined): boolean {
  const cells = head.rowCells[head.rowCount]! - head.rowCount
  return cells > 1 && head.spaced >= cells * 0.9 && (headerRow === undefined || hasSpacedCell(head, headerRow))
}

function hasSpacedCell({ text, rowCells, cellStart }: Head, row: number): boolean {
  for (let cell = rowCells[row]! + 1; cell < rowCells[row + 1]!; cell++) {
    const start = cellStart[cell]!
    // A quoted cell begins behind its quote.
    if (text[start] === SPACE || (QUOTES.has(text[start - 1]!) && text[start - 2] === SPACE)) return true
  }
  return false
}

function commonTerminator(head: Head): Dialect['lineTerminator'] {
  const [most] = Object.entries(head.terminators).toSorted((a, b) => b[1] - a[1])
  return most && most[1] > 0 ? (most[0] as Dialect['lineTerminator']) : '\n'
}

/** Whether CR CR LF ends the rows, as a program for Windows writes that translates line ends twice: each second row is blank. */
function hasDoubledEnds(head: Head): boolean {
  const { terminators, rowCount, rowCells, cellStart, cellEnd, quoted } = head
  const pairs = terminators['\r\n']
  // The first rows may end between CR and CR LF.
  if (pairs < 2 || terminators['\n'] > 0 || terminators['\r'] < pairs || terminators['\r'] > pairs + 1) return false
  for (let row = 0; row < rowCount; row++) {
    const cell = rowCells[row]!
    const isBlank = rowCells[row + 1] === cell + 1 && cellStart[cell] === cellEnd[cell] && quoted[cell] === 0
    if (isBlank !== (row % 2 === 1)) return false
  }
  return true
}

function beginsWith(head: Head, row: number, mark: string | undefined): boolean {
  return mark !== undefined && mark !== '' && head.text[head.cellStart[head.rowCells[row]!]!] === byteOf(mark)
}

/** `#` when several lines begin with it that are no rows, one at least among the rows. */
function commentMark(head: Head, headerRow: number | undefined): string | undefined {
  if (headerRow === undefined) return undefined
  const rows = Array.from({ length: head.rowCount }, (_, row) => row).filter(row => beginsWith(head, row, '#'))
  const single = rows.every(row => head.rowCells[row]! + 1 === head.rowCells[row + 1])
  const tableCells = head.rowCells[headerRow + 1]! - head.rowCells[headerRow]!
  return rows.length > 1 && single && tableCells > 1 && rows.at(-1)! > headerRow ? '#' : undefined
}

/** Cells that tell the decimal mark. */
const NUMBERS = 1000

const COMMA = 44
const SPACE = 32
const QUOTES: ReadonlySet<number> = new Set([34, 39])
const POINT = 46

function decimalMark(head: Head, headerRow: number): ',' | '.' | undefined {
  let commas = 0
  let points = 0
  const first = head.rowCells[headerRow]!
  const last = Math.min(head.rowCells[head.rowCount]!, first + NUMBERS)
  for (let cell = first; cell < last; cell++) {
    const start = head.cellStart[cell]!
    const end = head.cellEnd[cell]!
    if (!beginsAsValue(head.text, start, end)) continue
    if (typeIn(head, cell) !== cellType.decimal) continue
    let mark = end - 1
    while (mark >= start && head.text[mark] !== COMMA && head.text[mark] !== POINT) mark--
    if (mark >= start && head.text[mark] === COMMA) commas++
    else points++
  }
  if (commas + points < 2) return undefined
  return commas > points * 9 ? ',' : points > commas * 9 ? '.' : undefined
}

function toldReasons(known: Partial<Dialect>): readonly SniffReason[] {
  return (Object.keys(known) as (keyof Dialect)[])
    .filter(part => known[part] !== undefined)
    .map(part => ({ because: 'told', part }))
}

function delimiterReasons(
  chosen: Candidate | undefined,
  ranked: readonly Candidate[],
  delimiter: string,
): readonly SniffReason[] {
  if (!chosen)
    return [{ because: 'one-column' }, ...(delimiter === ';' ? [{ because: 'commas-in-values' as const }] : [])]
  const { matching, rows, cells } = chosen
  const second = ranked[0] === chosen ? rival(ranked) : ranked[0]
  return [
    { because: 'consistent-rows', delimiter, matching, rows, cells },
    ...(second ? [{ because: 'close-second' as const, delimiter: second.delimiter }] : []),
  ]
}

function quoteReasons(head: Head, { quoteChar, escapeChar }: Quotes): readonly SniffReason[] {
  const reasons: SniffReason[] = []
  if (quoteChar === '') reasons.push({ because: 'quotes-never-close' })
  else if (head.wellQuoted > 0) reasons.push({ because: 'quoted-cells', quoteChar, cells: head.wellQuoted })
  if (escapeChar !== undefined) reasons.push({ because: 'escaped-quotes', escapeChar })
  return reasons
}

function headerReasons({ headerRow, dataColumns }: HeaderFound): readonly SniffReason[] {
  if (headerRow !== undefined) return [{ because: 'labels', row: headerRow }]
  return dataColumns > 0 ? [{ because: 'first-row-is-data', columns: dataColumns }] : []
}
