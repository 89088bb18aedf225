import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Cache } from './remote-schemas'

/** Copies kept in a folder, one file for each address; its date is that of the copy. What cannot be kept is no fault. */
export function diskCache(folder: string): Cache {
  const fileOf = async (url: string) => {
    const { createHash } = await import('node:crypto')
    return join(folder, `${createHash('sha256').update(url).digest('hex')}.json`)
  }
  return {
    async read(url) {
      const file = await fileOf(url)
      try {
        return { bytes: await readFile(file), at: (await stat(file)).mtimeMs }
      } catch {
        return undefined
      }
    },
    async keep(url, bytes) {
      const file = await fileOf(url)
      const part = `${file}.${process.pid}`
      try {
        await mkdir(folder, { recursive: true })
        await writeFile(part, bytes)
        await rename(part, file)
      } catch {
        // The next run fetches it again.
      }
    },
  }
}
