import type { TreeKind } from '../model/described-tree'
import type { MisspeltMember } from '../model/misspelt-member'
import { pointer } from '../model/pointer'
import { remembered } from '../model/remembered'
import type { Node } from '../model/tree'
import { nearest } from './nearest'
import { propertiesAt } from './structure'

/** Members in which nobody's properties are misspelt: Table Schemas are read as such, and what data holds is data. */
const PASSED_OVER: ReadonlySet<string> = new Set(['schema', 'data', 'extras', '@context'])

/** Members that tools write beside those of the standards, of which one has nearly the name. */
const OTHERS: ReadonlySet<string> = new Set(['scheme'])

/** Levels in which documents of metadata have members that a standard knows. */
const DEEPEST = 20

/** Names of which it is remembered what they mean. */
const MOST = 1_000

/** Members of a document of metadata that are surely meant for those of its standard. */
export function misspeltMembers(root: Node, kind: TreeKind): readonly MisspeltMember[] {
  const found: MisspeltMember[] = []
  const known = knownMembers(kind)
  const visit = (node: Node, steps: readonly string[], at: string): void => {
    const meantAt = node.kind === 'object' ? known(steps) : undefined
    for (const [i, child] of node.children.entries()) {
      const step = node.kind === 'array' ? String(i) : (child.key?.name ?? '')
      const meant = meantAt?.(step) ?? step
      const here = pointer(at, step)
      if (meant !== step && node.children.every(({ key }) => key?.name !== meant))
        found.push({ path: here, key: step, meant })
      // The entries of a list are alike.
      if (!PASSED_OVER.has(step) && steps.length < DEEPEST)
        visit(child, [...steps, node.kind === 'array' ? '0' : step], here)
    }
  }
  visit(root, [], '')
  return found
}

/** For a place of a document, what a name surely means there: a catalogue has the same places and names again and again. */
function knownMembers(kind: TreeKind): (steps: readonly string[]) => (key: string) => string {
  const places = new Map<string, (key: string) => string>()
  return steps => {
    const place = steps.join('/')
    const known = places.get(place) ?? remembered(meantAmong(Object.keys(propertiesAt(kind, steps))), MOST)
    places.set(place, known)
    return known
  }
}

/** The name that one surely means among those that are known: itself, where it is one, or resembles none. */
function meantAmong(known: readonly string[]): (key: string) => string {
  return key => {
    if (known.includes(key) || key.includes('@') || OTHERS.has(key)) return key
    const { prefix, name } = parted(key)
    const near = nearest(
      name,
      known.map(parted).flatMap(one => (one.prefix === prefix ? [one.name] : [])),
    )
    return near === undefined ? key : prefix + near
  }
}

/** A name of JSON-LD in its vocabulary, whose prefix is no part of how it is spelt. */
function parted(key: string): { readonly prefix: string; readonly name: string } {
  const at = key.indexOf(':') + 1
  return { prefix: key.slice(0, at), name: key.slice(at) }
}
