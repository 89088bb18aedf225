import { type ExtensionContext, Uri } from 'vscode'
import { LanguageClient } from 'vscode-languageclient/browser'
import { begin } from './begin'

/** Starts Vigie in a browser: the server runs in a worker. */
export function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist/web/server.js').toString(true)
  const server = async () => new Worker(script)
  return begin(context, options => new LanguageClient('vigie', 'Vigie', server, options))
}
