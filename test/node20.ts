import { execFileSync } from 'node:child_process'

/** The path of a Node 20, the oldest on which what we build must run; installs one when there is none. */
export function node20(): string {
  const own = process.env.VIGIE_NODE20
  return (
    own ?? execFileSync(process.execPath, ['test/host/node20.mjs'], { encoding: 'utf8' }).trim().split('\n').at(-1)!
  )
}
