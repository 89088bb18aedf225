import { readdir, stat } from 'node:fs/promises'
import { sep } from 'node:path'
import { matchesGlob } from '../files/glob'

const WILDCARD = /[*?]/

/** Whether a path may stand for several. */
export function hasWildcard(path: string): boolean {
  return WILDCARD.test(path)
}

/**
 * Paths with those in place of a pattern that match it, in order of name, as a shell does that expands `*`, `?` and `**`.
 * What is there under its own name, and what nothing matches, stays as it is.
 */
export async function expanded(paths: readonly string[]): Promise<readonly string[]> {
  return (await Promise.all(paths.map(matches))).flat()
}

async function matches(path: string): Promise<readonly string[]> {
  if (!hasWildcard(path) || (await isThere(path))) return [path]
  const found = await within('', sep === '/' ? path.split('/') : path.split(/[\\/]/))
  return found.length === 0 ? [path] : [...new Set(found)]
}

/** The paths that begin with `base`, which ends with a slash or is empty, and go on as the parts of a pattern say. */
async function within(base: string, [part, ...others]: readonly string[]): Promise<string[]> {
  if (part === undefined) return [base.slice(0, -1)]
  if (part === '**' && others.length === 0) return [base || '.']
  if (!hasWildcard(part)) {
    const next = base + part
    return others.length > 0 ? within(`${next}/`, others) : (await isThere(next)) ? [next] : []
  }
  const entries = await readdir(base || '.', { withFileTypes: true }).catch(() => [])
  const shown = entries.filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
  const named = shown.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const inner =
    part === '**' ? named.filter(entry => entry.isDirectory()) : named.filter(({ name }) => matchesGlob(name, part))
  const further = inner.map(({ name }) => within(`${base}${name}/`, part === '**' ? [part, ...others] : others))
  return [...(part === '**' ? await within(base, others) : []), ...(await Promise.all(further)).flat()]
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
