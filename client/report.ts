import { ProgressLocation, Uri, window, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { ask } from './ask'
import { documentOf, nameOf } from './documents'
import { showBeside } from './page-beside'
import { words } from './words'

const readers = ['elu', 'agent', 'successor'] as const

type ReportReader = (typeof readers)[number]

/** For whom a report is to be, or with which former version the file is to be compared: absent for git’s last one. */
type Asked = { readonly for: ReportReader } | { readonly before: Uri | undefined }

/**
 * Asks for whom the report on a file is to be, or since when what has changed, shows it beside the text, and offers to
 * save it; `told`: the answer, a reader or the address of the former version.
 */
export async function showReport(client: BaseLanguageClient, argument: unknown, told: unknown): Promise<void> {
  const document = await documentOf(argument)
  if (!document) return void window.showInformationMessage(words().noTable)
  const { uri } = document
  const asked = askedBy(told) ?? (await chosenFor(client, uri))
  if (!asked) return
  const page = await written(client, uri, asked, 'html')
  if (page === undefined) return
  showBeside('vigie.report', words().reportOf(nameOf(uri)), page)
  // The message stays until somebody answers it.
  void offerToSave(client, uri, asked, page)
}

function askedBy(told: unknown): Asked | undefined {
  const reader = readers.find(one => one === told)
  if (reader) return { for: reader }
  return told instanceof Uri ? { before: told } : undefined
}

/** The report; undefined when there is none, as was said then, or nobody wants it any more. */
async function written(
  client: BaseLanguageClient,
  uri: Uri,
  asked: Asked,
  format: 'html' | 'markdown',
): Promise<string | undefined> {
  const { reportOf, noServer, noTable, noFormer } = words()
  const options = { location: ProgressLocation.Notification, cancellable: true, title: reportOf(nameOf(uri)) }
  return window.withProgress(options, async (_, token) => {
    const file = { uri: uri.toString(), format }
    const report =
      'for' in asked
        ? await ask(client, 'vigie/report', { ...file, for: asked.for }, token)
        : await ask(
            client,
            'vigie/changes',
            { ...file, ...(asked.before && { before: asked.before.toString() }) },
            token,
          )
    if (token.isCancellationRequested) return undefined
    if (!report) void window.showWarningMessage(noServer)
    else if (report.text === undefined) void window.showInformationMessage('for' in asked ? noTable : noFormer)
    return report?.text
  })
}

async function offerToSave(client: BaseLanguageClient, uri: Uri, asked: Asked, page: string): Promise<void> {
  const { reportShown, saveReport, reportName, noteName } = words()
  if ((await window.showInformationMessage(reportShown(nameOf(uri)), saveReport)) !== saveReport) return
  const name = 'for' in asked ? reportName : noteName
  const target = await window.showSaveDialog({
    defaultUri: uri.with({ path: uri.path.replace(/(?:\.[^./]*)?$/, `.${name}.html`) }),
    filters: { HTML: ['html'], Markdown: ['md'] },
  })
  if (!target) return
  const text = target.path.endsWith('.md') ? await written(client, uri, asked, 'markdown') : page
  if (text !== undefined) await workspace.fs.writeFile(target, new TextEncoder().encode(text))
}

/** What a person wants; what has changed since git’s last version only where there is another one. */
async function chosenFor(client: BaseLanguageClient, uri: Uri): Promise<Asked | undefined> {
  const say = words()
  const former = await ask(client, 'vigie/hasFormer', { uri: uri.toString() })
  const answer = await window.showQuickPick(
    [
      { label: say.forElu, detail: say.forEluWhy, answer: 'elu' as const },
      { label: say.forAgent, detail: say.forAgentWhy, answer: 'agent' as const },
      { label: say.forSuccessor, detail: say.forSuccessorWhy, answer: 'successor' as const },
      ...(former?.isThere ? [{ label: say.sinceGit, detail: say.sinceGitWhy, answer: 'git' as const }] : []),
      { label: say.sinceFile, detail: say.sinceFileWhy, answer: 'file' as const },
    ],
    { title: say.whichReport },
  )
  if (!answer) return undefined
  if (answer.answer === 'git') return { before: undefined }
  if (answer.answer !== 'file') return { for: answer.answer }
  const [before] = (await window.showOpenDialog({ openLabel: say.compare, title: say.sinceFile })) ?? []
  return before && { before }
}
