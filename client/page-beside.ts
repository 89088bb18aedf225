import { ViewColumn, window } from 'vscode'

/** Shows a page beside the text, which keeps the cursor; it holds no script. */
export function showBeside(kind: string, title: string, html: string): void {
  const options = { enableFindWidget: true, localResourceRoots: [] }
  const place = { viewColumn: ViewColumn.Beside, preserveFocus: true }
  const panel = window.createWebviewPanel(kind, title, place, options)
  panel.webview.html = html.replace('<head>', `<head>\n<meta http-equiv="Content-Security-Policy" content="${POLICY}">`)
}

const POLICY = "default-src 'none'; style-src 'unsafe-inline'"
