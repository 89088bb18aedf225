import { joined } from './joined'
import type { Position, Positions } from './lines'
import type { Source } from './source'
import type { Span } from './span'

/** Bytes of a piece, unless a line end is far. */
const PIECE = 16_384

/** A stretch of the text. No line end lies in two pieces, and no character either. */
interface Piece {
  readonly bytes: Uint8Array
  /** Line ends. */
  readonly lines: number
  /** UTF-16 units after the last line end. */
  readonly tail: number
  /** Byte offset and line at its first byte. */
  start: number
  line: number
  /** Bytes from its first at which its lines begin, but for the first line; undefined until a place in it is asked for. */
  starts: Uint32Array | undefined
}

/** A text under edit, in pieces: an edit costs what it touches, not what the text weighs. */
export class LiveText implements Source, Positions {
  readonly isHeld = true
  #pieces: Piece[] = []
  #length = 0
  /** The place asked for last: those of many edits come in order. A piece that was edited is another one. */
  #before: { readonly piece: Piece; readonly to: number; readonly lines: number; readonly tail: number } | undefined

  /** `text` must be well-formed UTF-8 and is not copied. */
  constructor(text: Uint8Array) {
    this.#pieces = cut(text)
    this.#sum(0)
  }

  get length(): number {
    return this.#length
  }

