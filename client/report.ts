import { ProgressLocation, type Uri, window, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { ask } from './ask'
import { documentOf, nameOf } from './documents'
import { showBeside } from './page-beside'
import { words } from './words'

const readers = ['elu', 'agent', 'successor'] as const

type ReportReader = (typeof readers)[number]

/** Asks for whom the report on a file is to be, shows it beside the text, and offers to save it. */
export async function showReport(client: BaseLanguageClient, argument: unknown, told: unknown): Promise<void> {
  const document = await documentOf(argument)
  if (!document) return void window.showInformationMessage(words().noTable)
  const reader = readers.find(one => one === told) ?? (await askedReader())
  if (!reader) return
  const { uri } = document
  const page = await written(client, uri, reader, 'html')
  if (page === undefined) return
  showBeside('vigie.report', words().reportOf(nameOf(uri)), page)
  // The message stays until somebody answers it.
  void offerToSave(client, uri, reader, page)
}

/** The report; undefined when there is none, as was said then, or nobody wants it any more. */
async function written(
  client: BaseLanguageClient,
  uri: Uri,
  reader: ReportReader,
  format: 'html' | 'markdown',
): Promise<string | undefined> {
  const { reportOf, noServer, noTable } = words()
  const options = { location: ProgressLocation.Notification, cancellable: true, title: reportOf(nameOf(uri)) }
  return window.withProgress(options, async (_, token) => {
    const report = await ask(client, 'vigie/report', { uri: uri.toString(), for: reader, format }, token)
    if (token.isCancellationRequested) return undefined
    if (!report) void window.showWarningMessage(noServer)
    else if (report.text === undefined) void window.showInformationMessage(noTable)
    return report?.text
  })
}

async function offerToSave(client: BaseLanguageClient, uri: Uri, reader: ReportReader, page: string): Promise<void> {
  const { reportShown, saveReport, reportName } = words()
  if ((await window.showInformationMessage(reportShown(nameOf(uri)), saveReport)) !== saveReport) return
  const target = await window.showSaveDialog({
    defaultUri: uri.with({ path: uri.path.replace(/(?:\.[^./]*)?$/, `.${reportName}.html`) }),
    filters: { HTML: ['html'], Markdown: ['md'] },
  })
  if (!target) return
  const text = target.path.endsWith('.md') ? await written(client, uri, reader, 'markdown') : page
  if (text !== undefined) await workspace.fs.writeFile(target, new TextEncoder().encode(text))
}

async function askedReader(): Promise<ReportReader | undefined> {
  const { forWhom, forElu, forEluWhy, forAgent, forAgentWhy, forSuccessor, forSuccessorWhy } = words()
  const answer = await window.showQuickPick(
    [
      { label: forElu, detail: forEluWhy, reader: 'elu' as const },
      { label: forAgent, detail: forAgentWhy, reader: 'agent' as const },
      { label: forSuccessor, detail: forSuccessorWhy, reader: 'successor' as const },
    ],
    { title: forWhom },
  )
  return answer?.reader
}
