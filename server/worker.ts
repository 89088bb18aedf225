import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser'
import { webFetch } from './network/web-fetch'
import { serve } from './session'

// The door in a browser: a worker has no disk, so the editor's text is all there is.

const port = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0]

serve(createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port)), {
  pathOf: uri => uri,
  files: { read: async () => undefined },
  // The browser keeps copies of its own.
  network: { fetch: webFetch, cacheIn: () => ({ read: async () => undefined, keep: async () => {} }) },
})
