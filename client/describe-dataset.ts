import {
  Range,
  Selection,
  type TextDocument,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { ask } from './ask'
import { documentOf } from './documents'
import { words } from './words'

/**
 * Writes beside a file the `datapackage.json` that describes it, or completes the one that is there, and shows it. What
 * is completed is left unsaved, so that one can look at it and undo it. `member`: whose value is to be written first.
 */
export async function describeDataset(client: BaseLanguageClient, argument: unknown, member: unknown): Promise<void> {
  const document = await documentOf(argument)
  if (!document) return void window.showInformationMessage(words().noTable)
  if (document.isUntitled) return void window.showInformationMessage(words().saveBeforeDescription)
  const uri = document.uri.toString()
  const beside = Uri.joinPath(document.uri, '../datapackage.json')
  const known = await openedAt(beside)
  const existing = known?.getText()
  const described = await ask(client, 'vigie/describe', { uri, ...(existing !== undefined && { existing }) })
  if (!described) return void window.showWarningMessage(words().noServer)
  const { text } = described
  if (text === undefined) return void window.showInformationMessage(known ? words().cannotComplete : words().noTable)
  if (!known) await workspace.fs.writeFile(beside, new TextEncoder().encode(text))
  else if (text !== existing) await replaced(known, text)
  const isInView = window.activeTextEditor?.document.uri.toString() === uri
  const editor = await window.showTextDocument(beside, {
    preview: false,
    ...(isInView && { viewColumn: ViewColumn.Beside }),
  })
  const place = typeof member === 'string' ? blankOf(editor.document, member) : undefined
  if (!place) return
  editor.selection = new Selection(place.start, place.end)
  editor.revealRange(place, TextEditorRevealType.InCenter)
}

async function openedAt(uri: Uri): Promise<TextDocument | undefined> {
  return workspace.fs.stat(uri).then(
    () => workspace.openTextDocument(uri),
    () => undefined,
  )
}

async function replaced(document: TextDocument, text: string): Promise<void> {
  const edit = new WorkspaceEdit()
  const end = document.positionAt(document.getText().length)
  edit.replace(document.uri, new Range(document.positionAt(0), end), text)
  await workspace.applyEdit(edit)
}

/** Where a member waits for its value, which is only the place of one. */
function blankOf(document: TextDocument, member: string): Range | undefined {
  const text = document.getText()
  const before = `"${member}": "`
  const at = text.indexOf(`${before}…`)
  if (at < 0) return undefined
  const start = at + before.length
  return new Range(document.positionAt(start), document.positionAt(text.indexOf('"', start)))
}
