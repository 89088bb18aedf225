import { commands, type Disposable, window, workspace } from 'vscode'
import {
  type BaseLanguageClient,
  type CodeAction,
  CodeActionResolveRequest,
  TextDocumentEdit,
  TextEdit,
} from 'vscode-languageclient'
import type { Asked } from '../server/protocol'
import { answered } from './answered'
import { changeText, rangeOf } from './change-text'
import { changesTold, questionOf } from './changes-told'
import { words } from './words'

const COMMAND = 'vigie.confirmRepair'

/**
 * A code action as the editor offers it: one that a person must confirm runs the command that asks. The editor itself would
 * list its changes beside boxes, none of which is ticked, and would say neither why nor that they must be.
 */
export function offered(action: CodeAction): CodeAction {
  const { title, kind, diagnostics } = action
  if (!askedIn(action)) return action
  return {
    title,
    ...(kind && { kind }),
    ...(diagnostics && { diagnostics }),
    command: { title, command: COMMAND, arguments: [action] },
  }
}

/** Asks before a repair that may be wrong, and carries it out in one step that one undo takes back. */
export function confirmRepairs(client: BaseLanguageClient): Disposable {
  return commands.registerCommand(COMMAND, (action: CodeAction) => confirmRepair(client, action))
}

async function confirmRepair(client: BaseLanguageClient, action: CodeAction): Promise<void> {
  const say = words()
  const { edit, data } = action.edit ? action : await client.sendRequest(CodeActionResolveRequest.type, action)
  const asked = askedIn({ data })
  const [change] = edit?.documentChanges ?? []
  if (!edit || !asked || !TextDocumentEdit.is(change)) return void window.showWarningMessage(say.changedMeanwhile)
  const document = await workspace.openTextDocument(client.protocol2CodeConverter.asUri(change.textDocument.uri))
  const isStale = () => document.version !== change.textDocument.version
  if (isStale()) return void window.showWarningMessage(say.changedMeanwhile)
  const edits = change.edits.filter(one => TextEdit.is(one))
  const detail = changesTold({ edits, textIn: range => document.getText(rangeOf(range)) }, asked, say.language)
  // The list would show what each change takes out and writes.
  const ways = asked.isWithheld ? [say.repair] : [say.repair, say.eachChange]
  const question = questionOf(asked, say.language)
  const answer = await answered(question, { detail, ways })
  if (!answer) return
  if (isStale()) return void window.showWarningMessage(say.changedMeanwhile)
  // For the annotations of the server the editor lists the changes, each beside a box.
  if (answer === say.eachChange) await workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(edit))
  else if (!(await changeText(document, edits))) void window.showWarningMessage(say.changedMeanwhile)
}

function askedIn({ data }: Pick<CodeAction, 'data'>): Asked | undefined {
  return (data as { readonly asked?: Asked } | undefined)?.asked
}
