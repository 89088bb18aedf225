// Paths and file addresses with `/`, on Node and in the browser alike.

/** The folder that a path stands in, without the last slash; empty when it names none. */
export function folderOf(path: string): string {
  const at = path.lastIndexOf('/')
  return at < 0 ? '' : path.slice(0, at)
}

/** The last name of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** A path as seen from a folder, `.` and `..` resolved. */
export function resolved(folder: string, path: string): string {
  const isAbsolute = /^(?:\/|[a-z]:\/|[a-z][a-z0-9+.-]+:\/\/)/i.test(path)
  const parts: string[] = []
  for (const part of (isAbsolute || folder === '' ? path : `${folder}/${path}`).split('/')) {
    const last = parts.at(-1)
    if (part === '.') continue
    if (part === '..' && last !== undefined && last !== '' && last !== '..') parts.pop()
    else parts.push(part)
  }
  return parts.join('/')
}

/** The folder of a path and those above it, the nearest first. */
export function foldersAbove(path: string): string[] {
  const folders: string[] = []
  for (let at = path.lastIndexOf('/'); at >= 0; at = at > 0 ? path.lastIndexOf('/', at - 1) : -1)
    folders.push(path.slice(0, at))
  return folders
}

/** A path inside a folder, seen from it; the path itself when it stands elsewhere. */
export function within(folder: string, path: string): string {
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path
}
