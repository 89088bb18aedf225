import type { PackedEdits } from '../server/protocol'
import type { TextEdit } from '../server/protocol/range'

/** The edits of a text that the server has packed. */
export function unpackedEdits({ places, texts }: PackedEdits): TextEdit[] {
  let line = 0
  return texts.map((newText, i) => {
    const at = 4 * i
    line += places[at]!
    const start = { line, character: places[at + 1]! }
    return { range: { start, end: { line: line + places[at + 2]!, character: places[at + 3]! } }, newText }
  })
}
