import type { Statement } from '../model/description'
import type { Node } from '../model/tree'
import { entries, spoken } from './reading'

/** Objects of a document that are looked at; a catalogue of more is no document for an editor. */
const MOST = 20_000

/** A document of JSON-LD: its objects, and how they refer to each other. Names are read without prefix or namespace. */
export interface Linked {
  /** All objects, the outer ones first. */
  readonly nodes: readonly Node[]
  /** The objects that a property of one holds or refers to, and its plain values as they stand. */
  readonly values: (node: Node | undefined, ...names: readonly string[]) => readonly Node[]
  /** What the first of them says that says anything. */
  readonly first: (node: Node | undefined, ...names: readonly string[]) => Statement | undefined
}

/**
 * Reads JSON-LD as far as metadata needs it: `@graph`, `@id`, `@value`, language maps; contexts are not fetched.
 * `nameOf` gives the name of a member as it is asked for from the one that is written.
 */
export function linked(root: Node | undefined, nameOf: (written: string) => string = localName): Linked {
  const nodes: Node[] = root ? [root] : []
  for (let at = 0; at < nodes.length && nodes.length < MOST; at++)
    for (const inner of nodes[at]!.children)
      if (inner.key?.name !== '@context' && inner.children.length > 0) nodes.push(inner)
  const objects = nodes.filter(({ kind }) => kind === 'object')
  const byId = new Map<string, Node>()
  // What only names a node is a reference; the object that says most of it is the node.
  for (const object of objects) {
    const id = idOf(object)
    if (id !== undefined && object.children.length > (byId.get(id)?.children.length ?? 1)) byId.set(id, object)
  }
  const values = (node: Node | undefined, ...names: readonly string[]) =>
    (node?.children ?? [])
      .filter(({ key }) => key && names.includes(nameOf(key.name)))
      .flatMap(entries)
      .map(value => byId.get(idOf(value) ?? (typeof value.value === 'string' ? value.value : '')) ?? value)
  return {
    nodes: objects,
    values,
    first: (node, ...names) =>
      values(node, ...names)
        .map(said)
        .find(Boolean),
  }
}

/** Whether an object is of one of several classes. */
export function isOfClass(node: Node, ...names: readonly string[]): boolean {
  return typesOf(node).some(type => names.includes(localName(type)))
}

/** The classes of an object, as they are written. */
export function typesOf(node: Node): readonly string[] {
  const types = node.children.find(({ key }) => key?.name === '@type' || key?.name === 'type')
  return entries(types).flatMap(({ value }) => (typeof value === 'string' ? [value] : []))
}

/** What a value says: itself, its `@value`, its first language, or what it refers to. */
export function said(node: Node | undefined): Statement | undefined {
  const plain = spoken(node)
  if (plain || node?.kind !== 'object') return plain
  const named = (name: string) => spoken(node.children.find(({ key }) => key?.name === name))
  return named('@value') ?? named('@id') ?? inFirstLanguage(node)
}

/** A name without its prefix or namespace. */
export function localName(name: string): string {
  return name.slice(Math.max(name.lastIndexOf(':'), name.lastIndexOf('#'), name.lastIndexOf('/')) + 1)
}

function inFirstLanguage(node: Node): Statement | undefined {
  const [first] = node.children
  return first?.key && /^[a-z]{2}(?:-[a-z]+)?$/i.test(first.key.name) ? spoken(entries(first)[0]) : undefined
}

/** The address by which an object is referred to. */
export function idOf(node: Node): string | undefined {
  if (node.kind !== 'object') return undefined
  const value = node.children.find(({ key }) => key?.name === '@id' || key?.name === 'id')?.value
  return typeof value === 'string' ? value : undefined
}
