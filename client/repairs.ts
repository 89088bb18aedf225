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
import { tellLost } from './fix-all'
import { words } from './words'

const COMMAND = 'vigie.repair'

/**
 * A code action as the editor offers it: one that a person must confirm, or whose changes are still to be worked out, runs a
 * command. The editor itself would list the changes to be confirmed beside boxes, none of which is ticked, and would say
 * neither why nor that they must be; and it takes several times as long over the many changes of a column.
 */
export function offered(action: CodeAction): CodeAction {
  const { title, kind, diagnostics, edit, command } = action
  if (command || (edit && !askedIn(action))) return action
  return {
    title,
    ...(kind && { kind }),
    ...(diagnostics && { diagnostics }),
    command: { title, command: COMMAND, arguments: [action] },
  }
}

/** Carries out a repair in one step that one undo takes back; before one that may be wrong it asks. */
export function carryOutRepairs(client: BaseLanguageClient): Disposable {
  return commands.registerCommand(COMMAND, (action: CodeAction) => carryOut(client, action))
}

async function carryOut(client: BaseLanguageClient, action: CodeAction): Promise<void> {
  const { edit, data } = action.edit ? action : await client.sendRequest(CodeActionResolveRequest.type, action)
  const [change] = edit?.documentChanges ?? []
  if (!edit || !TextDocumentEdit.is(change)) return changedMeanwhile()
  const document = await workspace.openTextDocument(client.protocol2CodeConverter.asUri(change.textDocument.uri))
  const isStale = () => document.version !== change.textDocument.version
  if (isStale()) return changedMeanwhile()
  const edits = change.edits.filter(one => TextEdit.is(one))
  const asked = askedIn({ data })
  const way = asked ? await wayChosen(asked, edits, range => document.getText(rangeOf(range))) : 'all'
  if (!way) return
  if (isStale()) return changedMeanwhile()
  // For the annotations of the server the editor lists the changes, each beside a box.
  if (way === 'one by one') await workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(edit))
  else if (!(await changeText(document, edits))) changedMeanwhile()
  else if (lostIn({ data }) !== undefined) void tellLost(document, lostIn({ data })!)
}

function changedMeanwhile(): void {
  void window.showWarningMessage(words().changedMeanwhile)
}

/** Asks how to carry out a repair that may be wrong; undefined when it is not to be. */
async function wayChosen(
  asked: Asked,
  edits: readonly TextEdit[],
  textIn: (range: TextEdit['range']) => string,
): Promise<'all' | 'one by one' | undefined> {
  const { language, repair, eachChange } = words()
  const detail = changesTold({ edits, textIn }, asked, language)
  // The list would show what each change takes out and writes.
  const ways = asked.isWithheld ? [repair] : [repair, eachChange]
  const answer = await answered(questionOf(asked, language), { detail, ways })
  if (answer === undefined) return undefined
  return answer === repair ? 'all' : 'one by one'
}

function lostIn({ data }: Pick<CodeAction, 'data'>): string | undefined {
  return (data as { readonly lost?: string } | undefined)?.lost
}

function askedIn({ data }: Pick<CodeAction, 'data'>): Asked | undefined {
  return (data as { readonly asked?: Asked } | undefined)?.asked
}
