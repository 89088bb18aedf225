import {
  type CancellationToken,
  Disposable,
  env,
  languages,
  ProgressLocation,
  type Tab,
  TabInputText,
  TabInputTextDiff,
  UIKind,
  Uri,
  window,
  workspace,
} from 'vscode'
import {
  type BaseLanguageClient,
  DocumentDiagnosticRequest,
  type WorkspaceDiagnosticParams,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageclient'
import { type BesideFolders, DESCRIBES_OTHERS } from '../server/protocol'
import { DATA, isReadByName } from './documents'
import type { FolderPage } from './folder-page'
import { progressOf } from './progress'
import { shown } from './shown-findings'
import { words } from './words'

/** Milliseconds without another change on disk before the files that changed are checked again. */
const CALM = 500

/**
 * Has folders checked when a person asks for it, and shows what was found of the files that no tab shows, in step with the
 * disk from then on; the others have the findings of their text.
 */
export class FolderFindings {
  readonly #client: BaseLanguageClient
  readonly #found = languages.createDiagnosticCollection('vigie.folder')
  /** Addresses of the folders that were asked for. */
  readonly #folders = new Set<string>()
  /** What the findings of each file are called, by its address. */
  readonly #known = new Map<string, string | undefined>()
  /** Addresses of the files to check again. */
  readonly #due = new Set<string>()
  readonly #page: Pick<FolderPage, 'show' | 'changed'>
  #timer: ReturnType<typeof setTimeout> | undefined

  /** `page`: which tells of the datasets. */
  constructor(client: BaseLanguageClient, page: Pick<FolderPage, 'show' | 'changed'>) {
    this.#client = client
    this.#page = page
  }

  /** Keeps what was found in step with the editor and the disk. */
  follow(): Disposable {
    const disk = workspace.createFileSystemWatcher(DATA)
    // Of a folder that goes nothing is told of the files in it.
    const gone = workspace.createFileSystemWatcher('**/*', true, true, false)
    const changed = (uri: Uri) => {
      if (DESCRIBES_OTHERS.test(uri.path)) this.#again(...this.#known.keys())
      else if (this.#isWatched(uri)) this.#again(uri.toString())
    }
    return Disposable.from(
      this.#found,
      disk,
      disk.onDidChange(changed),
      disk.onDidCreate(changed),
      gone,
      gone.onDidDelete(uri => {
        for (const known of [...this.#known.keys()].filter(address => `${address}/`.startsWith(`${uri}/`))) {
          this.#found.delete(Uri.parse(known))
          this.#known.delete(known)
          this.#page.changed()
        }
        if (DESCRIBES_OTHERS.test(uri.path)) this.#again(...this.#known.keys())
      }),
      window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
        for (const uri of opened.flatMap(shownBy)) this.#found.delete(uri)
        this.#again(
          ...closed
            .flatMap(shownBy)
            .map(String)
            .filter(address => this.#known.has(address)),
        )
      }),
      workspace.onDidChangeConfiguration(
        event => event.affectsConfiguration('vigie') && this.#again(...this.#known.keys()),
      ),
      { dispose: () => clearTimeout(this.#timer) },
    )
  }

  /** Checks the folder that the argument names, else all those in the editor, and shows what its datasets are worth. */
  async check(argument: unknown): Promise<void> {
    const say = words()
    const folders = argument instanceof Uri ? [argument] : (workspace.workspaceFolders ?? []).map(({ uri }) => uri)
    if (folders.length === 0) return void window.showInformationMessage(say.noFolder)
    if (env.uiKind === UIKind.Web && env.remoteName === undefined)
      return void window.showInformationMessage(say.noFolderHere)
    const options = { location: ProgressLocation.Notification, cancellable: true, title: say.checkingFolder }
    const isWhole = await window.withProgress(options, (progress, token) =>
      this.#checked(folders, token, (increment, message) => progress.report({ increment, message })),
    )
    if (isWhole === undefined) return
    const isEmpty = ![...this.#known.keys()].some(uri => folders.some(folder => uri.startsWith(`${folder}/`)))
    if (!isEmpty) await this.#page.show(folders)
    else void window.showInformationMessage(isWhole ? say.emptyFolder : say.checkStopped)
  }

  /** Shows no longer what was found, and follows the disk no longer. */
  takeBack(): void {
    this.#found.clear()
    this.#known.clear()
    this.#folders.clear()
  }

  /** Whether all files were checked; undefined when the server does not answer. */
  async #checked(
    folders: readonly Uri[],
    token: CancellationToken,
    report: (increment: number, message: string) => void,
  ): Promise<boolean | undefined> {
    for (const folder of folders) this.#folders.add(folder.toString())
    const workDoneToken = crypto.randomUUID()
    const partialResultToken = crypto.randomUUID()
    let taken = Promise.resolve()
    const listeners = Disposable.from(
      progressOf(this.#client, workDoneToken, (increment, _done, message = '') => report(increment, message)),
      this.#client.onProgress(WorkspaceDiagnosticRequest.partialResult, partialResultToken, ({ items }) => {
        taken = taken.then(() => this.#take(items))
      }),
    )
    const previousResultIds = [...this.#known].flatMap(([uri, value]) => (value === undefined ? [] : [{ uri, value }]))
    const params: WorkspaceDiagnosticParams & BesideFolders = {
      previousResultIds,
      workDoneToken,
      partialResultToken,
      folders: folders.map(String),
    }
    try {
      const { items } = await this.#client.sendRequest(WorkspaceDiagnosticRequest.type, params, token)
      await taken
      await this.#take(items)
      return true
    } catch (error) {
      await taken
      if (token.isCancellationRequested) return false
      this.#client.warn(`${WorkspaceDiagnosticRequest.method}: ${error}`)
      return void window.showWarningMessage(words().noServer)
    } finally {
      listeners.dispose()
    }
  }

  async #take(reports: readonly WorkspaceDocumentDiagnosticReport[]): Promise<void> {
    for (const report of reports) {
      if (report.kind === 'unchanged') continue
      const uri = Uri.parse(report.uri)
      this.#known.set(uri.toString(), report.resultId)
      // What was taken back without a name is of a file that is there no longer.
      if (report.resultId === undefined && report.items.length === 0) this.#known.delete(uri.toString())
      await this.#show(uri, report.items)
    }
    this.#page.changed()
  }

  async #show(uri: Uri, items: Parameters<BaseLanguageClient['protocol2CodeConverter']['asDiagnostics']>[0]) {
    const diagnostics = await this.#client.protocol2CodeConverter.asDiagnostics([...items])
    if (isShown(uri)) this.#found.delete(uri)
    else this.#found.set(uri, shown(uri, diagnostics))
  }

  /** Whether a file stands where a check of the folders would look. */
  #isWatched(uri: Uri): boolean {
    const address = uri.toString()
    const folder = [...this.#folders].find(one => address.startsWith(`${one}/`))
    return folder !== undefined && !/\/(?:\.|node_modules\/)/.test(address.slice(folder.length))
  }

  /** Has files checked again once the disk is calm, if any were; those that a tab shows speak for themselves. */
  #again(...uris: readonly string[]): void {
    if (this.#known.size === 0) return
    for (const uri of uris) this.#due.add(uri)
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#checkDue(), CALM)
  }

  async #checkDue(): Promise<void> {
    for (const address of this.#due) {
      this.#due.delete(address)
      const uri = Uri.parse(address)
      if (isShown(uri) || !isReadByName(uri) || this.#known.size === 0) continue
      const textDocument = { uri: address }
      const report = await this.#client
        .sendRequest(DocumentDiagnosticRequest.type, { textDocument })
        .catch(() => undefined)
      // JSON may hold anything, and what holds no data is not told of.
      if (report?.kind !== 'full' || (report.items.length === 0 && !this.#known.has(address))) continue
      await this.#take([{ ...report, uri: address, version: null }])
    }
  }
}

/** Whether a tab shows a file: the library tells the findings of those, and of no document that VS Code still keeps. */
function isShown(uri: Uri): boolean {
  const tabs = window.tabGroups.all.flatMap(group => group.tabs)
  return tabs.flatMap(shownBy).some(shown => shown.toString() === uri.toString())
}

function shownBy({ input }: Tab): readonly Uri[] {
  if (input instanceof TabInputText) return [input.uri]
  return input instanceof TabInputTextDiff ? [input.original, input.modified] : []
}
