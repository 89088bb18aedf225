import type { TextEdit } from 'vscode-languageserver'
import type { PackedEdits } from '../protocol'

/** Edits of a text, which are in order, as they are sent by the thousand. */
export function packed(edits: readonly TextEdit[]): PackedEdits {
  let before = 0
  const places = edits.flatMap(({ range: { start, end } }) => {
    const lines = start.line - before
    before = start.line
    return [lines, start.character, end.line - start.line, end.character]
  })
  return { places, texts: edits.map(({ newText }) => newText) }
}
