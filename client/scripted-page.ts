import { Uri, type Webview } from 'vscode'
import { escaped } from './escaped'
import { words } from './words'

/**
 * A page whose script and style are bundles of the same name; `data`: what its body tells the script. A policy lets only
 * that script run, and only that style.
 */
export function scriptedPage(
  webview: Webview,
  dist: Uri,
  {
    name,
    title,
    data,
  }: { readonly name: string; readonly title: string; readonly data: Readonly<Record<string, string>> },
): string {
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join(
    '',
  )
  const script = webview.asWebviewUri(Uri.joinPath(dist, `${name}.js`))
  const style = webview.asWebviewUri(Uri.joinPath(dist, `${name}.css`))
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`
  const told = Object.entries(data).map(([key, value]) => ` data-${key}="${escaped(value)}"`)
  return (
    `<!doctype html>\n<html lang="${words().language}">\n<head>\n<meta charset="utf-8">\n` +
    `<meta http-equiv="Content-Security-Policy" content="${policy}">\n<title>${escaped(title)}</title>\n` +
    `<link rel="stylesheet" href="${style}">\n</head>\n<body${told.join('')}>\n` +
    `<script nonce="${nonce}" src="${script}"></script>\n</body>\n</html>\n`
  )
}
