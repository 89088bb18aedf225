import { type ExtensionContext, Uri, workspace } from 'vscode'
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser'
import { begin } from './begin'
import type { ClientRequests } from '../server/protocol'

/** Starts Vigie in a browser: the server runs in a worker. */
export function activate(context: ExtensionContext): void {
  const script = Uri.joinPath(context.extensionUri, 'dist/web/server.js')
  let running: Worker | undefined
  const server = async () => {
    running?.terminate()
    running = await worker(script)
    // The editor's workers are not instances of `Worker`, by which the client would know them.
    return { reader: new BrowserMessageReader(running), writer: new BrowserMessageWriter(running) }
  }
  begin(context, options => {
    const client = new LanguageClient('vigie', 'Vigie', server, options)
    const lists: keyof ClientRequests = 'vigie/lists'
    client.onRequest(lists, () => workspace.fs.readFile(Uri.joinPath(context.extensionUri, 'dist/lists.bin')))
    return client
  })
}

async function worker(script: Uri): Promise<Worker> {
  if (script.scheme !== 'vscode-remote') return new Worker(script.toString(true))
  // The editor refuses the address of a worker on another machine; it takes its text.
  const text = (await workspace.fs.readFile(script)) as Uint8Array<ArrayBuffer>
  return new Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })))
}
