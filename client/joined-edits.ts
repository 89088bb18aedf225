import type { Range, TextEdit } from '../server/protocol/range'

/** Changes above which neighbours are joined: of more than a thousand the editor makes one itself, line by line. */
const MANY = 1_000
/** Characters between two changes beyond which both stay as they are. */
const APART = 200

/**
 * Fewer changes that make the same text: each writes anew the little that stands between several. They are in order.
 * `textIn`: the text of a stretch of one line, or of two that follow each other.
 */
export function joinedEdits(edits: readonly TextEdit[], textIn: (range: Range) => string): readonly TextEdit[] {
  if (edits.length <= MANY) return edits
  const joined: TextEdit[] = []
  let parts: string[] = []
  let first = edits[0]!.range
  let last = first
  const close = () => joined.push({ range: { start: first.start, end: last.end }, newText: parts.join('') })
  for (const { range, newText } of edits) {
    const isNext = parts.length > 0 && range.start.line <= last.end.line + 1
    const between = isNext ? textIn({ start: last.end, end: range.start }) : undefined
    if (between !== undefined && between.length <= APART) parts.push(between, newText)
    else {
      if (parts.length > 0) close()
      parts = [newText]
      first = range
    }
    last = range
  }
  close()
  return joined
}
