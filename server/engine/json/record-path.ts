import type { Node } from '../model/tree'

/** The keys that lead from a record to something in it; one of them, behind `listAt` others, may be a place in a list. */
export interface RecordPath {
  readonly keys: readonly string[]
  readonly listAt: number | undefined
}

/** The objects and lists that a path leads through, the record first, as far as they are there: the last key is that of a value. */
export function holdersIn(record: Node | undefined, { keys, listAt }: RecordPath): readonly Node[] {
  const found: Node[] = []
  let node = record
  for (const [depth, key] of keys.entries()) {
    if (node?.kind !== (depth === listAt ? 'array' : 'object')) break
    found.push(node)
    node = depth === listAt ? node.children[Number(key)] : member(node, key)
  }
  return found
}

/** The member of an object that counts where there are several of that name. */
export function member(node: Node, name: string): Node | undefined {
  return node.children.findLast(({ key }) => key?.name === name)
}