  /** Writes bytes in place of a span. */
  replace({ start, end }: Span, written: Uint8Array): void {
    if (this.#pieces.length === 0) this.#pieces = [pieceOf(new Uint8Array())]
    let first = this.#indexAt(start)
    const last = this.#indexAt(end)
    // A CR that ends a piece and an LF that comes to stand behind it are one line end.
    if (first > 0 && start === this.#pieces[first]!.start) first--
    const before = this.#pieces[first]!
    const after = this.#pieces[last]!
    const head = before.bytes.subarray(0, start - before.start)
    const rest = after.bytes.subarray(end - after.start)
    const next = this.#pieces[last + 1]
    const isTaken = next !== undefined && (rest.length === 0 || head.length + written.length + rest.length < PIECE / 4)
    const bytes = isTaken ? joined([head, written, rest, next.bytes]) : joined([head, written, rest])
    const isWithin = first === last && !isTaken && bytes.length > 0 && bytes.length <= 2 * PIECE
    const pieces = isWithin ? [edited(before, bytes, head.length, rest.length)] : cut(bytes)
    this.#pieces.splice(first, last + (isTaken ? 1 : 0) - first + 1, ...pieces)
    this.#sum(first)
  }

  window(from: number, least: number): Uint8Array {
    if (from >= this.#length) return new Uint8Array()
    let index = this.#indexAt(from)
    const first = this.#pieces[index]!
    const inFirst = first.bytes.subarray(from - first.start)
    if (inFirst.length >= least) return inFirst
    const end = Math.min(this.#length, from + least)
    // The pieces of a text that was never edited follow each other in memory.
    const { buffer, byteOffset } = inFirst
    let length = inFirst.length
    const parts = [inFirst]
    let isContiguous = true
    while (from + length < end) {
      const { bytes } = this.#pieces[++index]!
      isContiguous &&= bytes.buffer === buffer && bytes.byteOffset === byteOffset + length
      parts.push(bytes)
      length += bytes.length
    }
    return isContiguous ? new Uint8Array(buffer, byteOffset, length) : joined(parts)
  }

  indexOf(byte: number, from: number): number {
    if (from >= this.#length) return -1
    for (let index = this.#indexAt(from); index < this.#pieces.length; index++) {
      const { bytes, start } = this.#pieces[index]!
      const at = bytes.indexOf(byte, Math.max(0, from - start))
      if (at >= 0) return start + at
    }
    return -1
  }

  position(offset: number): Position {
    const end = Math.min(Math.max(offset, 0), this.#length)
    if (this.#pieces.length === 0) return { line: 0, character: 0 }
    const index = this.#indexAt(end)
    const piece = this.#pieces[index]!
    const { lines, tail } = this.#measured(piece, end - piece.start)
    return { line: piece.line + lines, character: tail + (lines === 0 ? this.#charactersBefore(index) : 0) }
  }

  offset({ line, character }: Position): number {
    let low = 0
    let high = this.#pieces.length - 1
    // The last piece that begins on the line or before it.
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#pieces[middle]!.line <= line) low = middle
      else high = middle - 1
    }
    let index = low
    // The line may have begun in an earlier piece and the place may lie there.
    while (index > 0 && this.#pieces[index]!.line === line && this.#charactersBefore(index) > character) index--
    for (; index < this.#pieces.length; index++) {
      const piece = this.#pieces[index]!
      const before = this.#charactersBefore(index)
      const at = offsetIn(piece, line - piece.line, line === piece.line ? character - before : character)
      if (at !== undefined) return piece.start + at
    }
    return this.#length
  }

  /** The line ends of a piece up to a byte, and the units after the last: counted on from the place asked for before. */
  #measured(piece: Piece, to: number): { readonly lines: number; readonly tail: number } {
    const starts = startsOf(piece)
    const lines = countUpTo(starts, to)
    const before = this.#before
    const isOn = before !== undefined && before.piece === piece && before.lines === lines && before.to <= to
    const from = isOn ? before.to : lineStart(starts, lines)
    const tail = (isOn ? before.tail : 0) + unitsIn(piece.bytes, from, to)
    this.#before = { piece, to, lines, tail }
    return { lines, tail }
  }

  /** UTF-16 units of the line that a piece begins on, before the piece. */
  #charactersBefore(index: number): number {
    let characters = 0
    for (let before = index - 1; before >= 0; before--) {
      characters += this.#pieces[before]!.tail
      if (this.#pieces[before]!.lines > 0) break
    }
    return characters
  }

  /** The piece that holds a byte; the last one for the end of the text. */
  #indexAt(offset: number): number {
    let low = 0
    let high = this.#pieces.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#pieces[middle]!.start <= offset) low = middle
      else high = middle - 1
    }
    return low
  }

  #sum(from: number): void {
    const previous = this.#pieces[from - 1]
    let start = previous ? previous.start + previous.bytes.length : 0
    let line = previous ? previous.line + previous.lines : 0
    for (let i = from; i < this.#pieces.length; i++) {
      const piece = this.#pieces[i]!
      piece.start = start
      piece.line = line
      start += piece.bytes.length
      line += piece.lines
    }
    this.#length = start
  }
}

/** Cuts a text into pieces, after a line end where one is near. */
function cut(text: Uint8Array): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  while (at < text.length) {
    const end = text.length - at <= 2 * PIECE ? text.length : pieceEnd(text, at + PIECE)
    pieces.push(pieceOf(text.subarray(at, end)))
    at = end
  }
  return pieces
}

function pieceEnd(text: Uint8Array, wanted: number): number {
  const limit = Math.min(text.length, wanted + PIECE)
  const line = text.subarray(wanted, limit).indexOf(10)
  if (line >= 0) return wanted + line + 1
  let end = limit
  while (end < text.length && ((text[end]! & 0xc0) === 0x80 || text[end - 1] === 13)) end++
  return end
}

function pieceOf(bytes: Uint8Array): Piece {
  return { bytes, ...measure(bytes, 0, bytes.length), start: 0, line: 0, starts: undefined }
}

/** A piece with other bytes, but for so many at its beginning and at its end: only what stands between is measured. */
function edited(before: Piece, bytes: Uint8Array, head: number, rest: number): Piece {
  // A CR before the edit may have come to stand before an LF, or no longer stand there.
  const from = Math.max(0, head - 1)
  const gone = measure(before.bytes, from, before.bytes.length - rest).lines
  const lines = before.lines - gone + measure(bytes, from, bytes.length - rest).lines
  let last = bytes.length
  while (last > 0 && bytes[last - 1] !== 10 && bytes[last - 1] !== 13) last--
  return { bytes, lines, tail: unitsIn(bytes, last, bytes.length), start: 0, line: 0, starts: undefined }
}

/** Line ends between two bytes, and the UTF-16 units after the last of them. */
function measure(bytes: Uint8Array, from: number, to: number): { readonly lines: number; readonly tail: number } {
  let lines = 0
  let last = from
  for (let at = from; at < to; at++) {
    // Nearly all bytes are letters and digits.
    if (bytes[at]! > 13 || !endsLine(bytes, at)) continue
    lines++
    last = at + 1
  }
  return { lines, tail: unitsIn(bytes, last, to) }
}

/** Whether a line ends with this byte. */
function endsLine(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at]
  return byte === 10 || (byte === 13 && bytes[at + 1] !== 10)
}

/** UTF-16 units. */
function unitsIn(bytes: Uint8Array, from: number, to: number): number {
  let units = 0
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!
    if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1
  }
  return units
}

function startsOf(piece: Piece): Uint32Array {
  if (piece.starts) return piece.starts
  const { bytes } = piece
  const starts = new Uint32Array(piece.lines)
  let line = 0
  for (let at = 0; at < bytes.length; at++) if (bytes[at]! <= 13 && endsLine(bytes, at)) starts[line++] = at + 1
  return (piece.starts = starts)
}

/** Where a line of a piece begins, counted from the one of its first byte. */
function lineStart(starts: Uint32Array, line: number): number {
  return line === 0 ? 0 : starts[line - 1]!
}

/** How many of ascending numbers are not above one. */
function countUpTo(numbers: Uint32Array, most: number): number {
  let low = 0
  for (let high = numbers.length; low < high; ) {
    const middle = (low + high) >> 1
    if (numbers[middle]! <= most) low = middle + 1
    else high = middle
  }
  return low
}

/** The byte of a piece at a line and character counted from its first byte; undefined when it lies further on. */
function offsetIn(piece: Piece, line: number, character: number): number | undefined {
  if (line > piece.lines) return undefined
  const { bytes } = piece
  let at = lineStart(startsOf(piece), line)
  for (let units = 0; units < character; ) {
    const byte = bytes[at]
    if (byte === undefined) return undefined
    if (byte === 10 || byte === 13) return at
    units += byte >= 0xf0 ? 2 : 1
    at++
    while ((bytes[at]! & 0xc0) === 0x80) at++
  }
  return at < bytes.length || character <= 0 ? at : undefined
}
