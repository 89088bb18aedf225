import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser'
import { serve } from './session'

// The door in a browser: a worker has no disk, so the editor's text is all there is.

const port = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0]

serve(createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port)), {
  pathOf: uri => uri,
  uriOf: path => path,
  files: { read: async () => undefined },
})
