import { columnAt, columnEdits, columnMentions } from './csvw-places'
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
export function knownField(described: DescribedTree, offset: number): Known | undefined {
  const node = nodeOver(described.tree, offset)
  const found = node && (isCsvw(described) ? columnNamed(described, node) : fieldOver(described, node))
  if (!node || !found) return undefined
  const isName = node.value === found.name && namesOf(described, found.at, found.name).includes(node)
  return { ...found, ...(isName && { span: node.span }) }
}

/** The places of a document that name a field of one of its schemas, the first of which declares it. */
export function namesOf(described: DescribedTree, at: string, name: string): readonly Node[] {
  const { tree, schemas } = described
  return isCsvw(described) ? columnMentions(tree, { label: name, at }) : mentionsOf(tree, { at, schemas }, name)
}

/** The edits that give a field of one of its schemas another name, wherever the document names it. */
export function nameEdits(described: DescribedTree, at: string, name: string, newName: string): readonly Edit[] {
  if (isCsvw(described)) return columnEdits(described.tree, { label: name, at }, newName)
  return namesOf(described, at, name).map(({ span }) => ({ span, text: JSON.stringify(newName) }))
}

function isCsvw({ kind }: DescribedTree): boolean {
  return kind === 'csvw' || kind === 'csvw-schema'
}

function fieldOver({ tree, schemas }: DescribedTree, node: Node): Known | undefined {
  const place = placeIn(schemas, node)
  return place && fieldNamed(tree, { ...place, schemas }, node)
}

function columnNamed({ tree }: DescribedTree, node: Node): Known | undefined {
  const column = columnAt(tree, node)
  return column && { name: column.label, at: column.at }
}
