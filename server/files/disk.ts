import { constants } from 'node:fs'
import { access, open, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import type { Files } from './files'
import { lastChanged, lastCommitted } from './git'
import { pagedInSteps } from './paged-file'

/** The files of this machine. */
export const disk: Required<Files> = {
  async read(path) {
    try {
      return await readFile(path)
    } catch {
      return undefined
    }
  },
  async first(path, bytes) {
    const file = await open(path).catch(() => undefined)
    try {
      const { buffer, bytesRead } = (await file?.read(Buffer.alloc(bytes), 0, bytes, 0)) ?? {}
      return buffer?.subarray(0, bytesRead)
    } catch {
      return undefined
    } finally {
      await file?.close()
    }
  },
  size: path =>
    stat(path).then(
      ({ size }) => size,
      () => undefined,
    ),
  tables: async folder => (await tablesAt(folder)).filter(path => path !== folder),
  paged: pagedInSteps,
  real: path =>
    realpath(path).then(
      found => found.split(sep).join('/'),
      () => undefined,
    ),
  former: lastCommitted,
  changed: lastChanged,
  async hash(algorithm, bytes) {
    const { createHash } = await import('node:crypto')
    try {
      return createHash(algorithm).update(bytes).digest('hex')
    } catch {
      return undefined
    }
  },
}

/** A path as the workspace writes it: from the root, with `/`. */
export function absolute(path: string): string {
  return resolve(path).split(sep).join('/')
}

/** JSON may hold anything: what it holds is for the reader to say. */
const TABLE = /\.(?:csv|tsv|tab|json|jsonld|geojson|geojson[ls]|jsonl|ndjson)$/i

/** The files that a path names and that may be tables: itself, or those of the folder and the folders in it, in order of name. */
export async function tablesAt(path: string): Promise<string[]> {
  if (path === '-' || !(await isFolder(path))) return [path]
  const inFolder = path.replace(/(?<=.)[\\/]+$/, '')
  const entries = (await readdir(path, { withFileTypes: true }).catch(() => [])).toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  )
  const found: string[] = []
  for (const entry of entries) {
    const inner = inFolder.endsWith('/') ? inFolder + entry.name : `${inFolder}/${entry.name}`
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
    if (entry.isDirectory()) found.push(...(await tablesAt(inner)))
    else if (entry.isFile() && TABLE.test(entry.name)) found.push(inner)
  }
  return found
}

/** Writes a file that is not there yet; false when it is. */
export async function wroteNew(path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    await writeFile(path, bytes, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Puts new bytes in a file's place at once: no reader ever sees half of it, and its rights stay. */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const target = await realpath(path)
  await access(target, constants.W_OK)
  const { mode } = await stat(target)
  const beside = join(dirname(target), `.vigie-${process.pid}.tmp`)
  try {
    const file = await open(beside, 'wx', mode)
    try {
      await file.writeFile(bytes)
      // The mask of the process may have taken rights away.
      await file.chmod(mode)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, target)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    found => found.isDirectory(),
    () => false,
  )
}
