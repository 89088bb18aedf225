import { Range, type TextDocument, TextEdit, window, workspace, WorkspaceEdit } from 'vscode'
import type { Range as LspRange, TextEdit as LspTextEdit } from '../server/protocol'

/** Makes these changes of a text in one step that one undo takes back; false when that is not possible any more. */
export async function changeText(document: TextDocument, edits: readonly LspTextEdit[]): Promise<boolean> {
  const editor = window.visibleTextEditors.find(one => one.document === document)
  // A hundred thousand changes take an editor less than a second, and four when they come to it as a `WorkspaceEdit`.
  if (editor)
    return editor.edit(change => {
      for (const { range, newText } of edits) change.replace(rangeOf(range), newText)
    })
  const edit = new WorkspaceEdit()
  edit.set(
    document.uri,
    edits.map(({ range, newText }) => new TextEdit(rangeOf(range), newText)),
  )
  return workspace.applyEdit(edit)
}

/** A place as the editor names it. */
export function rangeOf({ start, end }: LspRange): Range {
  return new Range(start.line, start.character, end.line, end.character)
}
