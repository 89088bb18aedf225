import { commands, type Disposable, window, workspace } from 'vscode'
import {
  type BaseLanguageClient,
  type CodeAction,
  CodeActionResolveRequest,
  TextDocumentEdit,
  TextEdit,
} from 'vscode-languageclient'
import type { Asked, Requests } from '../server/protocol'
import { answered } from './answered'
import { changeText, rangeOf } from './change-text'
import { changesTold, questionOf } from './changes-told'
import { tellLost } from './fix-all'
import { unpackedEdits } from './unpacked-edits'
import { words } from './words'

const COMMAND = 'vigie.repair'

/**
 * A code action as the editor offers it: one that a person must confirm, or whose changes are still to be worked out, runs a
 * command. The editor itself would list the changes to be confirmed beside boxes, none of which is ticked, and would say
 * neither why nor that they must be; and it takes several times as long over the many changes of a column.
 */
export function offered(action: CodeAction): CodeAction {
  const { title, kind, diagnostics, edit, command, data } = action
  if (command || (edit && !toldOf(data).asked)) return action
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
  const repair = action.edit ? repairIn(action) : await repairAsked(client, action)
  if (!repair) return changedMeanwhile()
  const { edits, version, asked, lost } = repair
  const document = await workspace.openTextDocument(client.protocol2CodeConverter.asUri(repair.uri))
  const isStale = () => document.version !== version
  if (isStale()) return changedMeanwhile()
  const way = asked ? await wayChosen(asked, edits, range => document.getText(rangeOf(range))) : 'all'
  if (!way) return
  if (isStale()) return changedMeanwhile()
  if (way === 'one by one') await listEach(client, action)
  else if (!(await changeText(document, edits))) changedMeanwhile()
  else if (lost !== undefined) void tellLost(document, lost)
}

/** What an action does to a text of a version. */
interface Repair {
  readonly uri: string
  readonly version: number | null
  readonly edits: readonly TextEdit[]
  readonly asked: Asked | undefined
  readonly lost: string | undefined
}

/** The repair that an action brings. */
function repairIn({ edit, data }: CodeAction): Repair | undefined {
  const [change] = edit?.documentChanges ?? []
  if (!TextDocumentEdit.is(change)) return undefined
  const { uri, version } = change.textDocument
  return { uri, version, edits: change.edits.filter(one => TextEdit.is(one)), ...toldOf(data) }
}

/** The repair that is worked out when it is chosen. */
async function repairAsked(client: BaseLanguageClient, { data }: CodeAction): Promise<Repair | undefined> {
  const { repair } = await client.sendRequest<Requests['vigie/repair']['result']>('vigie/repair', { data })
  return repair && { ...repair, edits: unpackedEdits(repair.edits), ...toldOf(repair.data) }
}

/** Has the editor list the changes, each beside a box, for the annotations of the server. */
async function listEach(client: BaseLanguageClient, action: CodeAction): Promise<void> {
  const { edit } = action.edit ? action : await client.sendRequest(CodeActionResolveRequest.type, action)
  if (edit) await workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(edit))
  else changedMeanwhile()
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

/** What the server says of a repair in the `data` of its action: what the person is asked, and what the text loses. */
function toldOf(data: unknown): Pick<Repair, 'asked' | 'lost'> {
  const { asked, lost } = (data ?? {}) as Partial<Pick<Repair, 'asked' | 'lost'>>
  return { asked, lost }
}
