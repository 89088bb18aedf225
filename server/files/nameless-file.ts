import { openSync, unlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A new file that is open and has no name any more, so that it is gone however the process ends. */
export function namelessFile(): number {
  // The global one: `node:crypto` would be loaded in every run.
  const path = join(tmpdir(), `vigie-${crypto.randomUUID()}`)
  const file = openSync(path, 'wx+', 0o600)
  unlinkSync(path)
  return file
}
