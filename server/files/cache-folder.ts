import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'

/** Where this machine keeps what can be fetched or made again (XDG Base Directory, which ignores relative paths; the like on Windows). */
export function cacheFolder(
  kind: 'schemas' | 'code',
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = environment
  const named = [xdg, local].find(path => path && isAbsolute(path))
  return join(named ?? join(homedir(), '.cache'), 'vigie', kind)
}
