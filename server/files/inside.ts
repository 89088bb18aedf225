import type { Files } from './files'
import { resolved } from './path'

/** A path as a descriptor writes it, seen from the folder of the descriptor; undefined when it leaves that folder. */
export function insidePath(folder: string, written: string): string | undefined {
  const path = written.replaceAll('\\', '/')
  // Data Package: neither absolute paths nor steps upwards; addresses are no paths.
  if (/^(?:\/|[a-z]:|[a-z][a-z0-9+.-]+:\/\/|~)/i.test(path)) return undefined
  const whole = resolved(folder, path)
  return folder === ''
    ? /^(?:\.\.(?:\/|$)|\/)/.test(whole)
      ? undefined
      : whole
    : whole.startsWith(`${folder}/`)
      ? whole
      : undefined
}

/** Whether a path that does not leave a folder by its steps does so by a link. */
export async function leavesByLink(files: Files, folder: string, path: string): Promise<boolean> {
  const [home, goal] = await Promise.all([files.real?.(folder), files.real?.(path)])
  return home !== undefined && goal !== undefined && !goal.startsWith(`${home.replace(/\/$/, '')}/`)
}
