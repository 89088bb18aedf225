import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where this machine keeps what can be fetched or made again (XDG Base Directory; the like on Windows). */
export function cacheFolder(
  kind: 'schemas' | 'code',
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = environment
  return join(xdg || local || join(homedir(), '.cache'), 'vigie', kind)
}
