import {
  EndOfLine,
  Position,
  Range,
  Selection,
  type TextDocument,
  TextEdit,
  type TextEditorEdit,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode'
import type { Range as LspRange, TextEdit as LspTextEdit } from '../server/protocol/range'
import { joinedEdits } from './joined-edits'
import { placeAfter } from './place-after'

/**
 * Makes these changes of a text, which are in order, in one step that one undo takes back; false when that is not possible
 * any more. The cursor stays where it was in the text.
 */
export async function changeText(document: TextDocument, edits: readonly LspTextEdit[]): Promise<boolean> {
  const editor = window.visibleTextEditors.find(one => one.document === document)
  if (!editor) return workspace.applyEdit(workspaceEdit(document, edits))
  const { version } = document
  const selections = editor.selections.map(
    ({ anchor, active }) => new Selection(moved(anchor, edits), moved(active, edits)),
  )
  const fewer = joinedEdits(edits, range => textIn(document, range))
  // A hundred thousand changes take an editor less than a second, and four when they come to it as a `WorkspaceEdit`.
  const isDone = await editor.edit(change => {
    for (const { range, newText } of fewer) write(change, rangeOf(range), newText)
  })
  // Of more than a thousand changes the editor makes one, and keeps the cursor by its distance from the beginning.
  if (isDone && document.version === version + 1) editor.selections = selections
  return isDone
}

/** The text of a stretch of one line, or of two that follow each other, in half of the time that `getText` takes. */
function textIn(document: TextDocument, { start, end }: LspRange): string {
  const first = document.lineAt(start.line).text
  if (start.line === end.line) return first.slice(start.character, end.character)
  const lineEnd = document.eol === EndOfLine.CRLF ? '\r\n' : '\n'
  return first.slice(start.character) + lineEnd + document.lineAt(end.line).text.slice(0, end.character)
}

/** The editor tells its views of each line that is written anew, but at once of all that come, and of all that go. */
function write(change: TextEditorEdit, range: Range, newText: string): void {
  if (range.isSingleLine) return change.replace(range, newText)
  change.insert(range.start, newText)
  change.delete(range)
}

/** A place as the editor names it. */
export function rangeOf({ start, end }: LspRange): Range {
  return new Range(start.line, start.character, end.line, end.character)
}

function workspaceEdit({ uri }: TextDocument, edits: readonly LspTextEdit[]): WorkspaceEdit {
  const edit = new WorkspaceEdit()
  edit.set(
    uri,
    edits.map(({ range, newText }) => new TextEdit(rangeOf(range), newText)),
  )
  return edit
}

function moved(place: Position, edits: readonly LspTextEdit[]): Position {
  const { line, character } = placeAfter(place, edits)
  return new Position(line, character)
}
