import type { ExtensionContext } from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { begin } from './begin'

/** Starts Vigie on a desktop: the server runs in a process of its own. */
export function activate(context: ExtensionContext): void {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.stdio }
  begin(context, options => new LanguageClient('vigie', 'Vigie', server, options))
}
