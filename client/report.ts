import { commands, ProgressLocation, ViewColumn, window, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { ask } from './ask'
import { documentOf } from './documents'
import { words } from './words'

/**
 * Asks for whom the report on a file is to be, and shows it: as a new Markdown document, which whoever wants to keep it
 * saves where it belongs, with the editor’s own preview in front of it.
 */
export async function showReport(client: BaseLanguageClient, argument: unknown, reader: unknown): Promise<void> {
  const document = await documentOf(argument)
  if (!document) return void window.showInformationMessage(words().noTable)
  const level = reader === 'elu' || reader === 'agent' ? reader : await askedReader()
  if (!level) return
  const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1)
  const options = { location: ProgressLocation.Notification, cancellable: true, title: words().reportOf(name) }
  await window.withProgress(options, async (_, token) => {
    const report = await ask(client, 'vigie/report', { uri: document.uri.toString(), level }, token)
    if (token.isCancellationRequested) return
    if (!report) return void window.showWarningMessage(words().noServer)
    if (report.markdown === undefined) return void window.showInformationMessage(words().noTable)
    const shown = await workspace.openTextDocument({ language: 'markdown', content: report.markdown })
    await window.showTextDocument(shown, { preview: false, viewColumn: ViewColumn.Beside })
    // Where Markdown has no preview, its text is readable too.
    await commands.executeCommand('markdown.showPreview', shown.uri).then(undefined, () => undefined)
  })
}

async function askedReader(): Promise<'elu' | 'agent' | undefined> {
  const { forWhom, forElu, forEluWhy, forAgent, forAgentWhy } = words()
  const answer = await window.showQuickPick(
    [
      { label: forElu, detail: forEluWhy, level: 'elu' as const },
      { label: forAgent, detail: forAgentWhy, level: 'agent' as const },
    ],
    { title: forWhom },
  )
  return answer?.level
}
