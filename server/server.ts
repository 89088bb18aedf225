import { readFile, stat } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { threadJudge } from './judge'
import { serve } from './session'

// The door on a desktop: `--stdio`, `--node-ipc`, `--socket=` or `--pipe=` say how the client talks.

const connection = createConnection(ProposedFeatures.all)

serve(connection, {
  pathOf,
  uriOf: path => (path.startsWith('/') || /^[a-z]:\//i.test(path) ? String(pathToFileURL(path)) : path),
  judge: threadJudge(),
  files: {
    async read(path) {
      try {
        return await readFile(pathOf(path))
      } catch {
        return undefined
      }
    },
    size: path =>
      stat(pathOf(path)).then(
        ({ size }) => size,
        () => undefined,
      ),
  },
})

function pathOf(uri: string): string {
  if (!uri.startsWith('file:')) return uri
  try {
    return fileURLToPath(uri).replaceAll('\\', '/')
  } catch {
    return uri
  }
}
