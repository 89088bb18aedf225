import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The version of the tool, as its package says it. */
export function ownVersion(): string {
  // What is built stands in a folder beside the package's description.
  const { version } = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8')) as { version: string }
  return version
}
