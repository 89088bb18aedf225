import type { TextEdit } from 'vscode-languageserver'
import type { PackedEdits } from '../protocol'

/** Edits of a text, which are in order, as they are sent by the thousand. */
export function packed(edits: readonly TextEdit[]): PackedEdits {
  let before = 0
  const places: number[] = []
  const texts: string[] = []
  for (const { range, newText } of edits) {
    const { start, end } = range
    places.push(start.line - before, start.character, end.line - start.line, end.character)
    texts.push(newText)
    before = start.line
  }
  return { places, texts }
}
