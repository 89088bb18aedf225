import { stat } from 'node:fs/promises'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { absolute, disk } from '../files/disk'
import type { Problem } from '../files/files'

/** The folders that may be read and written in: nothing outside them is, whatever a path or a link says. */
export interface Folders {
  /** A path as the command line takes it, of something that is there; or why it is not to be had. */
  placed(written: string): Promise<{ readonly path: string } | { readonly problem: Problem }>
}

/** These folders, of which the first becomes the one that paths are read from; or which of them is none. */
export async function foldersAt(folders: readonly string[]): Promise<Folders | { readonly problem: Problem }> {
  const roots: string[] = []
  for (const folder of folders) {
    const real = await disk.real(absolute(folder))
    if (real === undefined || !(await isFolder(real)))
      return { problem: { fr: `${folder} n’est pas un dossier.`, en: `${folder} is not a folder.` } }
    roots.push(real)
  }
  process.chdir(roots[0]!)
  return { placed: written => placed(written, roots) }
}

async function placed(written: string, roots: readonly string[]) {
  const places = isAbsolute(written) ? [written] : roots.map(root => resolve(root, written))
  let isInside = false
  for (const place of places.map(absolute)) {
    const real = await disk.real(place)
    if (real !== undefined && roots.some(root => isIn(root, real))) return { path: fromHere(real) }
    // Whether anything is there is told of the inside only.
    isInside ||= real === undefined && roots.some(root => isIn(root, place))
  }
  return { problem: isInside ? missing(written) : outside(written) }
}

function isIn(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith('/') ? root : `${root}/`)
}

/** The shortest name of a path; none that may be taken for standard input. */
function fromHere(path: string): string {
  const steps = relative(process.cwd(), path).split(sep).join('/')
  if (steps.startsWith('..') || isAbsolute(steps)) return path
  return steps === '' ? '.' : steps === '-' ? './-' : steps
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    found => found.isDirectory(),
    () => false,
  )
}

function missing(path: string): Problem {
  return { fr: `${path} n’existe pas.`, en: `There is no ${path}.` }
}

function outside(path: string): Problem {
  return {
    fr: `${path} n’est pas dans un dossier confié à ce serveur, qui ne lit et n’écrit rien ailleurs.`,
    en: `${path} is not in a folder given to this server, which reads and writes nothing elsewhere.`,
  }
}
