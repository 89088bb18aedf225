import type { Range, TextEdit } from '../server/protocol/range'

/** Changes of which so many make one. */
const JOINED = 10
/** Changes above which some are joined. Of a thousand and fewer the editor makes each by itself, and lines cost it more than words. */
const MANY = 1000 * JOINED
/** Characters between two changes beyond which both stay as they are. */
const APART = 200

/** Fewer changes that make the same text: each writes anew the little that stands between several. They are in order. */
export function joinedEdits(edits: readonly TextEdit[], textIn: (range: Range) => string): readonly TextEdit[] {
  if (edits.length <= MANY) return edits
  const joined: TextEdit[] = []
  let parts: string[] = []
  let first = edits[0]!.range
  let last = first
  const close = () => joined.push({ range: { start: first.start, end: last.end }, newText: parts.join('') })
  for (const { range, newText } of edits) {
    const isNext = parts.length > 0 && parts.length < 2 * JOINED - 1 && range.start.line <= last.end.line + 1
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
