import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser'
import { webFetch } from './network/web-fetch'
import { readLists } from './engine/lists/lists'
import type { Lists } from './engine/model/lists'
import type { ClientRequests } from './protocol'
import { refusing } from './editor/refusal'
import { serve } from './editor/session'

// The door in a browser: a worker has no disk, so the editor's text is all there is.

const port = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0]
const connection = createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port), {
  messageStrategy: refusing(),
})

let lists: Lists | undefined
let asked: Promise<void> | undefined

serve(connection, {
  pathOf: uri => uri,
  uriOf: path => path,
  files: { read: async () => undefined },
  // The browser keeps copies of its own.
  network: { fetch: webFetch, cacheIn: () => ({ read: async () => undefined, keep: async () => {} }) },
  lists(arrived) {
    asked ??= askForLists(arrived)
    return lists
  },
})

/** A client that does not give the lists has its files checked without them. */
async function askForLists(arrived: () => void): Promise<void> {
  try {
    lists = readLists(await connection.sendRequest<ClientRequests['vigie/lists']['result']>('vigie/lists'))
    if (lists) arrived()
  } catch {
    lists = undefined
  }
}
