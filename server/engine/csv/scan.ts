import { type Chunk, ROW_LIMIT } from '../model/chunk'
import { signature } from '../model/signature'
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

export interface Scanned {
  readonly chunk: Chunk
  readonly quoteFaults: readonly QuoteFault[]
  /** Rows that each line end closes, in this chunk. */
  readonly lineEnds: Readonly<Record<'\r\n' | '\n' | '\r', number>>
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

/** Long enough for a SIREN. */
const LONG_RUN = 9

const QUOTE_STOP = 1 << 29
const DELIMITER_STOP = 1 << 30
const LINE_STOP = 1 << 31
const STOP = QUOTE_STOP | DELIMITER_STOP | LINE_STOP
const BITS = 0xffff

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
  const classes = classesOf(marks)
  const { delimiter, quote, comment } = marks
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
  rows[0] = 0

  for (;;) {
    const cellStart = at
    let mask = 0
    let contentStart = at
    let contentEnd = -1
    if (marks.skipInitialSpace) while (text[at] === 32) at++

    if (comment.length > 0 && column === 0 && startsWith(text, at, comment)) {
      while (at < length && text[at] !== 10 && text[at] !== 13) at++
    } else if (quote >= 0 && text[at] === quote) {
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
      if (close.quoted) {
        contentStart = at + 1
        contentEnd = close.end - 1
        if (text[contentEnd] !== quote) mask |= signature.edgeSpace
        mask |= signature.quoted | (close.escaped ? signature.escaped : 0)
      }
      at = close.end
    } else {
      let first = true
      for (; at < length; at++) {
        const stop = classes[text[at]!]! & STOP
        if (stop === 0) continue
        if (stop === QUOTE_STOP) {
          // An apostrophe is no stray quote, even where it also serves as one.
          if (first && quote === 34 && faultsInRow++ < FAULTS_IN_ROW)
            quoteFaults.push({ kind: 'stray-quote', row: rowCount, column, at, inQuoted: false })
          first = false
          continue
        }
        if (stop === DELIMITER_STOP && wide && !startsWith(text, at, delimiter)) continue
        break
      }
    }
    if (contentEnd < 0) {
      contentStart = cellStart
      contentEnd = at
      if (marks.skipInitialSpace) while (contentStart < at && text[contentStart] === 32) contentStart++
    }

    let run = 0
    for (let i = contentStart; i < contentEnd; i++) {
      const kind = classes[text[i]!]!
      mask |= kind & BITS
      if ((kind & signature.digit) === 0) run = 0
      else if (++run === LONG_RUN) mask |= signature.longDigits
    }
    const bytes = contentEnd - contentStart
    if (beyond && (at >= length || (text[at] === 13 && at + 1 >= length))) return undefined
    if (bytes > 0) {
      const first = text[contentStart]!
      const last = text[contentEnd - 1]!
      if (isSpace(first) || isSpace(last)) mask |= signature.edgeSpace
      if (first === 61 || first === 43 || first === 45 || first === 64) mask |= signature.leadingSign
    }
    if (cells === starts.length) growCells()
    starts[cells] = mask & signature.quoted ? contentStart - 1 : contentStart
    ends[cells] = at
    masks[cells] = (mask | (Math.min(bytes, 0xffff) << 16)) >>> 0
    cells++
    column++

    const stopByte = text[at]
    if (at < length && stopByte !== 10 && stopByte !== 13) {
      at += delimiter.length
      if (at - rowStart > ROW_LIMIT && at > size) break
      continue
    }
    if (stopByte === 13 && text[at + 1] === 10) {
      lineEnds['\r\n']++
      at += 2
    } else if (at < length) {
      lineEnds[stopByte === 10 ? '\n' : '\r']++
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
  }
  return { chunk, quoteFaults, lineEnds, reach }
}

const made = new WeakMap<Marks, Uint32Array>()

/** For each byte: its signature bits, and whether an unquoted cell must look at it. */
function classesOf(marks: Marks): Uint32Array {
  const known = made.get(marks)
  if (known) return known
  const classes = new Uint32Array(256)
  for (let byte = 0; byte < 256; byte++) classes[byte] = kindOf(byte)
  classes[10]! |= LINE_STOP
  classes[13]! |= LINE_STOP
  classes[marks.delimiter[0]!]! |= DELIMITER_STOP
  if (marks.quote >= 0) classes[marks.quote]! |= QUOTE_STOP
  made.set(marks, classes)
  return classes
}

function kindOf(byte: number): number {
  const char = String.fromCharCode(byte)
  if (byte >= 0x80) return signature.nonAscii
  if (byte < 32 || byte === 127) return signature.control
  if (/[0-9]/.test(char)) return signature.digit
  if (/[A-Za-z]/.test(char)) return signature.letter
  if (char === ' ') return signature.space
  if (char === '@') return signature.at
  if (char === ',') return signature.comma
  if ('./-:'.includes(char)) return signature.dateMark
  if ('&<>'.includes(char)) return signature.markup
  return signature.otherMark
}

function isSpace(byte: number): boolean {
  return byte === 32 || (byte >= 9 && byte <= 13)
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

function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2)
  larger.set(array)
  return larger
}
