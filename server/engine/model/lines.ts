import { passingSource, type Source } from './source'

/** Line from 0 and UTF-16 offset in it, as LSP counts them. */
export interface Position {
  readonly line: number
  readonly character: number
}

/** Turns byte offsets of a text into places and back. */
export interface Positions {
  /** The place of a byte offset; one past the end is the end. */
  position(offset: number): Position
  /** The byte offset of a place; beyond a line's end it is the end of that line, beyond the text its end. */
  offset(position: Position): number
}

/** Bytes between two places whose line and column are kept. */
const BLOCK = 4_096

/** The places of a text that does not change. CR, LF and CRLF end a line, as in LSP 3.18, text documents. */
export class Lines implements Positions {
  readonly #source: Source
  /** For each block of 4 KiB: the line and the UTF-16 column at its first byte. */
  readonly #lines: number[] = [0]
  readonly #characters: number[] = [0]
  /** The place asked for last: the next one is often a little further on. */
  #last = { offset: 0, line: 0, character: 0 }

  constructor(source: Source) {
    this.#source = passingSource(source)
  }

  position(offset: number): Position {
    const end = Math.min(Math.max(offset, 0), this.#source.length)
    const block = Math.floor(end / BLOCK)
    while (this.#lines.length <= block) this.#addBlock()
    const last = this.#last
    const goesOn = last.offset >= block * BLOCK && last.offset <= end
    const position = goesOn
      ? walked(this.#source, last.offset, last, end)
      : walked(this.#source, block * BLOCK, { line: this.#lines[block]!, character: this.#characters[block]! }, end)
    this.#last = { offset: end, ...position }
    return position
  }

  offset({ line, character }: Position): number {
    const source = this.#source
    while (this.#lines.at(-1)! <= line && (this.#lines.length - 1) * BLOCK < source.length) this.#addBlock()
    let block = upperBound(this.#lines, line) - 1
    // Blocks can begin on the wanted line but after its start: go back to the first that surely begins before it.
    const isTooFar = () => this.#lines[block] === line && (this.#characters[block] ?? 0) > character
    while (block > 0 && isTooFar()) block--
    let atLine = this.#lines[block]!
    let atCharacter = this.#characters[block]!
    for (let start = block * BLOCK; start < source.length; start += BLOCK) {
      const bytes = source.window(start, BLOCK + 1)
      const end = Math.min(BLOCK, source.length - start)
      for (let at = 0; at < end; at++) {
        const byte = bytes[at]!
        if ((byte & 0xc0) === 0x80) continue
        if (atLine === line && (atCharacter >= character || byte === 10 || byte === 13)) {
          const isAfterReturn = byte === 10 && start + at > 0 && source.window(start + at - 1, 1)[0] === 13
          return start + at - (isAfterReturn ? 1 : 0)
        }
        if (byte === 10 || (byte === 13 && bytes[at + 1] !== 10)) {
          atLine++
          atCharacter = 0
        } else atCharacter += units(byte)
      }
    }
    return source.length
  }

  #addBlock(): void {
    const block = this.#lines.length - 1
    const { line, character } = walked(
      this.#source,
      block * BLOCK,
      { line: this.#lines[block]!, character: this.#characters[block]! },
      Math.min((block + 1) * BLOCK, this.#source.length),
    )
    this.#lines.push(line)
    this.#characters.push(character)
  }
}

/** The place of a byte, from the place of one before it. */
export function walked(source: Source, from: number, { line, character }: Position, to: number): Position {
  const bytes = source.window(from, to - from + 1).subarray(0, to - from + 1)
  const end = to - from
  // Where no CR stands, the engine's own search finds the line ends several times as fast.
  const lineEnd = bytes.includes(13) ? anyLineEnd : lineFeed
  let atLine = line
  let lineStart = -1
  for (let at = lineEnd(bytes, 0, end); at < end; at = lineEnd(bytes, at + 1, end)) {
    atLine++
    lineStart = at + 1
  }
  const units = unitsIn(bytes, Math.max(0, lineStart), end)
  return { line: atLine, character: lineStart >= 0 ? units : character + units }
}

/** The lines that end in a text. */
export function lineCount(bytes: Uint8Array): number {
  let count = 0
  for (let at = anyLineEnd(bytes, 0, bytes.length); at < bytes.length; at = anyLineEnd(bytes, at + 1, bytes.length))
    count++
  return count
}

/** UTF-16 units of the bytes `from` up to `to`. */
export function unitsIn(bytes: Uint8Array, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at++) count += units(bytes[at]!)
  return count
}

/** The first LF at or after `from`, or `to`. */
function lineFeed(bytes: Uint8Array, from: number, to: number): number {
  const found = bytes.indexOf(10, from)
  return found < 0 || found > to ? to : found
}

/** The first line end at or after `from`, or `to`. The CR of a CRLF stands on the line that the LF ends. */
function anyLineEnd(bytes: Uint8Array, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    // Most bytes are far from a line end: four are looked at together.
    while (at + 3 < to && bytes[at]! > 13 && bytes[at + 1]! > 13 && bytes[at + 2]! > 13 && bytes[at + 3]! > 13) at += 4
    if (at >= to) break
    const byte = bytes[at]!
    if (byte === 10 || (byte === 13 && bytes[at + 1] !== 10)) return at
  }
  return to
}

/** UTF-16 units that the character beginning with this byte takes; none for a byte inside a character. */
function units(byte: number): number {
  if ((byte & 0xc0) === 0x80) return 0
  return byte >= 0xf0 ? 2 : 1
}

function upperBound(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! <= value) low = middle + 1
    else high = middle
  }
  return low
}
