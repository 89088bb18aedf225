import type { DescribedTree } from './model/described-tree'
import type { Edit, Span } from './model/span'
import { type Node, nodeOver } from './model/tree'
import { fieldNamed, mentionsOf, placeIn } from './schema-places'

/** A field of a schema. */
interface Known {
  readonly name: string
  /** The JSON pointer of the schema. */
  readonly at: string
  /** Of the name, when it is what is asked about. */
  readonly span?: Span
}

/** The field of a schema that an offset is about. */
export function knownField({ tree, schemas }: DescribedTree, offset: number): Known | undefined {
  const node = nodeOver(tree, offset)
  const place = node && placeIn(schemas, node)
  const name = place && fieldNamed(tree, place, node)
  if (!place || name === undefined) return undefined
  const isName = mentionsOf(tree, place.at, name).includes(node)
  return { name, at: place.at, ...(isName && { span: node.span }) }
}

/** The edit that gives a name in a schema another text. */
export function nameEdit({ span }: Node, newName: string): Edit {
  return { span, text: JSON.stringify(newName) }
}
