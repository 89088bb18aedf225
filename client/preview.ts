import {
  type CodeAction,
  commands,
  Disposable,
  env,
  type ExtensionContext,
  languages,
  type Range,
  RelativePattern,
  TabInputText,
  TabInputTextDiff,
  type TextEditor,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { CellSpot } from '../server/protocol/preview'
import { ask, tell } from './ask'
import { changeText, rangeOf } from './change-text'
import { uriInView } from './check-file'
import { documentOf, isReadByName, nameOf } from './documents'
import { isLarge } from './large-files'
import { type FromPage, type ShownAs, type ToPage, VERSION } from './panel/messages'
import { showRule } from './rule-page'
import { scriptedPage } from './scripted-page'
import { words } from './words'

const KIND = 'vigie.preview'
/** Milliseconds without another edit after which the page is told. */
const CALM = 150
/** Actions whose edits are worked out before the person chooses. */
const RESOLVED = 30

/** The previews beside the texts, one for each file; what is shown in them comes from the server. */
export class Previews {
  readonly #context: ExtensionContext
  readonly #client: BaseLanguageClient
  readonly #panels = new Map<string, WebviewPanel>()
  readonly #calm = new Map<string, ReturnType<typeof setTimeout>>()

  constructor(context: ExtensionContext, client: BaseLanguageClient) {
    this.#context = context
    this.#client = client
    context.subscriptions.push(this.#follow())
  }

  /** Opens the preview of a file, or brings it into view. */
  async show(argument: unknown): Promise<void> {
    const uri = await fileOf(argument)
    if (!uri) return void window.showInformationMessage(words().noTable)
    const key = uri.toString()
    const known = this.#panels.get(key)
    if (known) return known.reveal()
    const title = words().preview(nameOf(uri))
    this.#fill(window.createWebviewPanel(KIND, title, { viewColumn: ViewColumn.Beside, preserveFocus: true }), uri)
  }

  #fill(panel: WebviewPanel, uri: Uri): void {
    const key = uri.toString()
    this.#panels.get(key)?.dispose()
    this.#panels.set(key, panel)
    const dist = Uri.joinPath(this.#context.extensionUri, 'dist')
    panel.webview.options = { enableScripts: true, localResourceRoots: [dist] }
    panel.onDidDispose(() => {
      if (this.#panels.get(key) === panel) this.#panels.delete(key)
      clearTimeout(this.#calm.get(key))
      this.#calm.delete(key)
      void tell(this.#client, 'vigie/previewClosed', { uri: key })
    })
    panel.webview.onDidReceiveMessage((message: FromPage & { readonly v: number }) => {
      if (message.v === VERSION) void this.#heard(panel, uri, message)
    })
    if (uri.scheme !== 'untitled') this.#watch(panel, uri)
    const level = workspace.getConfiguration('vigie').get('level') === 'elu' ? 'elu' : 'agent'
    const page = { name: 'panel', title: words().preview(nameOf(uri)), data: { uri: key, level } }
    panel.webview.html = scriptedPage(panel.webview, dist, page)
  }

  /** Hears of a file that comes, changes or goes on disk, whoever does it, as long as it is in view. */
  #watch(panel: WebviewPanel, uri: Uri): void {
    // A name may hold what a pattern gives a meaning to.
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(Uri.joinPath(uri, '..'), '*'))
    const heard = (changed: Uri) => void (changed.toString() === uri.toString() && this.#changed(uri))
    watcher.onDidCreate(heard)
    watcher.onDidChange(heard)
    watcher.onDidDelete(heard)
    panel.onDidDispose(() => watcher.dispose())
  }

  async #heard(panel: WebviewPanel, uri: Uri, message: FromPage): Promise<void> {
    if ('ask' in message) {
      const result = await ask(this.#client, message.ask, { ...message.params, uri: uri.toString() } as never)
      await post(panel, { answer: message.number, result: result ?? null })
    } else if ('ready' in message) {
      const as = await shownAs(uri)
      if (as !== 'open') await post(panel, { changed: as })
    } else if ('go' in message) await this.#go(uri, message.go, message.focus)
    else if ('check' in message) await commands.executeCommand('vigie.checkFile', uri)
    else if (isChange(message) && (await isLarge(uri))) void window.showInformationMessage(words().onlyRead)
    else if ('fix' in message) await this.#fix(uri, message.fix)
    else if ('set' in message) await this.#set(uri, message.set)
    else if ('step' in message) await this.#step(panel, uri, message.step)
    else if ('fixAll' in message) await commands.executeCommand('vigie.fixAll', uri)
    else if ('rule' in message) await showRule(message.rule)
    else if ('concept' in message) await commands.executeCommand('vigie.glossary', message.concept)
    else await this.#copy(uri, message.copy)
  }

  /** Shows a cell in the text, beside the preview. */
  async #go(uri: Uri, place: CellSpot, focus: boolean): Promise<Range | undefined> {
    const cell = await ask(this.#client, 'vigie/cellKnown', { uri: uri.toString(), ...place })
    if (!cell) return undefined
    const selection = rangeOf(cell.range)
    const viewColumn = editorOf(uri)?.viewColumn ?? ViewColumn.One
    const how = { viewColumn, preserveFocus: !focus, selection }
    // A file that is too large to be handed over can be shown all the same.
    if (await isLarge(uri)) await commands.executeCommand('vscode.open', uri, how)
    else await window.showTextDocument(uri, how)
    return selection
  }

  /** Offers the repairs of a cell, and applies the one that is chosen. */
  async #fix(uri: Uri, place: CellSpot): Promise<void> {
    const range = await this.#go(uri, place, false)
    if (!range) return
    const offered = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      range,
      'quickfix',
      RESOLVED,
    )
    const ours = offered.filter(({ edit, command }) => edit !== undefined || command?.command.startsWith('vigie.'))
    if (ours.length === 0) return void window.showInformationMessage(words().noFixHere)
    const chosen = await window.showQuickPick(
      ours.map(action => ({ label: action.title, action })),
      { placeHolder: words().whichFix },
    )
    if (!chosen) return
    const { edit, command } = chosen.action
    if (edit) await workspace.applyEdit(edit)
    if (command) await commands.executeCommand(command.command, ...(command.arguments ?? []))
  }

  async #copy(uri: Uri, place: CellSpot): Promise<void> {
    const cell = await ask(this.#client, 'vigie/cellKnown', { uri: uri.toString(), ...place })
    if (!cell || cell.isWithheld) return
    const range = rangeOf(cell.range)
    const isCut = cell.isCut && (await isLarge(uri))
    // Of a value that is too long to be sent, the text itself is copied, with its quotes.
    const text = cell.isCut && !isCut ? (await workspace.openTextDocument(uri)).getText(range) : cell.value
    await env.clipboard.writeText(text)
    if (isCut) void window.showInformationMessage(words().copiedPart)
  }

  async #set(uri: Uri, place: CellSpot & { readonly value: string; readonly was: string }): Promise<void> {
    const answer = await ask(this.#client, 'vigie/setCell', { uri: uri.toString(), ...place })
    const document = await workspace.openTextDocument(uri)
    if (!answer || answer.version !== document.version) return void window.showWarningMessage(words().changedMeanwhile)
    await changeText(document, answer.edits)
  }

  /** Goes back or forth among the changes of the text, which the editor does where the cursor is; the page has it again afterwards. */
  async #step(panel: WebviewPanel, uri: Uri, step: 'undo' | 'redo'): Promise<void> {
    await window.showTextDocument(uri, { viewColumn: editorOf(uri)?.viewColumn ?? ViewColumn.One })
    await commands.executeCommand(step)
    panel.reveal()
    await post(panel, { back: true })
  }

  /** The text of a file, or what is known of it, may be another: its page is told once nothing more happens. */
  #changed(uri: Uri): void {
    const key = uri.toString()
    const panel = this.#panels.get(key)
    if (!panel) return
    clearTimeout(this.#calm.get(key))
    const timer = setTimeout(async () => post(panel, { changed: await shownAs(uri) }), CALM)
    this.#calm.set(key, timer)
  }

  /** Keeps the pages in step with the texts. */
  #follow(): Disposable {
    const changed = (uri: Uri | undefined) => void (uri && this.#changed(uri))
    return Disposable.from(
      workspace.onDidChangeTextDocument(({ document }) => changed(document.uri)),
      workspace.onDidOpenTextDocument(({ uri }) => changed(uri)),
      languages.onDidChangeDiagnostics(({ uris }) => uris.forEach(changed)),
      workspace.onDidCloseTextDocument(({ uri }) => changed(uri)),
      window.tabGroups.onDidChangeTabs(({ closed }) => closed.forEach(({ input }) => changed(uriIn(input)))),
      window.onDidChangeTextEditorSelection(({ textEditor }) => void this.#select(textEditor)),
      window.registerWebviewPanelSerializer(KIND, {
        deserializeWebviewPanel: async (panel, state: { readonly uri?: string } | undefined) => {
          if (typeof state?.uri === 'string') this.#fill(panel, Uri.parse(state.uri, true))
          else panel.dispose()
        },
      }),
    )
  }

  async #select({ document, selection }: TextEditor): Promise<void> {
    const panel = this.#panels.get(document.uri.toString())
    if (!panel?.visible) return
    const { line, character } = selection.active
    const uri = document.uri.toString()
    const place = await ask(this.#client, 'vigie/cell', { uri, position: { line, character } })
    if (place) await post(panel, { select: place })
  }
}

/** The file that an argument names or that is in view: a document, or one too large to be handed over as one. */
async function fileOf(argument: unknown): Promise<Uri | undefined> {
  const uri =
    typeof argument === 'string' ? Uri.parse(argument, true) : argument instanceof Uri ? argument : uriInView()
  if (uri && isReadByName(uri) && (await isLarge(uri))) return uri
  return (await documentOf(argument))?.uri
}

function isChange(message: FromPage): boolean {
  return 'fix' in message || 'set' in message || 'step' in message || 'fixAll' in message
}

async function post({ webview }: WebviewPanel, message: ToPage): Promise<void> {
  await webview.postMessage({ v: VERSION, ...message })
}

/** Where what is shown of a file comes from. */
async function shownAs(uri: Uri): Promise<ShownAs> {
  if (isOpen(uri)) return 'open'
  return workspace.fs.stat(uri).then(
    () => 'closed',
    () => 'deleted',
  )
}

/** The editor may keep a text for a while after its last tab is closed. */
function isOpen(uri: Uri): boolean {
  const key = uri.toString()
  if (workspace.textDocuments.some(({ uri: open, isDirty }) => isDirty && open.toString() === key)) return true
  return window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => uriIn(input)?.toString() === key))
}

function uriIn(input: unknown): Uri | undefined {
  if (input instanceof TabInputText) return input.uri
  return input instanceof TabInputTextDiff ? input.modified : undefined
}

function editorOf(uri: Uri): TextEditor | undefined {
  return window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString())
}
