import { type Chunk, ROW_LIMIT } from '../model/chunk'
import { grown } from '../model/hash'
import { lineCount } from '../model/lines'
import { signature, signatureOf } from '../model/signature'
import { BITS, byteKinds, STOP } from './byte-kinds'
import type { Marks } from './cell'
import { type Beyond, closingQuote } from './quote'

/** A quote that stands where none may. */
export interface QuoteFault {
  readonly kind: 'stray-quote' | 'unclosed-quote'
  /** Counted from the chunk's first. */
  readonly row: number
  readonly column: number
  /** Byte of the chunk. */
  readonly at: number
  readonly inQuoted: boolean
}

/** A chunk, and what reading it brought up. */
export interface Scanned {
  readonly chunk: Chunk
  readonly quoteFaults: readonly QuoteFault[]
  /** Rows that each line end closes, in this chunk. */
  readonly lineEnds: Readonly<Record<'\r\n' | '\n' | '\r', number>>
  /** Line ends, those inside cells included. */
  readonly lineCount: number
  /** Bytes from the chunk's first that decided how it is read: beyond its length when a quote was looked for further on. */
  readonly reach: number
}

/** Where a scan begins: the start of a row, or of a cell of a row that was cut. */
export interface ScanStart {
  /** Byte of the source. */
  readonly start: number
  readonly row: number
  readonly column: number
}

/** Stray quotes told of one row: a line that holds millions is one cause. */
const FAULTS_IN_ROW = 1_000

/** The cell index under construction; grows as needed and is copied out when the chunk is done. */
let starts = new Uint32Array(4096)
let ends = new Uint32Array(4096)
let masks = new Uint32Array(4096)
let rows = new Uint32Array(1024)

/**
 * Reads rows of UTF-8 text from its first byte, a row's start, until at least `size` bytes are read and a row ends.
 * Undefined when the text ends before that can be said, and `beyond` knows that it goes on.
 * The definition of every cell, whatever the size of the chunks:
 * a cell that begins with a quote ends at its closing quote (see `closingQuote`); any other cell ends at the next
 * delimiter or line end. CR, LF and CRLF end a row. RFC 4180, with recovery defined on the text alone.
 */
