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

/** A schema among those of its document. */
interface Among {
  readonly at: string
  readonly schemas: readonly { readonly at: string }[]
}

/** The field in whose declaration, or in whose mention in a key, an offset lies, with the schema that declares it. */
export function fieldNamed(
  tree: Tree,
  { path, ...among }: Place & Among,
  node: Node,
): { readonly name: string; readonly at: string } | undefined {
  const { at } = among
  const [list, index] = path
  if (list === 'fields' && index !== undefined) {
    const name = nameOf(nodeAt(tree, `${at}/fields/${index}`))
    return name === undefined ? undefined : { name, at }
  }
  const goal = isMention(path) ? at : referredSchema(tree, among, path)
  if (typeof node.value !== 'string' || goal === undefined) return undefined
  return fieldNames(tree, goal).includes(node.value) ? { name: node.value, at: goal } : undefined
}

/** The names of the fields that a schema declares, in order. */
export function fieldNames(tree: Tree, at: string): readonly string[] {
  return (nodeAt(tree, `${at}/fields`)?.children ?? []).flatMap(field => nameOf(field) ?? [])
}

/** The places that name a field: first its declaration, then the keys and checks that mention it, those of other schemas last. */
export function mentionsOf(tree: Tree, among: Among, name: string): readonly Node[] {
  const { at, schemas } = among
  const root = nodeAt(tree, at)
  if (!root) return []
  const declared = (child(root, 'fields')?.children ?? []).filter(field => nameOf(field) === name)
  const mentions = root.children
    .filter(({ key }) => key && key.name !== 'fields')
    .flatMap(node => [...below(node)])
    .filter(node => node.value === name && isMention(steps(pointerOf(node).slice(at.length))))
  const referring = schemas.flatMap(schema =>
    [...below(nodeAt(tree, `${schema.at}/foreignKeys`))]
      .filter(node => node.value === name)
      .filter(
        node => referredSchema(tree, { ...schema, schemas }, steps(pointerOf(node).slice(schema.at.length))) === at,
      ),
  )
  return [...declared.map(field => child(field, 'name')!), ...mentions, ...referring]
}

/** The schema whose field a text names that stands in the reference of a foreign key. */
function referredSchema(tree: Tree, { at, schemas }: Among, path: readonly string[]): string | undefined {
  const [first, index, third, fourth] = path
  if (first !== 'foreignKeys' || third !== 'reference' || fourth !== 'fields') return undefined
  const resource = nodeAt(tree, `${at}/foreignKeys/${index}/reference/resource`)?.value
  // Without a name it is the table itself (Table Schema, foreignKeys).
  if (resource === undefined || resource === '') return at
  return schemas.find(schema => nodeAt(tree, schema.at.replace(/schema$/, 'name'))?.value === resource)?.at
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

function* below(node: Node | undefined, depth = 0): Generator<Node> {
  if (!node) return
  yield node
  // No mention of a field stands deeper than in a list of a foreign key.
  if (depth < 5) for (const inner of node.children) yield* below(inner, depth + 1)
}
