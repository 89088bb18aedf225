import { fileURLToPath, pathToFileURL } from 'node:url'
import { cacheFolder } from '../files/cache-folder'
import { checkInProcess } from '../from-disk/process'
import { disk, replaceFile } from '../files/disk'
import { threadJudge } from '../threads/judge'
import { listsBeside } from '../files/lists-file'
import { diskCache } from '../network/disk-cache'
import type { Platform } from './platform'

/** What a machine with a disk lends the server. */
export const nodePlatform: Platform = {
  pathOf,
  uriOf: path => (path.startsWith('/') || /^[a-z]:\//i.test(path) ? String(pathToFileURL(path)) : path),
  judge: threadJudge(),
  network: {
    fetch: async url => (await import('../network/node-fetch')).nodeFetch(url),
    cacheIn: folder => diskCache(folder ?? cacheFolder('schemas', process.env)),
  },
  lists: listsBeside,
  checkApart: checkInProcess,
  replace: replaceFile,
  files: {
    ...disk,
    read: path => disk.read(pathOf(path)),
    first: (path, bytes) => disk.first(pathOf(path), bytes),
    size: path => disk.size(pathOf(path)),
    paged: path => disk.paged(pathOf(path)),
    real: path => disk.real(pathOf(path)),
    former: path => disk.former(pathOf(path)),
    changed: path => disk.changed(pathOf(path)),
  },
}

function pathOf(uri: string): string {
  if (!uri.startsWith('file:')) return uri
  try {
    return fileURLToPath(uri).replaceAll('\\', '/')
  } catch {
    return uri
  }
}
