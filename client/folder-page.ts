import {
  commands,
  Disposable,
  type ExtensionContext,
  languages,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { ask } from './ask'
import { rangeOf } from './change-text'
import { nameOf } from './documents'
import type { FromPage, Kept, Look, ToPage } from './folder/messages'
import { scriptedPage } from './scripted-page'
import { words } from './words'

const KIND = 'vigie.folder'
/** Milliseconds without another change before the page is told. */
const CALM = 400

/** The page of the folders that were checked last: what each dataset in them is worth. There is one at a time. */
export class FolderPage {
  readonly #context: ExtensionContext
  readonly #client: BaseLanguageClient
  readonly #takeBack: () => void
  #panel: WebviewPanel | undefined
  /** Addresses. */
  #folders: readonly string[] = []
  #look: Look = { most: 0 }
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Grows each time the server is asked: an answer that comes late is none. */
  #asked = 0

  /** `takeBack`: what is done when nobody wants to see any more what was found. */
  constructor(context: ExtensionContext, client: BaseLanguageClient, takeBack: () => void) {
    this.#context = context
    this.#client = client
    this.#takeBack = takeBack
    context.subscriptions.push(this.#follow())
  }

  /** Opens it on these folders, or brings it into view. */
  async show(folders: readonly Uri[]): Promise<void> {
    const title = words().folderPage(folders.map(nameOf).join(', '))
    if (!this.#panel)
      return this.#fill(window.createWebviewPanel(KIND, title, ViewColumn.Active, { enableFindWidget: true }), folders)
    this.#folders = folders.map(String)
    this.#panel.title = title
    this.#panel.reveal()
    return this.#tell()
  }

  #fill(panel: WebviewPanel, folders: readonly Uri[]): void {
    this.#panel?.dispose()
    this.#panel = panel
    this.#folders = folders.map(String)
    const dist = Uri.joinPath(this.#context.extensionUri, 'dist')
    panel.webview.options = { enableScripts: true, localResourceRoots: [dist] }
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = undefined
      clearTimeout(this.#timer)
    })
    panel.webview.onDidReceiveMessage((message: FromPage) => void this.#heard(message))
    panel.webview.html = scriptedPage(panel.webview, dist, { name: 'folder', title: panel.title, data: {} })
  }

  /** What is known of files in the folders may be other. */
  changed(): void {
    if (!this.#panel) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#tell(), CALM)
  }

  #follow(): Disposable {
    const changed = (...uris: readonly Uri[]) => {
      const addresses = uris.map(String)
      if (this.#folders.some(folder => addresses.some(address => address.startsWith(`${folder}/`)))) this.changed()
    }
    return Disposable.from(
      workspace.onDidChangeTextDocument(({ document }) => changed(document.uri)),
      languages.onDidChangeDiagnostics(({ uris }) => changed(...uris)),
      { dispose: () => clearTimeout(this.#timer) },
      window.registerWebviewPanelSerializer(KIND, {
        deserializeWebviewPanel: async (panel, kept: Partial<Kept> | undefined) => {
          if (kept?.folders)
            this.#fill(
              panel,
              kept.folders.map(address => Uri.parse(address)),
            )
          else panel.dispose()
        },
      }),
    )
  }

  async #heard(message: FromPage): Promise<void> {
    if ('look' in message) {
      this.#look = message.look
      await this.#tell()
    } else if ('open' in message) await this.#open(message.open, message.place)
    else if ('describe' in message) await this.#describe(message.describe, message.document)
    else if (message.press === 'problems') await commands.executeCommand('workbench.actions.view.problems')
    else if (message.press === 'save') await this.#save()
    else if (message.press === 'check') await this.#checkAgain()
    else {
      this.#panel?.dispose()
      this.#takeBack()
    }
  }

  async #tell(): Promise<void> {
    const panel = this.#panel
    // One that is hidden begins anew, and asks then.
    if (!panel?.visible || this.#look.most === 0) return
    const asked = ++this.#asked
    const shown = await ask(this.#client, 'vigie/folder', { folders: this.#folders, ...this.#look })
    if (asked !== this.#asked) return
    const message: ToPage = { shown: shown ?? null, folders: this.#folders }
    await panel.webview.postMessage(message)
  }

  async #open(address: string, place: Parameters<typeof rangeOf>[0] | undefined): Promise<void> {
    // A file that is too large to be handed over can be shown all the same.
    const selection = place && rangeOf(place)
    await commands.executeCommand('vscode.open', Uri.parse(address), selection && { selection })
  }

  /** Shows where the public policy is to be told: in what describes the file, or in what is written for it. */
  async #describe(address: string, document: string | undefined): Promise<void> {
    const isCatalogue = document !== undefined && !document.endsWith('/datapackage.json')
    if (isCatalogue) await this.#open(document, undefined)
    else await commands.executeCommand('vigie.describe', Uri.parse(address), 'policy')
  }

  async #checkAgain(): Promise<void> {
    const [folder, ...others] = this.#folders.map(address => Uri.parse(address))
    await commands.executeCommand('vigie.checkFolder', ...(others.length > 0 ? [] : [folder]))
  }

  /** Writes it as a file that any browser shows and prints, or as Markdown. */
  async #save(): Promise<void> {
    const [folder] = this.#folders
    const target = await window.showSaveDialog({
      filters: { HTML: ['html'], Markdown: ['md'] },
      ...(folder !== undefined && { defaultUri: Uri.joinPath(Uri.parse(folder), `${words().folderReportName}.html`) }),
    })
    if (!target) return
    const format = target.path.endsWith('.md') ? 'markdown' : 'html'
    const report = await ask(this.#client, 'vigie/folderReport', { folders: this.#folders, format })
    if (!report) return void window.showWarningMessage(words().noServer)
    await workspace.fs.writeFile(target, new TextEncoder().encode(report.text))
  }
}