export function scanChunk(
  text: Uint8Array,
  from: ScanStart,
  size: number,
  marks: Marks,
  beyond?: Beyond,
): Scanned | undefined {
  const kinds = byteKinds(marks)
  const { delimiter, quote, bareEscape, comment, skipInitialSpace } = marks
  const first = delimiter[0]!
  const wide = delimiter.length > 1
  const length = text.length
  let reach = 0
  const quoteFaults: QuoteFault[] = []
  let faultsInRow = 0
  const lineEnds = { '\r\n': 0, '\n': 0, '\r': 0 }
  let cells = 0
  let rowCount = 0
  let rowStart = 0
  let column = from.column
  let at = 0
  // Held here, since the loop writes to them once a cell.
  let cellStarts = starts
  let cellEnds = ends
  let cellMasks = masks
  rows[0] = 0

  for (;;) {
    if (skipInitialSpace) while (text[at] === 32) at++
    const cellStart = at
    let contentStart = at
    let contentEnd = -1
    let mask = 0

    if (comment.length > 0 && column === 0 && startsWith(text, at, comment)) {
      while (at < length && text[at] !== 10 && text[at] !== 13) at++
      mask = signed(text, contentStart, at, kinds)
    } else if (at < length && text[at] === quote) {
      contentStart = at + 1
      contentEnd = plainClose(text, contentStart, marks, kinds)
      if (contentEnd >= 0) {
        at = contentEnd + 1
        mask = passed | signature.quoted
        if (at > reach) reach = at
      } else {
        const close = closingQuote(text, at, marks, beyond)
        if (!close) return undefined
        if (close.reach > reach) reach = close.reach
        if (close.fault && faultsInRow++ < FAULTS_IN_ROW)
          quoteFaults.push({
            kind: close.fault,
            row: rowCount,
            column,
            at: close.at,
            inQuoted: close.fault === 'stray-quote',
          })
        at = close.end
        contentEnd = close.quoted ? at - 1 : at
        if (!close.quoted) contentStart = cellStart
        mask = signed(text, contentStart, contentEnd, kinds)
        if (close.quoted) mask |= signature.quoted | (close.escaped ? signature.escaped : 0)
        if (close.quoted && text[contentEnd] !== quote) mask |= signature.edgeSpace
      }
    } else {
      at = pass(text, at, kinds)
      mask = passed
      for (let told = false; at < length; ) {
        const byte = text[at]!
        if (byte === bareEscape && at + 1 < length) {
          mask |= signature.escaped | (kinds[byte]! & BITS) | (kinds[text[at + 1]!]! & BITS)
          at = pass(text, at + 2, kinds)
          mask |= passed
          continue
        }
        if (byte === 10 || byte === 13 || (byte === first && (!wide || startsWith(text, at, delimiter)))) break
        // An apostrophe is no stray quote, even where it also serves as one.
        if (byte === 34 && byte === quote && !told && faultsInRow++ < FAULTS_IN_ROW)
          quoteFaults.push({ kind: 'stray-quote', row: rowCount, column, at, inQuoted: false })
        if (byte === quote) told = true
        at = pass(text, at + 1, kinds)
        mask |= (kinds[byte]! & BITS) | passed
      }
    }
    if (contentEnd < 0) contentEnd = at
    if (beyond && (at >= length || (text[at] === 13 && at + 1 >= length))) return undefined

    if (cells === cellStarts.length) {
      growCells()
      cellStarts = starts
      cellEnds = ends
      cellMasks = masks
    }
    cellStarts[cells] = cellStart
    cellEnds[cells] = at
    cellMasks[cells] = signatureOf(mask, text, contentStart, contentEnd)
    cells++
    column++

    const stopByte = at < length ? text[at]! : -1
    if (stopByte >= 0 && stopByte !== 10 && stopByte !== 13) {
      at += delimiter.length
      if (at - rowStart > ROW_LIMIT && at > size) break
      continue
    }
    if (stopByte === 10) {
      lineEnds['\n']++
      at++
    } else if (stopByte === 13 && text[at + 1] === 10) {
      lineEnds['\r\n']++
      at += 2
    } else if (stopByte === 13) {
      lineEnds['\r']++
      at++
    }
    rowCount++
    if (rowCount === rows.length) rows = grown(rows)
    rows[rowCount] = cells
    column = 0
    faultsInRow = 0
    rowStart = at
    if (at >= length || at >= size) break
  }

  const rowEnded = column === 0
  if (!rowEnded) {
    rowCount++
    if (rowCount === rows.length) rows = grown(rows)
    rows[rowCount] = cells
  }
  const chunk: Chunk = {
    bytes: text.subarray(0, at),
    start: from.start,
    firstRow: from.row,
    firstColumn: from.column,
    rowCount,
    rowEnded,
    rowCells: rows.slice(0, rowCount + 1),
    cellStart: starts.slice(0, cells),
    cellEnd: ends.slice(0, cells),
    signatures: masks.slice(0, cells),
    sign: undefined,
  }
  // Only a cell with a control byte can hold a line end; most chunks have none.
  const mayHold = chunk.signatures.some(mask => (mask & signature.control) !== 0)
  const ended = lineEnds['\r\n'] + lineEnds['\n'] + lineEnds['\r']
  return { chunk, quoteFaults, lineEnds, lineCount: mayHold ? lineCount(chunk.bytes) : ended, reach }
}

/** The signature bits of the bytes that `pass` passed last: a second result would be an object for each cell. */
let passed = 0

/** The first byte at or after `from` at which a cell may end, or the length. */
function pass(text: Uint8Array, from: number, kinds: Uint16Array): number {
  const end = text.length
  let mask = 0
  let at = from
  for (; at < end; at++) {
    const kind = kinds[text[at]!]!
    if (kind >= STOP) break
    mask |= kind
  }
  passed = mask
  return at
}

/**
 * The closing quote of a cell that lies on one line and whose other quotes are doubled, as most do;
 * −1 when `closingQuote` must judge. Passes the content.
 */
function plainClose(text: Uint8Array, from: number, marks: Marks, kinds: Uint16Array): number {
  const { delimiter, quote, escape } = marks
  if (escape >= 0 || delimiter.length > 1) return -1
  let mask = 0
  for (let at = pass(text, from, kinds); at + 1 < text.length; at = pass(text, at + 1, kinds)) {
    mask |= passed
    const byte = text[at]!
    if (byte === 10 || byte === 13) return -1
    if (byte === quote) {
      const next = text[at + 1]!
      if (next === 10 || next === 13 || next === delimiter[0]) {
        passed = mask
        return at
      }
      if (next !== quote) return -1
      at++
      mask |= signature.escaped
    }
    mask |= kinds[byte]! & BITS
  }
  return -1
}

/** The signature bits of the bytes between two offsets, taken together. */
function signed(text: Uint8Array, from: number, to: number, kinds: Uint16Array): number {
  let mask = 0
  for (let i = from; i < to; i++) mask |= kinds[text[i]!]!
  return mask & BITS
}

function startsWith(text: Uint8Array, at: number, what: Uint8Array): boolean {
  for (let i = 0; i < what.length; i++) if (text[at + i] !== what[i]) return false
  return true
}

function growCells(): void {
  starts = grown(starts)
  ends = grown(ends)
  masks = grown(masks)
}
