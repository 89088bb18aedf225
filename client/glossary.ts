import { type ExtensionContext, Uri, ViewColumn, type Webview, type WebviewPanel, window, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { ask } from './ask'
import { showRule } from './rule-page'
import { words } from './words'

/** What the page tells the editor. */
type Told = { readonly rule: string } | { readonly save: true } | { readonly ready: true }

/** The glossary beside the text; there is one at a time. */
export class Glossary {
  readonly #context: ExtensionContext
  readonly #client: BaseLanguageClient
  #panel: WebviewPanel | undefined
  /** The concept to show once the page is there. */
  #awaited: string | undefined
  #page: { readonly title: string; readonly body: string } | undefined

  constructor(context: ExtensionContext, client: BaseLanguageClient) {
    this.#context = context
    this.#client = client
  }

  /** Opens it, at a concept if one is named. */
  async show(id: unknown): Promise<void> {
    const page = await ask(this.#client, 'vigie/glossary', {})
    if (!page) return void window.showWarningMessage(words().noServer)
    const concept = typeof id === 'string' ? id : undefined
    this.#awaited = concept
    if (this.#panel && this.#page?.title === page.title) {
      // A page that was hidden begins anew and asks when it is ready.
      if (this.#panel.visible) await this.#showAwaited(this.#panel.webview)
      this.#panel.reveal()
      return
    }
    this.#panel?.dispose()
    this.#page = page
    this.#panel = this.#opened(page.title)
    this.#panel.webview.html = pageIn(this.#panel.webview, page, this.#dist)
  }

  get #dist(): Uri {
    return Uri.joinPath(this.#context.extensionUri, 'dist')
  }

  #opened(title: string): WebviewPanel {
    const options = { enableScripts: true, enableFindWidget: true, localResourceRoots: [this.#dist] }
    const panel = window.createWebviewPanel('vigie.glossary', title, ViewColumn.Beside, options)
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = undefined
    })
    panel.webview.onDidReceiveMessage(async (told: Told) => {
      if ('rule' in told) await showRule(told.rule)
      else if ('save' in told) await this.#save()
      else await this.#showAwaited(panel.webview)
    })
    return panel
  }

  async #showAwaited(webview: Webview): Promise<void> {
    const show = this.#awaited
    this.#awaited = undefined
    if (show) await webview.postMessage({ show })
  }

  /** Writes the page as a file that any browser shows and prints. */
  async #save(): Promise<void> {
    if (!this.#page) return
    const { title, body } = this.#page
    const folder = workspace.workspaceFolders?.[0]?.uri
    const name = `${title.toLowerCase()}.html`
    const file = await window.showSaveDialog({
      filters: { HTML: ['html'] },
      ...(folder && { defaultUri: Uri.joinPath(folder, name) }),
    })
    if (!file) return
    const head = `<meta charset="utf-8">\n<title>${title}</title>\n<style>${STYLE}</style>`
    const plain = body
      .replace(/<p role="search">.*?<\/p>/s, '')
      .replace(/<a href="#" data-rule="[^"]*">(.*?)<\/a>/g, '$1')
    const text = `<!doctype html>\n<html lang="${words().language}">\n<head>\n${head}\n</head>\n<body>\n${plain}</body>\n</html>\n`
    await workspace.fs.writeFile(file, new TextEncoder().encode(text))
  }
}

function pageIn(
  webview: Webview,
  { title, body }: { readonly title: string; readonly body: string },
  dist: Uri,
): string {
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join(
    '',
  )
  const script = webview.asWebviewUri(Uri.joinPath(dist, 'glossary.js'))
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`
  return (
    `<!doctype html>\n<html lang="${words().language}">\n<head>\n<meta charset="utf-8">\n` +
    `<meta http-equiv="Content-Security-Policy" content="${policy}">\n<title>${title}</title>\n` +
    `<style nonce="${nonce}">${STYLE}</style>\n</head>\n<body>\n${body}` +
    `<script nonce="${nonce}" src="${script}"></script>\n</body>\n</html>\n`
  )
}

/** The editor's colours where there is an editor, the reader's elsewhere. */
const STYLE = `
:root { color-scheme: light dark }
body { font-family: var(--vscode-font-family, system-ui, sans-serif); font-size: var(--vscode-font-size, 1rem); line-height: 1.5;
  color: var(--vscode-foreground); max-width: 72rem; margin: 0 auto; padding: 0 1rem 4rem; display: grid;
  grid-template-columns: minmax(12rem, 1fr) 3fr; column-gap: 2rem }
header { grid-column: 1 / -1; position: sticky; top: 0; background: var(--vscode-editor-background, Canvas); padding: .5rem 0; z-index: 1 }
h1 { font-size: 1.5em; margin: .3rem 0 }
h2 { font-size: 1.2em; margin: 0 0 .3rem }
nav { position: sticky; top: 9rem; align-self: start; max-height: calc(100vh - 10rem); overflow: auto }
nav ul { list-style: none; padding: 0; margin: 0 }
a { color: var(--vscode-textLink-foreground, LinkText) }
article { border-bottom: 1px solid var(--vscode-panel-border, #8886); padding: 1rem .5rem; scroll-margin-top: 9rem; overflow-wrap: anywhere }
.definition { font-size: 1.05em }
dt { font-weight: bold }
dd { margin: 0 0 .5rem }
input, button { font: inherit; color: var(--vscode-input-foreground); background: var(--vscode-input-background);
  border: 1px solid var(--vscode-contrastBorder, var(--vscode-input-border, #8888)); padding: .2rem .5rem }
input { width: 20rem; max-width: 100% }
button { color: var(--vscode-button-foreground); background: var(--vscode-button-background); cursor: pointer }
:focus-visible { outline: 2px solid var(--vscode-focusBorder, Highlight); outline-offset: 2px }
[hidden] { display: none }
@media (max-width: 40rem) { body { display: block } nav { position: static; max-height: 12rem } header { position: static } article { scroll-margin-top: 1rem } }
@media print { body { display: block; max-width: none; color: black } header, nav { position: static; max-height: none } article { break-inside: avoid } }
`
