import { steps } from './model/pointer'
import { child, type Node, nodeAt, pointerOf, type Tree } from './model/tree'
import { tidyLabel } from './model/label'

/** The level at which a value stands in the schema that begins at `at`, with its field where it is in one. */
export interface Place {
  readonly at: string
  readonly path: readonly string[]
}

/** Where a value stands in its schema; undefined outside of all schemas of the tree. */
export function placeIn(schemas: readonly { readonly at: string }[], node: Node): Place | undefined {
  const whole = pointerOf(node)
  const { at } = schemas.find(schema => whole === schema.at || whole.startsWith(`${schema.at}/`)) ?? {}
  return at === undefined ? undefined : { at, path: steps(whole.slice(at.length)) }
}

/** The name of the field in whose declaration, or in whose mention in a key, an offset lies. */
export function fieldNamed(tree: Tree, place: Place, node: Node): string | undefined {
  const [list, index] = place.path
  if (list === 'fields' && index !== undefined) return nameOf(nodeAt(tree, `${place.at}/fields/${index}`))
  const names = new Set(fieldNames(tree, place.at))
  return typeof node.value === 'string' && isMention(place.path) && names.has(node.value) ? node.value : undefined
}

/** The names of the fields that a schema declares, in order. */
export function fieldNames(tree: Tree, at: string): readonly string[] {
  return (nodeAt(tree, `${at}/fields`)?.children ?? []).flatMap(field => nameOf(field) ?? [])
}

/** The places that name a field: first its declaration, then the keys and checks that mention it. */
export function mentionsOf(tree: Tree, at: string, name: string): readonly Node[] {
  const root = nodeAt(tree, at)
  if (!root) return []
  const declared = (child(root, 'fields')?.children ?? []).filter(field => nameOf(field) === name)
  const mentions = root.children
    .filter(({ key }) => key && key.name !== 'fields')
    .flatMap(node => [...below(node)])
    .filter(node => node.value === name && isMention(steps(pointerOf(node).slice(at.length))))
  return [...declared.map(field => child(field, 'name')!), ...mentions]
}

function nameOf(field: Node | undefined): string | undefined {
  const value = field?.kind === 'object' ? child(field, 'name')?.value : undefined
  return typeof value === 'string' ? tidyLabel(value) : undefined
}

/** Whether a text there is the name of a field of this schema. */
function isMention(path: readonly string[]): boolean {
  const [first = '', , third, fourth] = path
  if (first === 'primaryKey' || first === 'uniqueKeys') return true
  if (first === 'foreignKeys') return third === 'fields'
  return (
    /^(?:x-)?custom[-_]?checks$/i.test(first) &&
    /^(?:other)?columns?\d?$/i.test(third === 'params' ? (fourth ?? '') : (third ?? ''))
  )
}

function* below(node: Node, depth = 0): Generator<Node> {
  yield node
  // No mention of a field stands deeper than in a list of a foreign key.
  if (depth < 5) for (const inner of node.children) yield* below(inner, depth + 1)
}
