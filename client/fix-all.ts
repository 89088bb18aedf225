import { commands, type TextDocument, window } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { ask } from './ask'
import { changeText } from './change-text'
import { documentOf } from './documents'
import { editorEncoding, encodingOf } from './encoding'
import { readsBack } from './reencode'
import { unpackedEdits } from './unpacked-edits'
import { words } from './words'

/** Applies every safe fix of a file in one step that one undo takes back. */
export async function fixAll(client: BaseLanguageClient, argument: unknown): Promise<void> {
  const document = await documentOf(argument)
  if (!document) return void window.showInformationMessage(words().noTable)
  if (await isMisread(client, document)) return
  const fixes = await ask(client, 'vigie/fixAll', { uri: document.uri.toString() })
  if (!fixes) return void window.showWarningMessage(words().noServer)
  if (fixes.because !== undefined) return void window.showWarningMessage(fixes.because)
  if (fixes.edits.texts.length === 0) return void window.showInformationMessage(words().nothingToFix)
  // Typing went on while the server worked: its places may be wrong by now.
  const stale = document.version !== fixes.version
  if (stale || !(await changeText(document, unpackedEdits(fixes.edits))))
    return void window.showWarningMessage(words().changedMeanwhile)
  const done = words().fixed(fixes.repairs)
  if (fixes.lost !== undefined) return void tellLost(document, fixes.lost, done)
  window.setStatusBarMessage(done, 5000)
}

/** Tells what repairs of a document took away, as long as one undo gives it back, and offers that undo. */
export async function tellLost(document: TextDocument, lost: string, done?: string): Promise<void> {
  const { undoFirst, undo, undoByHand } = words()
  const { version } = document
  // Without an answer to choose the editor shows but the first line.
  const answer = await window.showWarningMessage(
    [...(done === undefined ? [] : [done]), lost, undoFirst].join(' '),
    undo,
  )
  if (answer !== undo) return
  if (document.version !== version) return void window.showWarningMessage(undoByHand)
  await window.showTextDocument(document)
  await commands.executeCommand('undo')
}

/** Says so when the editor read the file in another encoding than its own: saving then destroys what it shows as U+FFFD. */
async function isMisread(client: BaseLanguageClient, document: TextDocument): Promise<boolean> {
  if (!document.getText().includes('\uFFFD')) return false
  const { dialect } = (await ask(client, 'vigie/status', { uri: document.uri.toString() })) ?? {}
  const encoding = encodingOf(document)
  // The disk is asked, not the server's memory of it: the file may have changed since it was judged.
  if (!dialect || encoding === undefined || (await readsBack(document, editorEncoding(encoding)).catch(() => true)))
    return false
  void offerRewriting(document, dialect.encoding)
  return true
}

async function offerRewriting(document: TextDocument, encoding: string): Promise<void> {
  const { misread, rewrite } = words()
  if ((await window.showWarningMessage(misread(encoding), rewrite)) === rewrite)
    await commands.executeCommand('vigie.reencode', document.uri)
}
