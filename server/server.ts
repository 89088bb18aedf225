import { fileURLToPath, pathToFileURL } from 'node:url'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { disk } from './disk'
import { threadJudge } from './judge'
import { cacheFolder, diskCache } from './network/disk-cache'
import { nodeFetch } from './network/node-fetch'
import { listsBeside } from './lists-file'
import { serve } from './session'

// The door on a desktop: `--stdio`, `--node-ipc`, `--socket=` or `--pipe=` say how the client talks.

const connection = createConnection(ProposedFeatures.all)

serve(connection, {
  pathOf,
  uriOf: path => (path.startsWith('/') || /^[a-z]:\//i.test(path) ? String(pathToFileURL(path)) : path),
  judge: threadJudge(),
  network: { fetch: url => nodeFetch(url), cacheIn: folder => diskCache(folder ?? cacheFolder(process.env)) },
  lists: listsBeside,
  files: {
    ...disk,
    read: path => disk.read(pathOf(path)),
    size: path => disk.size(pathOf(path)),
    real: path => disk.real(pathOf(path)),
    former: path => disk.former(pathOf(path)),
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
