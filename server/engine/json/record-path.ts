import type { Node } from '../model/tree'

/** The objects that the keys of a path lead through, the record first, as far as they are there: the last key is that of a value. */
export function holdersIn(record: Node | undefined, path: readonly string[]): readonly Node[] {
  const found: Node[] = []
  let node = record
  for (const key of path) {
    if (node?.kind !== 'object') break
    found.push(node)
    node = member(node, key)
  }
  return found
}

/** The member of an object that counts where there are several of that name. */
export function member(node: Node, name: string): Node | undefined {
  return node.children.findLast(({ key }) => key?.name === name)
}
