import { type CancellationToken, ProgressLocation, TabInputText, Uri, window, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { FileChecked } from '../server/protocol'
import { ask } from './ask'
import { nameOf } from './documents'
import { showBeside } from './page-beside'
import { progressOf } from './progress'
import { words } from './words'

/** Checks a file as it lies on disk, whatever its size, and offers the report; what the editor does goes on meanwhile. */
export async function checkFile(client: BaseLanguageClient, argument: unknown): Promise<void> {
  const uri = argument instanceof Uri ? argument : uriInView()
  if (!uri) return void window.showInformationMessage(words().noTable)
  const options = { location: ProgressLocation.Notification, cancellable: true, title: words().checking(nameOf(uri)) }
  const checked = await window.withProgress(options, (progress, token) =>
    checkedBy(client, uri, token, (increment, message) => progress.report({ increment, message })),
  )
  // The message stays until somebody answers it: whoever waits for the check need not wait for that.
  if (checked) void offerReport(uri, checked)
}

/** The file in view, whether the editor hands it over or not. */
export function uriInView(): Uri | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input
  return input instanceof TabInputText ? input.uri : undefined
}

async function checkedBy(
  client: BaseLanguageClient,
  uri: Uri,
  token: CancellationToken,
  report: (increment: number, message: string) => void,
): Promise<FileChecked | undefined> {
  const workDoneToken = crypto.randomUUID()
  const listener = progressOf(client, workDoneToken, (increment, done) => report(increment, words().percent(done)))
  try {
    const checked = await ask(client, 'vigie/checkFile', { uri: uri.toString(), workDoneToken }, token)
    if (!checked && !token.isCancellationRequested) void window.showWarningMessage(words().noServer)
    return token.isCancellationRequested ? undefined : checked
  } finally {
    listener.dispose()
  }
}

async function offerReport(uri: Uri, { told, reports }: FileChecked): Promise<void> {
  if (!reports) return void window.showWarningMessage(told)
  const { showReport, saveFindings } = words()
  const answer = await window.showInformationMessage(told, showReport, saveFindings)
  if (answer === showReport) await shown(uri, Uri.parse(reports.html, true))
  if (answer === saveFindings) await saved(uri, Uri.parse(reports.json, true))
}

async function shown(uri: Uri, report: Uri): Promise<void> {
  const text = new TextDecoder().decode(await workspace.fs.readFile(report))
  showBeside('vigie.report', words().reportOf(nameOf(uri)), text)
}

/** Keeps all findings where the person wants them. */
async function saved(uri: Uri, findings: Uri): Promise<void> {
  const target = await window.showSaveDialog({
    defaultUri: uri.with({ path: uri.path.replace(/\.[^./]*$/, '.vigie.json') }),
    filters: { JSON: ['json'] },
  })
  if (target) await workspace.fs.copy(findings, target, { overwrite: true })
}
