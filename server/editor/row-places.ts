import { rangeOf } from './convert'
import type { Source } from './checked'
import type { Position } from '../engine/model/lines'
import { bytesBetween } from '../engine/model/source'
import type { Span } from '../engine/model/span'

/** A cell of a row and where it lies, its quotes included. */
interface PlacedCell {
  readonly column: number
  readonly span: Span
  readonly start: Position
  readonly end: Position
}

/** The cells of a row with their places, which are counted in one pass over the row. */
export function placedCells(source: Source, row: number): readonly PlacedCell[] {
  const { table, source: text } = source.dataset
  const whole = table.rowSpan(row)
  const bytes = bytesBetween(text, whole.start, whole.end)
  let place = rangeOf(source, { start: whole.start, end: whole.start }).start
  let at = 0
  const advance = (end: number): Position => {
    let { line, character } = place
    for (; at < end; at++) {
      const byte = bytes[at]!
      // A CR before an LF ends no line of its own.
      const isEnd = byte === 10 || (byte === 13 && bytes[at + 1] !== 10)
      if (isEnd) {
        line++
        character = 0
      } else if ((byte & 0xc0) !== 0x80) character += byte >= 0xf0 ? 2 : 1
    }
    return (place = { line, character })
  }
  const cells: PlacedCell[] = []
  const width = Math.min(table.width(row), table.columnCount)
  for (let column = 0; column < width; column++) {
    const span = table.cellSpan(row, column)
    if (!span) break
    cells.push({ column, span, start: advance(span.start - whole.start), end: advance(span.end - whole.start) })
  }
  return cells
}

/** The first and the last row that lie in these lines. */
export function rowsBetween(source: Source, from: number, to: number): readonly [first: number, last: number] {
  const { table, lines, source: text } = source.dataset
  const last = Math.max(0, text.length - 1)
  return [
    table.locate(Math.min(lines.offset({ line: from, character: 0 }), last)).row,
    table.locate(Math.min(lines.offset({ line: to, character: 0 }), last)).row,
  ]
}
