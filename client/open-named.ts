import { FileType, RelativePattern, Uri, workspace } from 'vscode'
import { DATA, isReadByName } from './documents'

/** Files of a folder that are opened. */
const MOST = 50

/**
 * Opens the files of these paths, without showing them, where the editor alone can read them (in a browser, in a folder
 * of a remote repository): the server knows of them then.
 */
export async function openNamed(paths: readonly string[]): Promise<void> {
  for (const { uri: folder } of workspace.workspaceFolders ?? []) {
    if (folder.scheme === 'file') continue
    const places = paths.map(path => (/^[a-z][a-z0-9+.-]+:/i.test(path) ? Uri.parse(path) : Uri.joinPath(folder, path)))
    await Promise.all(places.filter(place => isIn(folder, place)).map(opened))
  }
}

async function opened(place: Uri): Promise<void> {
  try {
    const { type } = await workspace.fs.stat(place)
    const isFolder = (type & FileType.Directory) !== 0
    const files = isFolder ? await workspace.findFiles(new RelativePattern(place, DATA), undefined, MOST) : [place]
    for (const file of files.filter(isReadByName)) await workspace.openTextDocument(file)
  } catch {
    // There is nothing to read there, which the server says.
  }
}

function isIn({ scheme, authority, path }: Uri, place: Uri): boolean {
  const inside = place.scheme === scheme && place.authority === authority
  return inside && (place.path === path || place.path.startsWith(path.endsWith('/') ? path : `${path}/`))
}
