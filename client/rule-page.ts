import { commands, type Disposable, Range, Uri, ViewColumn, window, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { Shown } from '../server/protocol'
import { ask } from './ask'
import { words } from './words'

const SCHEME = 'vigie-rule'

/**
 * The page of a rule as a document of the editor, shown as a preview: package.json associates the two.
 * The link of a diagnostic may not be a command, and needs no network when it is a document.
 */
export function ruleLink(id: string): Uri {
  return Uri.from({ scheme: SCHEME, path: `/${id}.md` })
}

/** Serves the pages of rules as documents of the editor. */
export function rulePages(client: BaseLanguageClient): Disposable {
  return workspace.registerTextDocumentContentProvider(SCHEME, {
    async provideTextDocumentContent(uri, token) {
      const id = uri.path.replace(/^\/|\.md$/g, '')
      return (await ask(client, 'vigie/rulePage', { id }, token))?.markdown ?? ''
    },
  })
}

/** Opens the page of a rule beside the text. */
export async function showRule(id: string): Promise<void> {
  await commands.executeCommand('vscode.open', ruleLink(id), ViewColumn.Beside)
}

/** Opens the page of a rule: the one that is named, else that of the problem under the cursor. */
export async function explain(client: BaseLanguageClient, argument: unknown): Promise<void> {
  const id = typeof argument === 'string' ? argument : await ruleAtCursor(client)
  if (id === undefined) return void window.showInformationMessage(words().noProblemHere)
  await showRule(id)
}

/** Asked of the server: the editor has one problem for all the cells of a column. */
async function ruleAtCursor(client: BaseLanguageClient): Promise<string | undefined> {
  const editor = window.activeTextEditor
  if (!editor) return undefined
  const found = await ask(client, 'vigie/findings', {
    uri: client.code2ProtocolConverter.asUri(editor.document.uri),
    range: client.code2ProtocolConverter.asRange(new Range(editor.selection.active, editor.selection.active)),
  })
  // What is said of the cell goes before what is said of its row.
  return found?.toSorted((one, other) => lengthOf(one) - lengthOf(other))[0]?.rule
}

function lengthOf({ range: { start, end } }: Shown): number {
  return start.line === end.line ? end.character - start.character : Infinity
}
