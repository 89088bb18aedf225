import { typeOfCell } from './cell-type'

/** How to cut text into rows and cells; the characters are given as UTF-8 bytes, −1 where there is none. */
export interface Cut {
  readonly delimiter: Uint8Array
  readonly quote: number
  /** −1 when a quote is only ever written twice. */
  readonly escape: number
  /** Whether it may be written twice. */
  readonly doubled: boolean
  /** Spaces before a cell, also several in place of one delimiter, are not part of it. */
  readonly skipSpace: boolean
}

/** The first rows of a text as one cut shows them. Cells of row `i` are those from `rowCells[i]` up to `rowCells[i + 1]`. */
export interface Head {
  readonly text: Uint8Array
  readonly rowCount: number
  readonly rowCells: Int32Array
  /** Content of each cell, without the quotes round it. */
  readonly cellStart: Int32Array
  readonly cellEnd: Int32Array
  /** 1 for a cell between quotes. */
  readonly quoted: Uint8Array
  /** What each cell looks like, and 1 more; 0 until somebody asks (`typeIn`). */
  readonly types: Uint8Array
  /** Cells whose quotes open and close where cells begin and end. */
  readonly wellQuoted: number
  /** Quotes at the start of a cell that close badly or not at all. */
  readonly badlyQuoted: number
  /** Cells other than the first of a row that begin with a space. */
  readonly spaced: number
  readonly terminators: { readonly '\r\n': number; readonly '\n': number; readonly '\r': number }
}

/** Where a split writes its cells: few serve all cuts of a text, so that trying another costs no memory. */
export interface Room {
  readonly rowCells: Int32Array
  readonly cellStart: Int32Array
  readonly cellEnd: Int32Array
  readonly quoted: Uint8Array
  readonly types: Uint8Array
}

/** Room for the rows and cells that a head may have. */
export function roomFor(rows: number, cells: number): Room {
  return {
    rowCells: new Int32Array(rows + 1),
    cellStart: new Int32Array(cells),
    cellEnd: new Int32Array(cells),
    quoted: new Uint8Array(cells),
    types: new Uint8Array(cells),
  }
}

const SPACE = 32
const LF = 10
const CR = 13

/**
 * Cuts the text into rows and cells as far as there is room, forgiving stray quotes.
 * Unless the text is `whole`, its last row may be torn and is left out, if it is not the only one.
 */
export function splitHead(text: Uint8Array, cut: Cut, room: Room, { whole }: { readonly whole: boolean }): Head {
  const { delimiter, quote, skipSpace } = cut
  const { rowCells, cellStart, cellEnd, quoted, types } = room
  const end = text.length
  const first = delimiter[0]!
  const bySpace = first === SPACE
  const terminators = { '\r\n': 0, '\n': 0, '\r': 0 }
  let rows = 0
  let cells = 0
  let wellQuoted = 0
  let badlyQuoted = 0
  let spaced = 0
  let at = 0
  let torn = false
  rowCells[0] = 0
  const nextLf = nextIn(text, [LF])
  const nextCr = nextIn(text, [CR])
  const nextDelimiter = nextIn(text, delimiter)

  while (at < end && rows + 1 < rowCells.length && !torn) {
    let rowEnds = false
    while (!rowEnds && !torn && cells < cellStart.length) {
      let start = at
      if (!bySpace || skipSpace) at = afterSpaces(text, at)
      if (at > start && cells > rowCells[rows]!) spaced++
      if (skipSpace) start = at
      let close = 0
      if (quote >= 0 && text[at] === quote) {
        close = closingQuote(text, at, cut)
        if (close > 0) {
          wellQuoted++
          start = at + 1
          at = bySpace ? close + 1 : afterSpaces(text, close + 1)
        } else if (close === TORN && !whole && rows > 0) torn = true
        else badlyQuoted++
      }
      at = Math.min(nextLf(at), nextCr(at), nextDelimiter(at))
      quoted[cells] = close > 0 ? 1 : 0
      types[cells] = 0
      cellStart[cells] = start
      cellEnd[cells] = close > 0 ? close : at
      cells++
      if (at >= end || text[at] !== first) rowEnds = true
      else {
        at += delimiter.length
        // A run of spaces before the line end parts nothing.
        if (skipSpace && bySpace && lineEndsAt(text, afterSpaces(text, at))) {
          at = afterSpaces(text, at)
          rowEnds = true
        }
      }
    }
    if (torn || !rowEnds || (at >= end && !whole && rows > 0)) break
    rows++
    rowCells[rows] = cells
    const terminator = text[at] === LF ? '\n' : text[at + 1] === LF ? '\r\n' : '\r'
    if (at < end) terminators[terminator]++
    at += terminator.length
  }
  return {
    text,
    rowCount: rows,
    rowCells,
    cellStart,
    cellEnd,
    quoted,
    types,
    wellQuoted,
    badlyQuoted,
    spaced,
    terminators,
  }
}

/** Finds the first place at or after another where some bytes stand, or the end of the text; asked for places that only go up. */
function nextIn(text: Uint8Array, bytes: ArrayLike<number>): (from: number) => number {
  let found = -1
  return from => {
    // The engine's own search is several times as fast as a loop over the bytes.
    if (found >= from) return found
    found = text.indexOf(bytes[0]!, from)
    while (found >= 0 && !standAt(text, found, bytes)) found = text.indexOf(bytes[0]!, found + 1)
    if (found < 0) found = text.length
    return found
  }
}

/** The type of a cell, which is found once. */
export function typeIn({ text, cellStart, cellEnd, types }: Head, cell: number): number {
  if (types[cell] === 0) types[cell] = 1 + typeOfCell(text, cellStart[cell]!, cellEnd[cell]!)
  return types[cell]! - 1
}

const TORN = -1

/** The quote that ends the cell opened at `open`; 0 when it closes badly, `TORN` when the text ends first. */
function closingQuote(text: Uint8Array, open: number, { delimiter, quote, escape, doubled }: Cut): number {
  const bySpace = delimiter[0] === SPACE
  let lines = false
  let stray = false
  for (let at = open + 1; at < text.length; at++) {
    const byte = text[at]!
    if (byte === LF || byte === CR) {
      if (stray) return 0
      lines = true
    } else if (byte === escape) at++
    else if (byte === quote) {
      if (doubled && text[at + 1] === quote) {
        at++
        continue
      }
      const after = bySpace ? at + 1 : afterSpaces(text, at + 1)
      if (lineEndsAt(text, after) || standAt(text, after, delimiter)) return stray ? 0 : at
      // Past a line end a quote that closes badly means that the cell was never open.
      if (lines) return 0
      stray = true
    }
  }
  return TORN
}

function standAt(text: Uint8Array, at: number, bytes: ArrayLike<number>): boolean {
  for (let more = 0; more < bytes.length; more++) if (text[at + more] !== bytes[more]) return false
  return true
}

function lineEndsAt(text: Uint8Array, at: number): boolean {
  return at >= text.length || text[at] === LF || text[at] === CR
}

function afterSpaces(text: Uint8Array, at: number): number {
  while (text[at] === SPACE) at++
  return at
}
