import type { Range, TextEdit } from '../server/protocol/range'

type Position = Range['start']

/** Where a place of a text lies once these changes are made, which are in order; within one, as far from its beginning. */
export function placeAfter(place: Position, edits: readonly TextEdit[]): Position {
  let before: Position = { line: 0, character: 0 }
  let after = before
  for (const { range, newText } of edits) {
    if (!precedes(range.start, place)) break
    const start = shifted(range.start, before, after)
    if (precedes(place, range.end)) return within(start, place, range.start, newText)
    before = range.end
    after = endOf(start, newText)
  }
  return shifted(place, before, after)
}

function precedes(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character)
}

/** A place, told where another one before it went. */
function shifted({ line, character }: Position, before: Position, after: Position): Position {
  return {
    line: line + after.line - before.line,
    character: line === before.line ? character + after.character - before.character : character,
  }
}

function within(start: Position, place: Position, from: Position, written: string): Position {
  if (place.line > from.line) return start
  const [first = ''] = written.split(/\r?\n|\r/, 1)
  return { line: start.line, character: start.character + Math.min(place.character - from.character, first.length) }
}

function endOf({ line, character }: Position, written: string): Position {
  const lines = written.split(/\r?\n|\r/)
  const last = lines.at(-1)!.length
  return { line: line + lines.length - 1, character: lines.length === 1 ? character + last : last }
}
