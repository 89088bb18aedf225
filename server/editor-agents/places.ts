import type { Problem } from '../files/files'
import type { Session } from '../editor/one-client'
import { resolved } from '../files/path'
import type { Refusal } from '../tools/grounds'

/** A file that an agent may be told of. */
export interface Place {
  /** As `files` reads it. */
  readonly path: string
  /** False for one that lies in a folder that was named. */
  readonly isNamed: boolean
}

/**
 * The files of a path, or of an address: what the editor shows, else what lies in its folders. Whatever leaves these, by
 * steps or by a link, is refused.
 */
export async function placesAt(
  session: Session,
  written: string,
): Promise<{ readonly places: readonly Place[] } | Refusal> {
  const folders = session.folders()
  const path = asWritten(session, written)
  if (path === '.' || path === '')
    return { places: (await Promise.all(folders.map(one => inFolder(session, one)))).flat() }
  const candidates = WHOLE.test(path) ? [path] : folders.map(folder => resolved(folder, path))
  let isInside = false
  for (const candidate of candidates) {
    const place = resolved('', candidate)
    const open = openPaths(session).find(one => decoded(one) === decoded(place))
    if (open !== undefined) return { places: [{ path: open, isNamed: true }] }
    const real = await session.platform.files.real?.(place)
    // Whether anything is there is told of the inside only.
    isInside ||= real === undefined && folders.some(folder => isIn(folder, place))
    if (real === undefined ? !isInside : !(await isInFolders(session, real))) continue
    const places = await inFolder(session, place)
    if (places.length > 0) return { places }
    if (real !== undefined) return { places: [{ path: place, isNamed: true }] }
  }
  return { problem: isInside ? missing(written) : outside(written) }
}

/** What stands at the beginning of a whole path or of an address. */
const WHOLE = /^(?:\/|[a-z][a-z0-9+.-]*:)/i

/** A path with `/`, and with the letter of a drive as the editor writes it. */
function asWritten({ platform, folders }: Session, written: string): string {
  const hasDrives = /^[a-z]:/i.test(written) || folders().some(folder => /^[a-z]:/i.test(folder))
  if (!hasDrives) return platform.pathOf(written)
  return platform
    .pathOf(written)
    .replaceAll('\\', '/')
    .replace(/^[A-Z](?=:)/, letter => letter.toLowerCase())
}

/** The files of a folder and of the folders in it, those that the editor alone can read included. */
async function inFolder(session: Session, folder: string): Promise<readonly Place[]> {
  const kept = (await session.platform.files.tables?.(folder)) ?? []
  const shown = openPaths(session).filter(path => isIn(folder, path) && !kept.includes(path))
  return [...kept, ...shown].map(path => ({ path, isNamed: false }))
}

function openPaths({ files, platform }: Session): readonly string[] {
  return [...files()].filter(({ isOpen }) => isOpen).map(({ uri }) => platform.pathOf(uri))
}

async function isInFolders({ platform, folders }: Session, real: string): Promise<boolean> {
  for (const folder of folders()) if (isIn((await platform.files.real?.(folder)) ?? folder, real)) return true
  return false
}

function isIn(folder: string, path: string): boolean {
  const inside = decoded(path)
  const outer = decoded(folder)
  return inside === outer || inside.startsWith(outer.endsWith('/') ? outer : `${outer}/`)
}

/** An address without the spellings of characters, by which the same one is written in several ways. */
export function decoded(path: string): string {
  if (!/^[a-z][a-z0-9+.-]+:/i.test(path)) return path
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function missing(path: string): Problem {
  return {
    fr: `${path} n’existe pas, ou l’éditeur ne peut pas le lire ici.`,
    en: `There is no ${path}, or the editor cannot read it here.`,
  }
}

function outside(path: string): Problem {
  return {
    fr: `${path} n’est ni ouvert ni dans un dossier de l’éditeur : rien n’est lu ni écrit ailleurs.`,
    en: `${path} is neither open nor in a folder of the editor: nothing is read or written elsewhere.`,
  }
}
