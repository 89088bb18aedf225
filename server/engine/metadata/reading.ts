import type { Aspect, DescribedResource, Slot, Statement } from '../model/description'
import type { DocumentFault } from '../model/document-fault'
import { child, type Node, pointerOf } from '../model/tree'

/** The member of an object of the first of several names that it has. */
export function member(node: Node | undefined, ...names: readonly string[]): Node | undefined {
  if (node?.kind !== 'object') return undefined
  for (const name of names) {
    const found = child(node, name)
    if (found) return found
  }
  return undefined
}

/** The entries of a list, or the value itself. */
export function entries(node: Node | undefined): readonly Node[] {
  if (!node) return []
  return node.kind === 'array' ? node.children : [node]
}

/** What a value says as it stands: a text or a number. */
export function spoken(node: Node | undefined): Statement | undefined {
  if (node?.kind !== 'string' && node?.kind !== 'number') return undefined
  const text = String(node.value).trim()
  return text === '' ? undefined : { node, text }
}

/** What the first of several members says that says anything. */
export function spokenBy(node: Node | undefined, ...names: readonly string[]): Statement | undefined {
  for (const name of names) {
    const said = spoken(member(node, name))
    if (said) return said
  }
  return undefined
}

/** What several values say, each in its place. */
export function allSpoken(nodes: readonly (Node | undefined)[]): readonly Statement[] {
  return nodes.flatMap(node => entries(node)).flatMap(node => spoken(node) ?? [])
}

/** The names that another of the same list has already. */
export function namesakes(nodes: readonly (Node | undefined)[]): readonly DocumentFault[] {
  const known = new Set<string>()
  return nodes.flatMap(node => {
    const name = spokenBy(node, 'name')
    if (!name) return []
    if (known.has(name.text)) return [documentFault(name.node, { kind: 'namesake' })]
    known.add(name.text)
    return []
  })
}

/** A fault of a document at a value; `text`: what that says, where its format has a way of its own to say it. */
export function documentFault(node: Node, breach: DocumentFault['breach'], text = spoken(node)?.text): DocumentFault {
  return { at: pointerOf(node), part: text ?? '', breach }
}

/** What is said of each aspect, without those of which nothing is. */
export function sayings(
  said: Readonly<Partial<Record<Aspect, readonly (Statement | undefined)[] | Statement | undefined>>>,
): ReadonlyMap<Aspect, readonly Statement[]> {
  const all = Object.entries(said).map(([aspect, one]) => [
    aspect as Aspect,
    [one].flat().filter(statement => statement !== undefined),
  ])
  return new Map((all as [Aspect, Statement[]][]).filter(([, statements]) => statements.length > 0))
}

/** Where in an object a format has the place of an aspect: names from the outside in, and what could stand there. */
export interface Place {
  readonly path: readonly [string, ...string[]]
  readonly values: readonly unknown[]
}

/** The places of a format that are still free, as they are reached in a document. */
export function slotsIn(
  node: Node,
  places: Readonly<Partial<Record<Aspect, Place>>>,
  said: ReadonlyMap<Aspect, readonly Statement[]>,
): ReadonlyMap<Aspect, Slot> {
  const free = Object.entries(places).filter(([aspect]) => !said.has(aspect as Aspect))
  return new Map(free.map(([aspect, place]) => [aspect as Aspect, slotAt(node, place)]))
}

/** Members that are there already are gone into, the others become part of what is added. */
function slotAt(node: Node, { path, values }: Place): Slot {
  let parent = node
  const rest = [...path]
  while (rest.length > 1) {
    const next = member(parent, rest[0]!)
    if (next?.kind !== 'object') break
    parent = next
    rest.shift()
  }
  const [name, ...inner] = rest
  return {
    parent: pointerOf(parent),
    name: name!,
    values: values.map(value => inner.reduceRight<unknown>((within, key) => ({ [key]: within }), value)),
  }
}

/** An interval as one text, from what says its ends. */
export function interval(node: Node | undefined, start: Statement | undefined, end: Statement | undefined) {
  return node && (start || end) ? { node, text: `${start?.text ?? ''}/${end?.text ?? ''}` } : undefined
}

/** For formats that tell no figures, or of files that lie elsewhere. */
export const nothingTold: DescribedResource['told'] = {
  encoding: undefined,
  bytes: [],
  rows: undefined,
  others: [],
  hashes: [],
}

/** A hash, behind the name of its algorithm where that differs from the usual one. */
export function hashIn(figure: Statement | undefined, usual: string) {
  if (!figure) return undefined
  const [, prefix = '', hex] = /^(?:([a-z\d-]+):)?([a-f\d]+)$/i.exec(figure.text) ?? []
  if (hex === undefined) return undefined
  const algorithm = (prefix || usual).toLowerCase().replace(/^sha-/, 'sha')
  return { algorithm, hex: { node: figure.node, text: hex }, prefix: prefix === '' ? '' : `${prefix}:` }
}
